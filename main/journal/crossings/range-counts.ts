/**
 * What of a time is not among its crossings any more, and what was scanned: counts alone, read without writing, and of the
 * same part of the time as the crossings are. Where that part cannot be told there is no count, and not that of all.
 */
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import { dayLength, localDay } from '../../../shared/language/time.ts'
import type { Database } from '../file/open-database.ts'
import { openToRead } from '../file/open-to-read.ts'
import { anyEntry, OutlineCounts, type EntrySpan } from './outline-counts.ts'
import type { CrossingRange } from './read-crossings.ts'

/** Counts of a time. */
export interface RangeCounts {
  /** Crossings that count and can still be read, whoever's and wherever: so many are read for a report. */
  crossings: number
  /** Crossings that did not take place as they were recorded. */
  voided: number
  /** Crossings that were erased; of them only day, direction and decision are known. Null: there are some, and not whose. */
  erased: number | null
  /** Scans, those that were erased among them; of a scan only time and lane are known. Null: as above. */
  scans: { outcome: Outcome; count: number }[] | null
}

/**
 * Counts what there is from … (inclusive) to … (exclusive), of what the scope leaves.
 * @param now how the lane is called now
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function countRange(folder: string, key: Uint8Array, scope: ReportScope, now: string): RangeCounts {
  const database = openToRead(folder, key)
  try {
    const outlines = new OutlineCounts(database)
    const spans = scope.lane === null ? [anyEntry] : outlines.entriesAt(scope.lane, now)
    return {
      crossings:
        database
          .prepare<[CrossingRange], number>(
            `SELECT count(*) FROM crossings WHERE at >= @from AND at < @to AND state <> 'voided'`,
          )
          .pluck()
          .get({ from: scope.from, to: scope.to }) ?? 0,
      voided: voidedOf(outlines, scope, spans),
      erased: erasedOf(database, scope),
      scans: scansOf(database, scope, spans),
    }
  } finally {
    database.close()
  }
}

const matches = <T>(wanted: T | null, is: T): boolean => wanted === null || wanted === is

function voidedOf(outlines: OutlineCounts, scope: ReportScope, spans: readonly EntrySpan[]): number {
  const { from, to, officer, direction, decision } = scope
  return spans
    .flatMap((span) => outlines.of({ from, to }, officer, span))
    .filter((row) => row.voided === 1 && matches(direction, row.direction) && matches(decision, row.decision))
    .reduce((sum, { crossings }) => sum + crossings, 0)
}

interface DayCount {
  /** Whether the day lies wholly in the time. */
  whole: 0 | 1
  count: number
}

/** A sum of days of which nothing more is known; null: a part of it is of somebody else, of elsewhere or of another hour. */
function sumOf(days: readonly DayCount[], isWanted: boolean): number | null {
  const isTold = days.every(({ whole, count }) => count === 0 || (isWanted && whole === 1))
  return isTold ? days.reduce((sum, { count }) => sum + count, 0) : null
}

const onDays = `day >= @firstDay AND day < @endDay AS whole`
const touched = `day >= @day AND day <= @lastDay`

function erasedOf(database: Database, { from, to, officer, lane, direction, decision }: ReportScope): number | null {
  const days = database
    .prepare<[Days & { direction: string | null; decision: string | null }], DayCount>(
      `SELECT ${onDays}, sum(crossings) AS count FROM erased_crossings WHERE ${touched}
         AND (@direction IS NULL OR direction = @direction) AND (@decision IS NULL OR decision = @decision) GROUP BY 1`,
    )
    .all({ ...daysOf(from, to), direction, decision })
  return sumOf(days, officer === null && lane === null)
}

function scansOf(database: Database, scope: ReportScope, spans: readonly EntrySpan[]): RangeCounts['scans'] {
  const { from, to, officer, lane, direction, decision } = scope
  // Nobody signs a scan, and whoever was scanned may have been let pass or not.
  if (officer !== null || direction !== null || decision !== null) return null
  const erased = database
    .prepare<[Days], DayCount & { outcome: Outcome }>(
      `SELECT outcome, ${onDays}, sum(count) AS count FROM erased_counts WHERE ${touched} GROUP BY 1, 2`,
    )
    .all(daysOf(from, to))
  if (sumOf(erased, lane === null) === null) return null
  const kept = database.prepare<[CrossingRange & EntrySpan], { outcome: Outcome; count: number }>(
    `SELECT outcome, count(*) AS count FROM scans
     WHERE at >= @from AND at < @to AND seq BETWEEN @first AND @last GROUP BY outcome`,
  )
  const counts = new Map<Outcome, number>()
  for (const { outcome, count } of [...erased, ...spans.flatMap((span) => kept.all({ from, to, ...span }))])
    counts.set(outcome, (counts.get(outcome) ?? 0) + count)
  return [...counts].map(([outcome, count]) => ({ outcome, count }))
}

interface Days {
  /** The days in which the time begins and ends. */
  day: string
  lastDay: string
  /** Those that lie wholly in it: from … (inclusive) to … (exclusive). */
  firstDay: string
  endDay: string
}

const daysOf = (from: number, to: number): Days => ({
  day: localDay(from),
  lastDay: localDay(to - 1),
  firstDay: localDay(from + dayLength - 1),
  endDay: localDay(to),
})
