/** The table of crossings, the changes made to them, and what is still counted of those that were erased. */
import { readPlate } from '../../../shared/domain/plate/plate.ts'
import type { CrossingOutline } from '../../../shared/ledger/payloads.ts'
import { crossingColumns, happenedAt, type CrossingRow } from './crossing-line.ts'
import type { Erasure } from '../../../shared/ledger/erasure.ts'
import type { Database } from '../file/open-database.ts'

/** What is made of crossings beside their table, and must not outlive what it was made of: the search index. */
export interface CrossingFollower {
  /** Called before crossings' content changes or is erased, in that transaction, rows and payloads still as they were. */
  forget(rows: Iterable<CrossingRow>): void
  /** Called after a crossing's content has changed, in that transaction. */
  changed(row: CrossingRow): void
  /** Called before all crossings are made anew. */
  clear(): void
}

/** Which crossings (`c`) an erasure takes (@before, @through): a crossing goes as a whole, once its last entry may go. */
export const erasable = 'c.at < @before AND c.last_at < @before AND c.last_seq <= @through'

const inOneRun = 1000

/** Crossings in the order of the time at which they happened. */
export class CrossingTable {
  readonly tables = ['crossings', 'crossing_changes', 'erased_crossings'] as const
  private readonly followers: readonly CrossingFollower[]
  private readonly statements

  constructor(database: Database, followers: readonly CrossingFollower[]) {
    this.followers = followers
    this.statements = prepare(database)
  }

  /** The row of the crossing that entry `seq` recorded; null where there is none, or it is erased. */
  row(seq: number): CrossingRow | null {
    return this.statements.row.get(seq) ?? null
  }

  /** Takes a crossing in. @param at when it was recorded, epoch milliseconds */
  add(seq: number, at: number, crossing: CrossingOutline): void {
    this.statements.insert.run({ seq, ...timesOf(at, crossing), ...columnsOf(crossing), lastAt: at })
  }

  /** From entry `seq` on, the crossing `of` is this, and stands at the time at which it says that it happened. */
  amend(seq: number, at: number, of: number, crossing: CrossingOutline): void {
    const row = this.row(of)
    if (!row) return
    for (const follower of this.followers) follower.forget([row])
    const { at: happened, recordedAt } = timesOf(row.recordedAt ?? row.at, crossing)
    this.statements.amend.run({ crossingAt: row.at, of, seq, at, happened, recordedAt, ...columnsOf(crossing) })
    this.statements.addChange.run(of, seq)
    const amended = this.row(of)
    if (amended) for (const follower of this.followers) follower.changed(amended)
  }

  /** Entry `seq` says that the crossing `of` did not take place so. */
  void(seq: number, at: number, of: number): void {
    const row = this.row(of)
    if (!row) return
    this.statements.void.run({ crossingAt: row.at, of, seq, at })
    this.statements.addChange.run(of, seq)
  }

  /** Entry `seq` is a note on the crossing `of`. */
  note(seq: number, at: number, of: number): void {
    const row = this.row(of)
    if (!row) return
    this.statements.note.run({ crossingAt: row.at, of, seq, at })
    this.statements.addChange.run(of, seq)
  }

  /** Crossings and people of each day, direction and decision among those that an erasure takes; voided ones apart. */
  countsToErase(before: number, through: number): Erasure['crossings'] {
    return this.statements.countsToErase.all({ before, through })
  }

  /** Tells whoever follows the crossings which of them are about to be erased. */
  forgetErasable(before: number, through: number): void {
    for (const follower of this.followers) follower.forget(this.erasable(before, through))
  }

  /** In runs, since nothing can be written while a statement is being stepped through. */
  private *erasable(before: number, through: number): Generator<CrossingRow> {
    let after = { at: Number.MIN_SAFE_INTEGER, seq: 0 }
    for (;;) {
      const rows = this.statements.erasable.all({ before, through, ...after })
      yield* rows
      const last = rows.at(-1)
      if (!last) return
      after = { at: last.at, seq: last.seq }
    }
  }

  /** Erases, and keeps the counts. */
  erase({ before, through, crossings: counts }: Erasure): void {
    this.statements.eraseChanges.run({ before, through })
    this.statements.erase.run({ before, through })
    for (const count of counts) this.statements.addErased.run(count)
  }

  /** Tells whoever follows the crossings that they are made anew. */
  clearFollowers(): void {
    for (const follower of this.followers) follower.clear()
  }
}

type Columns = Pick<CrossingRow, 'direction' | 'onFoot' | 'plate' | 'trailer' | 'people' | 'outcome' | 'decision'>

/**
 * What the row of a crossing takes from it. Rows are compared with what comes out here: where a new version makes
 * something else of the same entry, a migration must have the rows made anew.
 */
export function columnsOf({ direction, vehicle, travellers, outcome, decision }: CrossingOutline): Columns {
  const plate = vehicle?.plate ? (readPlate(vehicle.plate)?.key ?? null) : null
  const trailer = vehicle?.trailerPlate ? (readPlate(vehicle.trailerPlate)?.key ?? null) : null
  return { direction, onFoot: vehicle ? 0 : 1, plate, trailer, people: travellers.length, outcome, decision }
}

/**
 * Where a crossing's row stands: when it happened; and when it was recorded, where that was later.
 * @param at when it was recorded, epoch milliseconds
 */
export function timesOf(
  at: number,
  { happenedAt: then = at }: CrossingOutline,
): Pick<CrossingRow, 'at' | 'recordedAt'> {
  return { at: then, recordedAt: then === at ? null : at }
}

type NewRow = Columns & Pick<CrossingRow, 'at' | 'recordedAt' | 'seq' | 'lastAt'>

interface Range {
  before: number
  through: number
}

interface Change {
  /** Of the crossing; with `of` it finds the row. */
  crossingAt: number
  of: number
  /** Of the change. */
  seq: number
  at: number
}

function prepare(database: Database) {
  const last = 'last_seq = @seq, last_at = max(last_at, @at)'
  return {
    row: database.prepare<[number], CrossingRow>(
      `SELECT ${crossingColumns} FROM entries e JOIN crossings c ON c.at = ${happenedAt} AND c.seq = e.seq WHERE e.seq = ?`,
    ),
    insert: database.prepare<[NewRow]>(
      `INSERT OR REPLACE INTO crossings VALUES (@at, @seq, @seq, @direction, @onFoot, @plate, @trailer, @people, @outcome,
         @decision, 'recorded', @seq, @lastAt, @recordedAt)`,
    ),
    amend: database.prepare<[Columns & Change & Pick<CrossingRow, 'recordedAt'> & { happened: number }]>(
      `UPDATE crossings SET at = @happened, recorded_at = @recordedAt, state_seq = @seq, direction = @direction,
         on_foot = @onFoot, plate = @plate, trailer = @trailer, people = @people, outcome = @outcome,
         decision = @decision, state = 'amended', ${last}
       WHERE at = @crossingAt AND seq = @of`,
    ),
    void: database.prepare<[Change]>(
      `UPDATE crossings SET state = 'voided', ${last} WHERE at = @crossingAt AND seq = @of`,
    ),
    note: database.prepare<[Change]>(`UPDATE crossings SET ${last} WHERE at = @crossingAt AND seq = @of`),
    addChange: database.prepare<[number, number]>(
      'INSERT OR REPLACE INTO crossing_changes (crossing, seq) VALUES (?, ?)',
    ),
    erasable: database.prepare<[Range & { at: number; seq: number }], CrossingRow>(
      `SELECT ${crossingColumns} FROM crossings c WHERE ${erasable} AND (c.at, c.seq) > (@at, @seq)
       ORDER BY c.at, c.seq LIMIT ${inOneRun}`,
    ),
    countsToErase: database.prepare<[Range], Erasure['crossings'][number]>(
      `SELECT local_day(c.at) AS day, direction, decision, count(*) AS crossings, sum(people) AS people
       FROM crossings c WHERE ${erasable} AND state <> 'voided' GROUP BY day, direction, decision`,
    ),
    eraseChanges: database.prepare<[Range]>(
      `DELETE FROM crossing_changes WHERE crossing IN (SELECT c.seq FROM crossings c WHERE ${erasable})`,
    ),
    erase: database.prepare<[Range]>(`DELETE FROM crossings AS c WHERE ${erasable}`),
    addErased: database.prepare<[Erasure['crossings'][number]]>(
      `INSERT INTO erased_crossings VALUES (@day, @direction, @decision, @crossings, @people)
       ON CONFLICT (day, direction, decision) DO UPDATE
       SET crossings = crossings + excluded.crossings, people = people + excluded.people`,
    ),
  }
}
