/**
 * Which looking at people is one task, and so one entry: a text that is still being typed is one search, whatever was found on
 * the way, and a record that is opened again and again is one opening.
 */
import { isDeepStrictEqual } from 'node:util'
import type { SearchQuery } from '../../shared/contract/crossing-line-schemas.ts'
import type { TraceAnswer, TraceLine, TraceQuery } from '../../shared/contract/trace-schemas.ts'
import type { RecordedCrossing } from '../../shared/contract/recorded-schemas.ts'
import type { AccessReason } from '../../shared/domain/access-reason.ts'
import type { Appended, Journal } from '../journal/index.ts'

/** Whoever has typed nothing for so long has the text that they wanted, in milliseconds. */
const settled = 5000

/** For how long the same look belongs to the same task, in milliseconds. */
const oneTask = 10 * 60_000

/** What is being looked for. */
interface Search {
  text: string
  found: number
  because: Because
}

/** Why; null: it asked for no reason. */
type Because = AccessReason | null

/** As much of a line as says who is in it. */
const whoIn = ({ name, birthDate, numbers }: TraceLine): string => JSON.stringify([name, birthDate, numbers])

/** Keeps to one entry a task. */
export class AccessLog {
  private readonly journal: Journal
  private readonly now: () => number
  private searching: Search | null = null
  private timer: NodeJS.Timeout | null = null
  private readonly opened = new Map<number, number>()
  private traced: { subject: TraceQuery['subject']; at: number; shown: ReadonlySet<string> } | null = null

  /** @param now epoch milliseconds */
  constructor(journal: Journal, now: () => number) {
    this.journal = journal
    this.now = now
  }

  /** A search was answered with so many crossings. */
  search({ text }: SearchQuery, found: number, because: Because = null): void {
    const last = this.searching?.text ?? ''
    if (last !== '' && !text.startsWith(last) && !last.startsWith(text)) this.settle()
    // Whoever takes back what they typed has looked for it all the same.
    if (text === '' || (last.startsWith(text) && text !== last)) return
    this.searching = { text, found, because }
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.settle(), settled)
    this.timer.unref()
  }

  /** A recorded crossing was opened. */
  open(seq: number, { crossing }: RecordedCrossing, because: Because = null): void {
    this.settle()
    const now = this.now()
    for (const [each, at] of this.opened) if (at <= now - oneTask || at > now) this.opened.delete(each)
    if (this.opened.has(seq)) return
    this.opened.set(seq, now)
    this.journal.accesses.opened(seq, crossing.travellers, now, because)
  }

  /** A trace was answered. The same one again is the same task, unless it shows somebody whom it has not shown. */
  trace({ subject }: TraceQuery, answer: TraceAnswer, because: Because = null): void {
    this.settle()
    const now = this.now()
    const shown = answer.lines.map(whoIn)
    const last = this.traced
    const same = last && Math.abs(now - last.at) < oneTask && isDeepStrictEqual(last.subject, subject) ? last : null
    if (same && shown.every((each) => same.shown.has(each))) return
    this.traced = { subject, at: now, shown: new Set([...(same?.shown ?? []), ...shown]) }
    this.journal.accesses.traced(subject, answer, now, because)
  }

  /** A trace is about to be saved as a file: each file is an entry. Answers whether it is one. */
  export({ subject }: TraceQuery, answer: TraceAnswer, because: Because = null): Appended {
    this.settle()
    return this.journal.accesses.listed(subject, answer, this.now(), because)
  }

  /** Records the search that is under way, if there is one. */
  settle(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const search = this.searching
    this.searching = null
    if (search) this.journal.accesses.searched(search.text, search.found, this.now(), search.because)
  }
}
