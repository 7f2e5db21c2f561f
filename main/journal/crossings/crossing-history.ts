/** What became of a recorded crossing: its corrections, each with what it was before and why, and the notes on it. */
import * as v from 'valibot'
import type { Correctable, CrossingChange } from '../../../shared/contract/recorded-schemas.ts'
import { crossingSchema, reasonSchema, type Crossing } from '../../../shared/domain/crossing/crossing.ts'
import type { Database } from '../file/open-database.ts'

interface ChangeRow {
  seq: number
  at: number
  kind: string
  payload: string
}

const recordedSchema = v.object({ crossing: crossingSchema })
const amendedSchema = v.object({ crossing: crossingSchema, why: reasonSchema })
const notedSchema = v.object({ text: v.string() })
const voidedSchema = v.object({ why: v.nullable(reasonSchema) })

/** Reads the histories of one database's crossings. */
export class CrossingHistory {
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** Of the crossing that entry `of` recorded, the oldest change first; what is erased is left out. */
  read(of: number): CrossingChange[] {
    const first = this.statements.payload.get(of)
    if (typeof first !== 'string') return []
    let { crossing } = v.parse(recordedSchema, JSON.parse(first))
    const history: CrossingChange[] = []
    for (const { seq, at, kind, payload } of this.statements.changes.all(of)) {
      const said: unknown = JSON.parse(payload)
      if (kind === 'crossing.amended') {
        const amended = v.parse(amendedSchema, said)
        history.push({ kind: 'amended', seq, at, why: amended.why, was: correctable(crossing) })
        crossing = amended.crossing
      } else if (kind === 'crossing.noted')
        history.push({ kind: 'noted', seq, at, text: v.parse(notedSchema, said).text })
      else history.push({ kind: 'voided', seq, at, why: v.parse(voidedSchema, said).why })
    }
    return history
  }
}

const correctable = ({ decision, reason, vehicle, happenedAt }: Crossing): Correctable => ({
  decision,
  reason,
  vehicle,
  ...(happenedAt === undefined ? {} : { happenedAt }),
})

function prepare(database: Database) {
  return {
    payload: database.prepare<[number], string | null>('SELECT payload FROM entries WHERE seq = ?').pluck(),
    changes: database.prepare<[number], ChangeRow>(
      `SELECT e.seq, e.at, e.kind, e.payload FROM crossing_changes h JOIN entries e ON e.seq = h.seq
       WHERE h.crossing = ? AND e.payload IS NOT NULL ORDER BY h.seq`,
    ),
  }
}
