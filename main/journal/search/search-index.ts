/**
 * Writes the search index, behind the journal: what is recorded is found once a batch has taken it in, and a search
 * calls for the batches that are missing. Nothing of it is written beside a crossing, so recording costs the same
 * however large the index is.
 */
import { crossingColumns, happenedAt, type CrossingRow } from '../crossings/crossing-line.ts'
import type { CrossingFollower } from '../crossings/crossing-table.ts'
import type { Database } from '../file/open-database.ts'
import { QuarterLines, quarterOf, spanOf } from './block.ts'
import { BlockTable } from './block-table.ts'
import { markOf } from './marks.ts'
import { dayOf, daysOf, weekOf, type Span } from './span.ts'
import { termsOf } from './terms.ts'

/**
 * Crossings in a batch. Fewer than these wait for the index: a search looks through them in some ten milliseconds, and
 * the batch takes some fifty.
 */
const batchSize = 500

/** Blocks of a day that are joined to its week's at once: some ten milliseconds. */
const joinedAtOnce = 200

/** More crossings than wait for the index, unless the disk has taken nothing for days. */
const mostWaiting = 10_000

/** A crossing, and what it can be found by. */
export interface WaitingCrossing {
  row: CrossingRow
  terms: ReadonlySet<string>
}

/** The index of one database, written. */
export class SearchIndex implements CrossingFollower {
  readonly blocks: BlockTable
  private readonly database: Database
  private readonly statements
  private known: readonly WaitingCrossing[] = []

  constructor(database: Database) {
    this.blocks = new BlockTable(database)
    this.database = database
    this.statements = prepare(database)
  }

  /**
   * Takes the next `size` crossings in, in one transaction, once so many wait for it: a small batch writes nearly as
   * much as a large one. Answers with how many it took: all or none. Throws where the disk takes nothing.
   */
  index(size = batchSize): number {
    if (this.statements.count.get(this.through(), size) !== size) return 0
    return this.database.transaction(() => this.takeIn(size)).immediate()
  }

  /**
   * Joins some of what the days of a finished week hold, in one transaction. Answers with how many blocks it wrote; 0:
   * there is nothing to join. Throws where the disk takes nothing.
   */
  join(): number {
    const now = this.statements.at.get(this.through())
    if (now === undefined) return 0
    return this.database.transaction(() => this.blocks.joinDays(now, joinedAtOnce)).immediate()
  }

  /** The crossings that the index has not yet, with their terms. Those are kept: the next search asks again. */
  waiting(): readonly WaitingCrossing[] {
    const before = new Map(this.known.map((each) => [each.row.stateSeq, each]))
    this.known = this.statements.waiting
      .all(this.through(), mostWaiting)
      .map((row) => before.get(row.stateSeq) ?? { row, terms: this.termsNow(row) })
    return this.known
  }

  /** Every block of their weeks is looked through: so none of it stays, whatever the terms were made of. */
  forget(rows: Iterable<CrossingRow>): void {
    this.known = []
    const through = this.through()
    const gone = new Map<Span, Set<number>>()
    for (const { at, seq } of rows) {
      if (seq > through) continue
      const week = weekOf(dayOf(at))
      const ofWeek = gone.get(week)
      if (ofWeek) ofWeek.add(seq)
      else gone.set(week, new Set([seq]))
    }
    for (const [week, ofWeek] of gone)
      for (const span of [...daysOf(week), week]) this.blocks.removeCrossings(span, ofWeek)
  }

  changed(row: CrossingRow): void {
    if (row.seq <= this.through()) this.insert([{ row, terms: this.termsNow(row) }])
  }

  clear(): void {
    this.blocks.removeAll()
    this.statements.advance.run(0)
  }

  private through(): number {
    return this.statements.through.get() ?? 0
  }

  private termsNow(row: CrossingRow): ReadonlySet<string> {
    const payload = this.statements.payload.get(row.stateSeq) ?? null
    return payload === null ? new Set() : termsOf(row, payload)
  }

  private takeIn(size: number): number {
    const rows = this.statements.waiting.all(this.through(), size)
    this.insert(rows.map((row) => ({ row, terms: this.termsNow(row) })))
    // Fewer than there seemed to be, where some were erased meanwhile.
    const last = rows.length === size ? rows.at(-1)?.seq : this.statements.lastEntry.get()
    this.statements.advance.run(last ?? this.through())
    return rows.length
  }

  private insert(crossings: readonly WaitingCrossing[]): void {
    for (const [quarter, ofQuarter] of Map.groupBy(crossings, ({ row }) => quarterOf(row.at))) {
      const lines = new QuarterLines()
      for (const { row, terms } of ofQuarter) lines.add(terms, { at: row.at, seq: row.seq, mark: markOf(row) })
      this.blocks.append(spanOf(quarter), lines.blocks(quarter))
    }
  }
}

function prepare(database: Database) {
  return {
    through: database.prepare<[], number>('SELECT through FROM search_progress').pluck(),
    advance: database.prepare<[number]>('UPDATE search_progress SET through = ?'),
    lastEntry: database.prepare<[], number | null>('SELECT max(seq) FROM entries').pluck(),
    waiting: database.prepare<[number, number], CrossingRow>(
      `SELECT ${crossingColumns} FROM entries e CROSS JOIN crossings c ON c.at = ${happenedAt} AND c.seq = e.seq
       WHERE e.seq > ? AND e.kind = 'crossing.recorded' ORDER BY e.seq LIMIT ?`,
    ),
    count: database
      .prepare<[number, number], number>(
        `SELECT count(*) FROM (SELECT 1 FROM entries WHERE seq > ? AND kind = 'crossing.recorded' LIMIT ?)`,
      )
      .pluck(),
    payload: database.prepare<[number], string | null>('SELECT payload FROM entries WHERE seq = ?').pluck(),
    at: database.prepare<[number], number>('SELECT at FROM entries WHERE seq = ?').pluck(),
  }
}
