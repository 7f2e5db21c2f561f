/** What of a time is beside its crossings, as reports say it. */
import type { Beside } from '../../../shared/domain/report/totals.ts'
import { countRange, type RangeCounts } from '../../journal/index.ts'
import type { CrossingsAsked, JournalToRead } from '../crossings-of.ts'

/** The counts of a time in the form of a report. */
export const besideOf = ({ voided, erased, scans }: RangeCounts): Beside => ({
  voided,
  erased,
  scans: scans && scans.reduce((sum, { count }) => sum + count, 0),
  unreadable: scans && (scans.find(({ outcome }) => outcome === 'unreadable')?.count ?? 0),
})

/** Counts the same part of a time as its crossings are. */
export const countAsked = ({ folder, key }: JournalToRead, { scope, lane }: Pick<CrossingsAsked, 'scope' | 'lane'>) =>
  countRange(folder, key, scope, lane)
