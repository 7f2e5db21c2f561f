/** Looks for rows that no entry leads to. The other way round, a row that is missing is seen from its entry. */
import { covered } from '../entry-times.ts'
import type { Database } from '../open-database.ts'
import type { DerivedTable, Discord } from '../../../shared/ledger/discord.ts'

/** Rows that are looked at in one read transaction: some tens of milliseconds. */
const inOneRun = 10_000

/** Behind which row a run begins, and how many rows it takes. `at`: epoch milliseconds. */
interface Run {
  at: number
  seq: number
  most: number
}

type Row = Omit<Run, 'most'> & { founded: 0 | 1 }

/** The first row that no entry leads to; null: there is none. */
export function findUnfounded(database: Database): Discord | null {
  for (const { table, sql } of [...recordedTables, ...otherTables]) {
    const next = database.prepare<[Run], Row>(sql)
    let run: Run = { at: Number.MIN_SAFE_INTEGER, seq: 0, most: inOneRun }
    for (;;) {
      const rows = next.all(run)
      const found = strangerIn(table, rows)
      if (found) return found
      const last = rows.at(-1)
      if (!last) break
      run = { at: last.at, seq: last.seq, most: inOneRun }
    }
  }
  return null
}

/** The same of scans and crossings from an instant on, epoch milliseconds, and of no more than so many of each. */
export function findUnfoundedSince(database: Database, since: number, most: number): Discord | null {
  for (const { table, sql } of recordedTables) {
    const found = strangerIn(table, database.prepare<[Run], Row>(sql).all({ at: since, seq: 0, most }))
    if (found) return found
  }
  return null
}

function strangerIn(table: DerivedTable, rows: readonly Row[]): Discord | null {
  const stranger = rows.find(({ founded }) => founded === 0)
  return stranger ? { why: 'row-unfounded', table, seq: stranger.seq } : null
}

interface Search {
  table: DerivedTable
  sql: string
}

// The `+` keeps SQLite from the indices of single kinds: an entry is looked up by its number.
const recorded = (table: DerivedTable, kind: string, at: string): Search => ({
  table,
  sql: `SELECT r.at, r.seq, e.seq IS NOT NULL AS founded
        FROM (SELECT at, seq, ${at} AS entered FROM ${table} WHERE (at, seq) > (@at, @seq) ORDER BY at, seq LIMIT @most) r
        LEFT JOIN entries e ON e.seq = r.seq AND +e.at = r.entered AND +e.kind = '${kind}' AND e.payload IS NOT NULL
        ORDER BY r.at, r.seq`,
})

const recordedTables = [
  recorded('scans', 'scan.verified', 'at'),
  recorded('crossings', 'crossing.recorded', 'coalesce(recorded_at, at)'),
] as const

/** In place of the time these have the number of a crossing, and nothing. */
const otherTables: readonly Search[] = [
  {
    table: 'crossing_changes',
    sql: `SELECT r.crossing AS at, r.seq, e.seq IS NOT NULL AS founded
          FROM (SELECT crossing, seq FROM crossing_changes WHERE (crossing, seq) > (@at, @seq)
                ORDER BY crossing, seq LIMIT @most) r
          LEFT JOIN entries e ON e.seq = r.seq AND +e.kind IN ('crossing.amended', 'crossing.voided', 'crossing.noted')
            AND json_extract(e.payload, '$.of') = r.crossing
          ORDER BY r.crossing, r.seq`,
  },
  {
    table: 'entry_times',
    sql: `SELECT 0 AS at, r.through AS seq, e.seq IS NOT NULL AND r.through % ${covered} = 0 AS founded
          FROM (SELECT through FROM entry_times WHERE through > @seq ORDER BY through LIMIT @most) r
          LEFT JOIN entries e ON e.seq = r.through
          ORDER BY r.through`,
  },
]
