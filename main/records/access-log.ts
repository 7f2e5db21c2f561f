/**
 * Which looking at people is one task of one person, and so one entry: a text that is still being typed is one search,
 * whatever was found on the way, and a record that is opened again and again is one opening. Somebody else's look at the same
 * people is a task of theirs, and so is one for another reason.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { isDeepStrictEqual } from 'node:util'
import type { SearchQuery } from '../../shared/contract/crossing-line-schemas.ts'
import type { TraceAnswer, TraceLine, TraceQuery } from '../../shared/contract/trace-schemas.ts'
import type { RecordedCrossing } from '../../shared/contract/recorded-schemas.ts'
import type { AccessReason } from '../../shared/domain/officer/access-reason.ts'
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
  timer: NodeJS.Timeout
  /** Runs something in the session that searched: an entry is signed by whoever looked, whoever is asking by then. */
  there: (act: () => void) => void
}

/** Why; null: it asked for no reason. */
type Because = AccessReason | null

/** What one person looks at. */
interface Tasks {
  searching: Search | null
  /** By crossing and reason, when. */
  opened: Map<string, number>
  traced: { subject: TraceQuery['subject']; because: Because; at: number; shown: ReadonlySet<string> } | null
}

/** As much of a line as says who is in it. */
const whoIn = ({ name, birthDate, numbers }: TraceLine): string => JSON.stringify([name, birthDate, numbers])

/** Keeps to one entry a task. */
export class AccessLog {
  private readonly journal: Journal
  private readonly now: () => number
  private readonly who: () => string | null
  private readonly tasks = new Map<string | null, Tasks>()

  /**
   * @param now epoch milliseconds
   * @param who the number of whoever asks; null: nobody is signed in
   */
  constructor(journal: Journal, now: () => number, who: () => string | null) {
    this.journal = journal
    this.now = now
    this.who = who
  }

  /** A search was answered with so many crossings. */
  search({ text }: SearchQuery, found: number, because: Because = null): void {
    const own = this.own()
    if (!isSameSearch(own.searching, text, because)) this.record(own)
    const last = own.searching
    if (text === '') return
    // Whoever takes back what they typed has looked for it all the same; and looks for the rest where that shows more.
    if (last && last.text.startsWith(text) && text !== last.text) {
      if (found <= last.found) return
      if (last.found > 0) this.record(own)
    }
    if (own.searching) clearTimeout(own.searching.timer)
    const timer = setTimeout(() => this.record(own), settled)
    timer.unref()
    own.searching = { text, found, because, timer, there: AsyncLocalStorage.snapshot() }
  }

  /** A recorded crossing was opened. */
  open(seq: number, { crossing }: RecordedCrossing, because: Because = null): void {
    const { opened } = this.settle()
    const now = this.now()
    for (const [each, at] of opened) if (at <= now - oneTask || at > now) opened.delete(each)
    const look = JSON.stringify([seq, because])
    if (opened.has(look)) return
    opened.set(look, now)
    this.journal.accesses.opened(seq, crossing.travellers, now, because)
  }

  /** A trace was answered. The same one again is the same task, unless it shows somebody whom it has not shown. */
  trace({ subject }: TraceQuery, answer: TraceAnswer, because: Because = null): void {
    const own = this.settle()
    const now = this.now()
    const shown = answer.lines.map(whoIn)
    const last = own.traced
    const isAgain = last && Math.abs(now - last.at) < oneTask && isDeepStrictEqual(last.subject, subject)
    const same = isAgain && isDeepStrictEqual(last.because, because) ? last : null
    if (same && shown.every((each) => same.shown.has(each))) return
    own.traced = { subject, because, at: now, shown: new Set([...(same?.shown ?? []), ...shown]) }
    this.journal.accesses.traced(subject, answer, now, because)
  }

  /** A trace is about to be saved as a file: each file is an entry. Answers whether it is one. */
  export({ subject }: TraceQuery, answer: TraceAnswer, because: Because = null): Appended {
    this.settle()
    return this.journal.accesses.listed(subject, answer, this.now(), because)
  }

  /** Whoever asks goes: what they were looking for is recorded while they are there, and what they look at later is another task. */
  leave(): void {
    this.settle()
    this.tasks.delete(this.who())
  }

  /** Records every search that is under way. */
  close(): void {
    for (const each of this.tasks.values()) this.record(each)
  }

  /** Records the search that whoever asks has under way, if there is one. */
  private settle(): Tasks {
    const own = this.own()
    this.record(own)
    return own
  }

  private own(): Tasks {
    const who = this.who()
    const known = this.tasks.get(who)
    if (known) return known
    const begun: Tasks = { searching: null, opened: new Map(), traced: null }
    this.tasks.set(who, begun)
    return begun
  }

  private record(own: Tasks): void {
    const { searching } = own
    own.searching = null
    if (!searching) return
    const { text, found, because, timer, there } = searching
    clearTimeout(timer)
    there(() => this.journal.accesses.searched(text, found, this.now(), because))
  }
}

/** Whether a text goes on with what is being looked for, or takes some of it back, for the same reason. */
function isSameSearch(last: Search | null, text: string, because: Because): boolean {
  if (!last) return true
  const goesOn = text.startsWith(last.text) || last.text.startsWith(text)
  return goesOn && (text === '' || isDeepStrictEqual(last.because, because))
}
