/** What of a time is not among its crossings any more, and what was scanned: counts alone, read without writing. */
import type { Decision, Direction } from '../../../shared/domain/crossing/crossing.ts'
import type { Outcome } from '../../../shared/domain/verdict.ts'
import { localDay } from '../../../shared/language/time.ts'
import { openToRead } from '../file/open-to-read.ts'
import type { CrossingRange } from './read-crossings.ts'

/** Counts of a time. Of what was erased the days that lie wholly in it: more is not known. */
export interface RangeCounts {
  /** Crossings that count and can still be read. */
  crossings: number
  /** Crossings that did not take place as they were recorded. */
  voided: number
  /** Crossings that were erased, as far as their day says. */
  erased: { direction: Direction; decision: Decision; crossings: number; people: number }[]
  /** Scans, those that were erased among them. */
  scans: { outcome: Outcome; count: number }[]
}

/**
 * Counts what there is from … (inclusive) to … (exclusive).
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function countRange(folder: string, key: Uint8Array, { from, to }: CrossingRange): RangeCounts {
  const database = openToRead(folder, key)
  try {
    const range = { from, to, ...wholeDays(from, to) }
    const states = database
      .prepare<[CrossingRange], { voided: 0 | 1; count: number }>(
        `SELECT state = 'voided' AS voided, count(*) AS count FROM crossings WHERE at >= @from AND at < @to GROUP BY 1`,
      )
      .all(range)
    const counted = (voided: 0 | 1): number => states.find((each) => each.voided === voided)?.count ?? 0
    return {
      crossings: counted(0),
      voided: counted(1),
      erased: database
        .prepare<[Days], RangeCounts['erased'][number]>(
          `SELECT direction, decision, sum(crossings) AS crossings, sum(people) AS people FROM erased_crossings
           WHERE day >= @firstDay AND day < @endDay GROUP BY direction, decision`,
        )
        .all(range),
      scans: database
        .prepare<[CrossingRange & Days], RangeCounts['scans'][number]>(
          `SELECT outcome, sum(count) AS count FROM (
             SELECT outcome, count(*) AS count FROM scans WHERE at >= @from AND at < @to GROUP BY outcome
             UNION ALL SELECT outcome, count FROM erased_counts WHERE day >= @firstDay AND day < @endDay)
           GROUP BY outcome`,
        )
        .all(range),
    }
  } finally {
    database.close()
  }
}

interface Days {
  firstDay: string
  endDay: string
}

const day = 86_400_000

/** From the first day that begins in the time to the day in which it ends, which is not whole. */
const wholeDays = (from: number, to: number): Days => ({ firstDay: localDay(from + day - 1), endDay: localDay(to) })
