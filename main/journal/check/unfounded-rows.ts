/** Looks for rows that no entry leads to. The other way round, a row that is missing is seen from its entry. */
import { covered } from '../chain/entry-times.ts'
import type { Database } from '../file/open-database.ts'
import type { DerivedTable, Discord } from '../../../shared/ledger/discord.ts'

/** Rows that are looked at in one read transaction: some tens of milliseconds. */
const inOneRun = 10_000

/** Where a row stands in its table. `at`: epoch milliseconds. */
interface Place {
  at: number
  seq: number
}

/** Behind which row a run begins, how many rows it takes, and up to which. */
interface Run extends Place {
  most: number
  lastAt: number
  lastSeq: number
}

type Row = Place & { founded: 0 | 1 }

/** The last row of each table; none of an empty one. */
export type LastRows = ReadonlyMap<DerivedTable, Place>

/** Where the tables end now. */
export function lastRows(database: Database): LastRows {
  return new Map(
    [...recordedTables, ...otherTables].flatMap(({ table, last }) =>
      database
        .prepare<[], Place>(last)
        .all()
        .map((place): [DerivedTable, Place] => [table, place]),
    ),
  )
}

/**
 * The first row that no entry leads to; null: there is none. Tables are read up to the row that was their last, and not
 * up to an entry: a row behind all entries is one that no entry leads to. What a kiosk has written in between has its
 * entry.
 */
export function findUnfounded(database: Database, last: LastRows): Discord | null {
  for (const { table, sql } of [...recordedTables, ...otherTables]) {
    const next = database.prepare<[Run], Row>(sql)
    let after: Place | undefined = last.has(table) ? { at: Number.MIN_SAFE_INTEGER, seq: 0 } : undefined
    while (after) {
      const rows: Row[] = next.all({ ...after, most: inOneRun, ...upTo(last.get(table)) })
      const found = strangerIn(table, rows)
      if (found) return found
      after = rows.at(-1)
    }
  }
  return null
}

/** What is no number of ours is read inexactly, and nothing may stand behind it unseen. */
function upTo(place: Place | undefined): Pick<Run, 'lastAt' | 'lastSeq'> {
  const exact = place && Number.isSafeInteger(place.at) && Number.isSafeInteger(place.seq)
  return exact ? { lastAt: place.at, lastSeq: place.seq } : { lastAt: Infinity, lastSeq: Infinity }
}

/** The same of scans and crossings from an instant on, epoch milliseconds, and of no more than so many of each. */
export function findUnfoundedSince(database: Database, since: number, most: number): Discord | null {
  for (const { table, sql } of recordedTables) {
    const found = strangerIn(
      table,
      database.prepare<[Run], Row>(sql).all({ at: since, seq: 0, most, ...upTo(undefined) }),
    )
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
  /** Its last row. */
  last: string
}

// The `+` keeps SQLite from the indices of single kinds: an entry is looked up by its number.
const recorded = (table: DerivedTable, kind: string, at: string): Search => ({
  table,
  sql: `SELECT r.at, r.seq, e.seq IS NOT NULL AS founded
        FROM (SELECT at, seq, ${at} AS entered FROM ${table}
              WHERE (at, seq) > (@at, @seq) AND (at, seq) <= (@lastAt, @lastSeq) ORDER BY at, seq LIMIT @most) r
        LEFT JOIN entries e ON e.seq = r.seq AND +e.at = r.entered AND +e.kind = '${kind}' AND e.payload IS NOT NULL
        ORDER BY r.at, r.seq`,
  last: `SELECT at, seq FROM ${table} ORDER BY at DESC, seq DESC LIMIT 1`,
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
          FROM (SELECT crossing, seq FROM crossing_changes
                WHERE (crossing, seq) > (@at, @seq) AND (crossing, seq) <= (@lastAt, @lastSeq)
                ORDER BY crossing, seq LIMIT @most) r
          LEFT JOIN entries e ON e.seq = r.seq AND +e.kind IN ('crossing.amended', 'crossing.voided', 'crossing.noted')
            AND CASE WHEN json_valid(e.payload) THEN e.payload ->> '$.of' END = r.crossing
          ORDER BY r.crossing, r.seq`,
    last: 'SELECT crossing AS at, seq FROM crossing_changes ORDER BY crossing DESC, seq DESC LIMIT 1',
  },
  {
    table: 'entry_times',
    sql: `SELECT 0 AS at, r.through AS seq, e.seq IS NOT NULL AND r.through % ${covered} = 0 AS founded
          FROM (SELECT through FROM entry_times WHERE through > @seq AND (0, through) <= (@lastAt, @lastSeq)
                ORDER BY through LIMIT @most) r
          LEFT JOIN entries e ON e.seq = r.through
          ORDER BY r.through`,
    last: 'SELECT 0 AS at, through AS seq FROM entry_times ORDER BY through DESC LIMIT 1',
  },
]
