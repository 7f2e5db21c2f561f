/** What stands on a daily report, before it is set. */
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'
import type { KnownOfficer } from '../../../shared/domain/report/officer-named.ts'
import type { ReportFilter } from '../../../shared/domain/report/scope.ts'
import type { Beside, Totals } from '../../../shared/domain/report/totals.ts'
import type { ClosedDay } from '../../../shared/ledger/closed-day.ts'
import type { PageCode } from './foot.ts'
import type { Letterhead } from './letterhead.ts'

/** What is on it. Instants are epoch milliseconds. */
export interface DailyReport {
  letterhead: Letterhead
  post: string
  lane: string
  kiosk: string
  /** What happened from … (inclusive) to … (exclusive). */
  from: number
  to: number
  /** Which of them alone; null: all. */
  filter: ReportFilter | null
  madeAt: number
  practice: boolean
  totals: Totals
  /** Beside the crossings that count. */
  beside: Beside
  /** Whose rank and name stand beside the number that the totals have. */
  officers: readonly KnownOfficer[]
  /** The last version of the day that it is the whole of; null: it is of no day, or that was not closed. */
  closed: ClosedDay | null
  /** The last entry that is in it, and its hash. */
  head: { seq: number; hash: string }
  /** The crossings themselves, for an appendix; null: none is asked for. People are masked unless `identities`. */
  list: { crossings: readonly ReportedCrossing[]; identities: boolean } | null
  /** The code of each page, signed. */
  codeOf: PageCode
}
