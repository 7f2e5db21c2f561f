/**
 * Between which instants each hundred entries lie. It finds entries by time without an index that every entry would
 * have to write; the clock may have gone back in between.
 */
import type { Database } from '../file/open-database.ts'

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

/** Entries behind one up to another: a hundred at most. */
export interface Stretch {
  after: number
  through: number
}

/** Where entries may lie between two instants (epoch milliseconds), in order, as the journal ends now. */
export function stretchesBetween(database: Database, from: number, to: number): Stretch[] {
  const hundreds = database.prepare<[number, number], Stretch>(
    `SELECT through - ${covered} AS after, through FROM entry_times
     WHERE latest >= ? AND earliest < ? ORDER BY through`,
  )
  const rest = database.prepare<[], Stretch>(
    `SELECT coalesce((SELECT max(through) FROM entry_times), 0) AS after,
       coalesce((SELECT max(seq) FROM entries), 0) AS through`,
  )
  return database.transaction(() => [...hundreds.all(from, to), ...rest.all()])()
}
