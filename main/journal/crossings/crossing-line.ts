/** A crossing in one line of a list, from its row and the payload that holds it as it is now. */
import * as v from 'valibot'
import type { CrossingLine } from '../../../shared/contract/crossing-line-schemas.ts'
import type { Decision, Direction } from '../../../shared/domain/crossing/crossing.ts'
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import { crossingOutlineSchema } from '../../../shared/ledger/payloads.ts'

/** A row of the table `crossings`. */
export interface CrossingRow {
  /** When it happened, epoch milliseconds. */
  at: number
  /** The entry that recorded it. */
  seq: number
  /** The entry whose payload holds it as it is now. */
  stateSeq: number
  direction: Direction
  onFoot: 0 | 1
  /** Keys of plates (see shared/domain/plate/plate.ts). */
  plate: string | null
  trailer: string | null
  /** How many travellers were recorded. */
  people: number
  outcome: Outcome
  decision: Decision
  state: CrossingLine['state']
  /** The highest number and the highest time of all its entries. */
  lastSeq: number
  lastAt: number
  /** When it was recorded, epoch milliseconds; null: when it happened. */
  recordedAt: number | null
}

/** The columns of `crossings` as `CrossingRow` names them; the table goes by `c`. */
export const crossingColumns = `c.at, c.seq, c.state_seq AS stateSeq, c.direction, c.on_foot AS onFoot, c.plate, c.trailer,
  c.people, c.outcome, c.decision, c.state, c.last_seq AS lastSeq, c.last_at AS lastAt,
  c.recorded_at AS recordedAt`

/** Of the entry `e` that recorded a crossing: the payload of its last amendment. Null where it was never amended. */
const lastAmended = `(SELECT a.payload FROM crossing_changes h
  JOIN entries a ON a.seq = h.seq AND +a.kind = 'crossing.amended' WHERE h.crossing = e.seq ORDER BY h.seq DESC LIMIT 1)`

/**
 * When a crossing happened, as it is now, of the entry `e` that recorded it: where its row stands. It happened when it
 * was recorded, unless what it is now says that it was entered later.
 */
export const happenedAt = `coalesce((SELECT CASE WHEN json_valid(now) THEN now ->> '$.crossing.happenedAt' END
  FROM (SELECT coalesce(${lastAmended}, e.payload) AS now)), e.at)`

const stateSchema = v.object({ crossing: crossingOutlineSchema })

/** The line of a crossing. @param payload the text of the payload of entry `row.stateSeq` */
export function crossingLine(row: CrossingRow, payload: string): CrossingLine {
  const { vehicle, travellers, reason } = v.parse(stateSchema, JSON.parse(payload)).crossing
  const { seq, at, direction, outcome, decision, state } = row
  return {
    seq,
    at,
    enteredAt: row.recordedAt,
    direction,
    onFoot: row.onFoot === 1,
    plate: vehicle?.plate ?? null,
    trailerPlate: vehicle?.trailerPlate ?? null,
    names: travellers.map(({ name }) => name),
    outcome,
    decision,
    reason: reason?.code ?? null,
    state,
  }
}
