/** What of a time is beside its crossings, as reports say it. */
import type { Beside } from '../../shared/domain/report/totals.ts'
import type { RangeCounts } from '../journal/index.ts'

/** The counts of a time in the form of a report. */
export const besideOf = ({ voided, erased, scans }: RangeCounts): Beside => ({
  voided,
  erased: erased.reduce((sum, { crossings }) => sum + crossings, 0),
  scans: scans.reduce((sum, { count }) => sum + count, 0),
  unreadable: scans.find(({ outcome }) => outcome === 'unreadable')?.count ?? 0,
})
