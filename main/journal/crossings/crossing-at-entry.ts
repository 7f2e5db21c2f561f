/**
 * Crossings as they were at an entry, of those that were changed since: an amendment may also say that one happened at another
 * time, and then its row has moved.
 */
import * as v from 'valibot'
import { crossingOutlineSchema } from '../../../shared/ledger/payloads.ts'
import type { CrossingRow } from './crossing-line.ts'
import { timesOf } from './crossing-table.ts'
import type { Database } from '../file/open-database.ts'

/** A crossing at an entry. `payload`: of the entry that held it then. */
export interface CrossingThen extends Pick<CrossingRow, 'at' | 'seq' | 'state' | 'recordedAt'> {
  kiosk: string
  officer: string | null
  payload: string
}

interface Recorded {
  at: number
  kiosk: string
  officer: string | null
  payload: string | null
}

const stateSchema = v.object({ crossing: crossingOutlineSchema })

/** Looks back in one database. Its calls belong in one transaction with whatever they are put together with. */
export class CrossingAtEntry {
  private readonly statements

  constructor(database: Database) {
    this.statements = {
      changed: database
        .prepare<[number], number>(
          `SELECT DISTINCT payload ->> '$.of' FROM entries
           WHERE seq > ? AND kind IN ('crossing.amended', 'crossing.voided', 'crossing.noted') AND json_valid(payload)`,
        )
        .pluck(),
      recorded: database.prepare<[number], Recorded>(
        `SELECT at, kiosk, officer, payload FROM entries WHERE seq = ? AND kind = 'crossing.recorded'`,
      ),
      changes: database.prepare<[number, number], { kind: string; payload: string | null }>(
        `SELECT e.kind, e.payload FROM crossing_changes h JOIN entries e ON e.seq = h.seq
         WHERE h.crossing = ? AND h.seq <= ? ORDER BY h.seq`,
      ),
    }
  }

  /** Crossings up to an entry that have a later change, as they were at it; those whose content is erased are left out. */
  changedSince(through: number): CrossingThen[] {
    const changed = this.statements.changed.all(through).filter((seq) => seq <= through)
    return changed.map((seq) => this.asOf(seq, through)).filter((each) => each !== null)
  }

  private asOf(seq: number, through: number): CrossingThen | null {
    const recorded = this.statements.recorded.get(seq)
    if (!recorded) return null
    const { at, kiosk, officer } = recorded
    let [state, payload]: [CrossingThen['state'], string | null] = ['recorded', recorded.payload]
    for (const change of this.statements.changes.all(seq, through)) {
      if (change.kind === 'crossing.voided') state = 'voided'
      if (change.kind === 'crossing.amended') [state, payload] = ['amended', change.payload]
    }
    if (payload === null) return null
    return { ...timesOf(at, v.parse(stateSchema, JSON.parse(payload)).crossing), seq, state, kiosk, officer, payload }
  }
}
