/** The asking part of a journal: recorded crossings as they are now. */
import * as v from 'valibot'
import type { DayCrossings } from '../../../shared/contract/crossing-line-schemas.ts'
import type { RecordedCrossing } from '../../../shared/contract/recorded-schemas.ts'
import type { AbandonedCrossing } from '../../../shared/domain/crossing/abandoned.ts'
import {
  crossingSchema,
  type Crossing,
  type Decision,
  type Direction,
} from '../../../shared/domain/crossing/crossing.ts'
import { dayLength, localDay, startOfLocalDay } from '../../../shared/language/time.ts'
import { CrossingHistory } from './crossing-history.ts'
import { crossingColumns, crossingLine, type CrossingRow } from './crossing-line.ts'
import type { CrossingTable } from './crossing-table.ts'
import { untabled } from '../chain/index-conditions.ts'
import type { Database } from '../file/open-database.ts'
import { readPayload } from '../chain/payload.ts'

/** A crossing, and when it was recorded. */
export interface RecentCrossing {
  /** The entry that recorded it. */
  seq: number
  /** Epoch milliseconds. */
  at: number
  crossing: Crossing
}

/** Why a crossing cannot be changed: there never was one, its content is erased, or it does not count any more. */
export type Unchangeable = 'unknown' | 'erased' | 'voided'

/** Crossings, in number, by what was decided about them. */
export type CrossingCounts = Omit<DayCrossings, 'last'>

export interface CountRow {
  direction: Direction
  decision: Decision
  crossings: number
  people: number
}

const lastShown = 10
const stateSchema = v.object({ crossing: crossingSchema })
const givenUpSchema = v.object({ crossing: v.omit(crossingSchema, ['decision', 'reason']) })

/** Asks one journal for its crossings. */
export class Crossings {
  private readonly table: CrossingTable
  private readonly history: CrossingHistory
  private readonly statements

  constructor(database: Database, table: CrossingTable) {
    this.table = table
    this.history = new CrossingHistory(database)
    this.statements = prepare(database)
  }

  /** The crossing that entry `seq` recorded, as it is now; null where there is none, or its content is erased. */
  read(seq: number): Omit<RecordedCrossing, 'above'> | null {
    const row = this.table.row(seq)
    const payload = row && this.statements.payload.get(row.stateSeq)
    if (!row || typeof payload !== 'string') return null
    return { line: crossingLine(row, payload), crossing: parse(payload), history: this.history.read(seq) }
  }

  /** Whether the crossing that entry `seq` recorded can be changed; null: it can. */
  unchangeable(seq: number): Unchangeable | null {
    const row = this.table.row(seq)
    if (row) return row.state === 'voided' ? 'voided' : null
    return this.statements.kind.get(seq) === 'crossing.recorded' ? 'erased' : 'unknown'
  }

  /** Crossings recorded since an instant (epoch milliseconds), oldest first; voided ones are not among them. */
  since(instant: number): RecentCrossing[] {
    return this.statements.since.all(instant).map(({ seq, at, payload }) => ({ seq, at, crossing: parse(payload) }))
  }

  /** Crossings given up since an instant (epoch milliseconds), oldest first; without those whose content is erased. */
  abandonedSince(instant: number): AbandonedCrossing[] {
    return this.statements.abandonedSince.all(instant).flatMap(({ at, payload }) => {
      const said = readPayload(givenUpSchema, payload)
      return said ? [{ at, crossing: said.crossing }] : []
    })
  }

  /** The crossings of the day that holds `now` (epoch milliseconds), in Viet Nam's calendar. */
  day(now: number): DayCrossings {
    const from = startOfLocalDay(now)
    const counts = countsOf(this.statements.countsOfDay.all(from, from + dayLength, localDay(now)))
    const last = this.statements.lastOfDay
      .all(from, from + dayLength, lastShown)
      .map(({ payload, ...row }) => crossingLine(row, payload))
    return { ...counts, last }
  }
}

/** Adds counts up. */
export function countsOf(rows: readonly CountRow[]): CrossingCounts {
  const byDecision = { admitted: 0, refused: 0, referred: 0 }
  const byDirection = { in: 0, out: 0 }
  let [total, everybody] = [0, 0]
  for (const { direction, decision, crossings, people } of rows) {
    byDecision[decision] += crossings
    byDirection[direction] += crossings
    total += crossings
    everybody += people
  }
  return { total, people: everybody, byDecision, byDirection }
}

function parse(payload: string): Crossing {
  return v.parse(stateSchema, JSON.parse(payload)).crossing
}

function prepare(database: Database) {
  return {
    payload: database.prepare<[number], string | null>('SELECT payload FROM entries WHERE seq = ?').pluck(),
    kind: database.prepare<[number], string>('SELECT kind FROM entries WHERE seq = ?').pluck(),
    since: database.prepare<[number], { seq: number; at: number; payload: string }>(
      `SELECT c.seq, c.at, e.payload FROM crossings c JOIN entries e ON e.seq = c.state_seq
       WHERE c.at >= ? AND c.state <> 'voided' ORDER BY c.at, c.seq`,
    ),
    abandonedSince: database.prepare<[number], { at: number; payload: string }>(
      `SELECT at, payload FROM entries INDEXED BY entries_untabled
       WHERE ${untabled} AND kind = 'crossing.abandoned' AND at >= ? AND payload IS NOT NULL ORDER BY seq`,
    ),
    countsOfDay: database.prepare<[number, number, string], CountRow>(
      `SELECT direction, decision, count(*) AS crossings, sum(people) AS people FROM crossings
       WHERE at >= ? AND at < ? AND state <> 'voided' GROUP BY direction, decision
       UNION ALL SELECT direction, decision, crossings, people FROM erased_crossings WHERE day = ?`,
    ),
    lastOfDay: database.prepare<[number, number, number], CrossingRow & { payload: string }>(
      `SELECT ${crossingColumns}, e.payload FROM crossings c JOIN entries e ON e.seq = c.state_seq
       WHERE c.at >= ? AND c.at < ? ORDER BY c.at DESC, c.seq DESC LIMIT ?`,
    ),
  }
}
