/**
 * Between which instants each hundred entries lie. It finds entries by time without an index that every entry would
 * have to write; the clock may have gone back in between.
 */
import type { Database } from './open-database.ts'

/** How many entries one row covers. */
export const covered = 100

/** Takes entries in, and knows the latest instant among them. */
export class EntryTimes {
  readonly tables = ['entry_times'] as const
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** Takes in that there is an entry `seq` now. */
  add(seq: number): void {
    if (seq % covered === 0) this.statements.insert.run(seq, seq - covered, seq)
  }

  /** The latest instant of all entries from `seq` on, epoch milliseconds; null where there is none. */
  latestFrom(seq: number): number | null {
    const boundary = Math.ceil(seq / covered) * covered
    return this.statements.latest.get({ seq, boundary }) ?? null
  }
}

function prepare(database: Database) {
  return {
    insert: database.prepare<[number, number, number]>(
      'INSERT OR REPLACE INTO entry_times SELECT ?, min(at), max(at) FROM entries WHERE seq > ? AND seq <= ?',
    ),
    latest: database
      .prepare<[{ seq: number; boundary: number }], number | null>(
        `SELECT max(latest) FROM (
           SELECT max(at) AS latest FROM entries WHERE seq >= @seq AND seq <= @boundary
           UNION ALL SELECT max(latest) FROM entry_times WHERE through > @boundary
           UNION ALL SELECT max(at) FROM entries
             WHERE seq > max(@seq - 1, (SELECT coalesce(max(through), 0) FROM entry_times)))`,
      )
      .pluck(),
  }
}

/**
 * Numbers, times and payloads of the entries of one kind between two instants (@kind, @from, @to), in order. The join is
 * crossed and the kind has its `+` so that SQLite goes through the hundreds first, and makes no index of its own.
 */
export const entriesBetween = `
  SELECT e.seq, e.at, e.payload FROM entry_times t
  CROSS JOIN entries e ON e.seq > t.through - ${covered} AND e.seq <= t.through
  WHERE t.latest >= @from AND t.earliest < @to AND e.at >= @from AND e.at < @to AND +e.kind = @kind
  UNION ALL SELECT seq, at, payload FROM entries
  WHERE seq > (SELECT coalesce(max(through), 0) FROM entry_times) AND at >= @from AND at < @to AND kind = @kind
  ORDER BY 1`
