/**
 * Days that are closed: with all their totals, as an entry. What arrives or is corrected later makes the next version when
 * a supervisor issues it; the versions before stay as they were.
 */
import type { DayClosedAnswer, DayState } from '../../../shared/contract/reporting.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import type { DayVersion, Journal } from '../../journal/index.ts'
import { scopeOfDay } from './day-scope.ts'
import { nextVersion } from '../next-version.ts'
import type { Counted } from './totalling.ts'

const shown = ({ version, seq, at, officer, totals, beside }: DayVersion): DayState['versions'][number] => ({
  version,
  seq,
  at,
  officer,
  totals,
  beside,
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
    const closed = last ? nextVersion(last, { head, totals, beside }) : { day, version: 1, head, totals, beside }
    if (closed === null) return { closed: false, code: 'nothing-new' }
    const answer = this.journal.days.close(closed, this.now())
    return answer.recorded ? { closed: true, day: this.read(day) } : { closed: false, code: answer.code }
  }
}
