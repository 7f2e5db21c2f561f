/** The table of scans, and what is still counted of those that were erased. */
import * as v from 'valibot'
import type { Day, ScanLine } from '../../../shared/contract/schemas.ts'
import { findingSchema } from '../../../shared/domain/finding/finding-schema.ts'
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import { dayLength, localDay, startOfLocalDay } from '../../../shared/language/time.ts'
import type { Projected } from '../chain/content.ts'
import type { Erasure } from '../../../shared/ledger/erasure.ts'
import type { Database } from '../file/open-database.ts'

const lastShown = 10

type Scan = Extract<Projected, { kind: 'scan.verified' }>['payload']
type ListedRow = Omit<ScanLine, 'reason'> & { reason: string }

/** What a row of the table `scans` holds beside its time and number. */
export type ScanRow = Pick<ListedRow, 'source' | 'outcome' | 'reason' | 'holder'>

/** The columns of `ScanRow`. */
export const scanColumns = 'source, outcome, reason, holder'

/** The row of a scan. */
export function scanRowOf({ source, outcome, reason, certificate, document }: Scan): ScanRow {
  const holder = certificate?.holder.name ?? document?.name ?? null
  // Member by member: the same text whether it comes from the verdict or from the payload that was made of it.
  const { check, status, code, values } = reason
  return { source, outcome, reason: JSON.stringify({ check, status, code, values }), holder }
}

/** Scans in the order of time. */
export class ScanTable {
  readonly tables = ['scans', 'erased_counts'] as const
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** Takes a scan in. @param at epoch milliseconds */
  add(seq: number, at: number, scan: Scan): void {
    const { source, outcome, reason, holder } = scanRowOf(scan)
    this.statements.insert.run(at, seq, source, outcome, reason, holder)
  }

  /** Scans of each day and outcome among those that an erasure takes. */
  countsToErase(before: number, through: number): Erasure['counts'] {
    return this.statements.countsToErase.all(before, through)
  }

  /** Erases, and keeps the counts. */
  erase({ before, through, counts }: Erasure): void {
    this.statements.erase.run(before, through)
    for (const { day, outcome, count } of counts) this.statements.addErased.run(day, outcome, count)
  }

  /** Counts and last scans of the day that holds `now` (epoch milliseconds). */
  day(now: number): Pick<Day, 'total' | 'byOutcome' | 'last'> {
    const from = startOfLocalDay(now)
    const byOutcome = { accepted: 0, check: 0, rejected: 0, unreadable: 0 }
    for (const { outcome, count } of this.statements.countsOfDay.all(from, from + dayLength, localDay(now)))
      byOutcome[outcome] += count
    const total = Object.values(byOutcome).reduce((sum, count) => sum + count, 0)
    const last = this.statements.lastOfDay
      .all(from, from + dayLength, lastShown)
      .map((row): ScanLine => ({ ...row, reason: v.parse(findingSchema, JSON.parse(row.reason)) }))
    return { total, byOutcome, last }
  }
}

function prepare(database: Database) {
  return {
    insert: database.prepare<[number, number, string, string, string, string | null]>(
      'INSERT OR REPLACE INTO scans (at, seq, source, outcome, reason, holder) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    erase: database.prepare<[number, number]>('DELETE FROM scans WHERE at < ? AND seq <= ?'),
    addErased: database.prepare<[string, string, number]>(
      `INSERT INTO erased_counts (day, outcome, count) VALUES (?, ?, ?)
       ON CONFLICT (day, outcome) DO UPDATE SET count = count + excluded.count`,
    ),
    countsToErase: database.prepare<[number, number], Erasure['counts'][number]>(
      `SELECT local_day(at) AS day, outcome, count(*) AS count FROM scans WHERE at < ? AND seq <= ?
       GROUP BY day, outcome`,
    ),
    countsOfDay: database.prepare<[number, number, string], { outcome: Outcome; count: number }>(
      `SELECT outcome, count(*) AS count FROM scans WHERE at >= ? AND at < ? GROUP BY outcome
       UNION ALL SELECT outcome, count FROM erased_counts WHERE day = ?`,
    ),
    lastOfDay: database.prepare<[number, number, number], ListedRow>(
      `SELECT seq, at, source, outcome, reason, holder FROM scans WHERE at >= ? AND at < ?
       ORDER BY at DESC, seq DESC LIMIT ?`,
    ),
  }
}
