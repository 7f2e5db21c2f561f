/**
 * Days that are closed: with all their totals, as an entry. What arrives or is corrected later makes the next version when
 * a supervisor issues it; the versions before stay as they were.
 */
import { isDeepStrictEqual } from 'node:util'
import type { DayClosedAnswer, DayState } from '../../shared/contract/reporting.ts'
import { everything, isEverything, type ReportScope } from '../../shared/domain/report/scope.ts'
import { localDay } from '../../shared/language/time.ts'
import type { DayVersion, Journal } from '../journal/index.ts'
import type { Counted } from './totalling.ts'

const dayLength = 86_400_000

/** The scope of a day: everything in it, from 00:00 until before the next 00:00 in Viet Nam. @param day `YYYY-MM-DD` */
export function scopeOfDay(day: string): ReportScope {
  const from = Date.parse(`${day}T00:00:00+07:00`)
  return { from, to: from + dayLength, ...everything }
}

/** The day that a scope is the whole of; null: it is not of one day. */
export function dayOf(scope: ReportScope): string | null {
  const day = localDay(scope.from)
  const { from, to } = scopeOfDay(day)
  return scope.from === from && scope.to === to && isEverything(scope) ? day : null
}

const shown = ({ version, seq, at, officer, totals, beside }: DayVersion): DayState['versions'][number] => ({
  ...{ version, seq, at, officer, totals, beside },
})

export class Closings {
  private readonly journal: Pick<Journal, 'days' | 'ledger'>
  private readonly now: () => number
  private readonly count: (scope: ReportScope) => Promise<Counted>

  constructor(parts: {
    journal: Pick<Journal, 'days' | 'ledger'>
    /** Epoch milliseconds. */
    now: () => number
    count: (scope: ReportScope) => Promise<Counted>
  }) {
    this.journal = parts.journal
    this.now = parts.now
    this.count = parts.count
  }

  /** @param day `YYYY-MM-DD` */
  read(day: string): DayState {
    return { day, over: this.now() >= scopeOfDay(day).to, versions: this.journal.days.versions(day).map(shown) }
  }

  /** Closes a day that is over, or makes its next version where something is different by now. */
  async close(day: string): Promise<DayClosedAnswer> {
    if (!this.read(day).over) return { closed: false, code: 'not-over' }
    const head = this.journal.ledger.head()
    const counted = await this.count(scopeOfDay(day))
    if (counted.kind !== 'totalled' || head === null)
      return { closed: false, code: counted.kind === 'overtaken' ? 'overtaken' : 'failed' }
    const { totals, beside } = counted
    const last = this.journal.days.versions(day).at(-1)
    if (last && isDeepStrictEqual([last.totals, last.beside], [totals, beside]))
      return { closed: false, code: 'nothing-new' }
    const closed = { day, version: (last?.version ?? 0) + 1, head, totals, beside }
    const answer = this.journal.days.close(closed, this.now())
    return answer.recorded ? { closed: true, day: this.read(day) } : { closed: false, code: answer.code }
  }
}
