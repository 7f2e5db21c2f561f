/** What an export is to be, with everything that writing it needs to know: it crosses from thread to thread. */
import type { CheckpointPolicy } from '../../../shared/domain/checkpoint-policy.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import type { Beside, Totals } from '../../../shared/domain/report/totals.ts'
import type { ClosedDay } from '../../../shared/ledger/closed-day.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import type { IssuedReport, ReportFormat } from '../../../shared/ledger/issued-report.ts'
import type { RowCounts } from '../../reports/index.ts'

/** What is asked for, and where. */
export interface AskedExport {
  scope: ReportScope
  file: string
  format: ReportFormat
  semicolon: boolean
  /** Of paper: whether the list goes along. */
  appendix: boolean
  identities: boolean
  reason: string | null
  locale: Locale
}

/** Out of whose journal. */
export interface ExportSource {
  kiosk: string
  post: string
  lane: string
  mode: Mode
  province: string | null
  /** As the policy has it; undefined: it says nothing of it. */
  letterhead: CheckpointPolicy['letterhead'] | undefined
}

/** The same as a report of one lane has it, wherever the kiosk stands now. */
export const asScoped = (source: ExportSource, { lane }: Pick<ReportScope, 'lane'>): ExportSource =>
  lane === null ? source : { ...source, lane }

/** All of it. `madeAt`: epoch milliseconds; `head`: the last entry that is in it. */
export interface ExportOrder {
  asked: AskedExport
  source: ExportSource
  madeAt: number
  head: IssuedReport['head']
  /** The last version of the day that it is the whole of; null: it is of no day, or that was not closed. */
  closed: ClosedDay | null
}

/** What was written, whole and on the disk, and has no name yet. */
export interface WrittenExport {
  sha256: string
  bytes: number
  counts: RowCounts
  totals: Totals
  beside: Beside
}
