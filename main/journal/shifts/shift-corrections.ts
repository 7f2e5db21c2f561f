/** Which crossings were corrected between two entries, by whom and why. */
import * as v from 'valibot'
import { reasonSchema } from '../../../shared/domain/crossing/crossing.ts'
import type { CorrectionLine } from '../../../shared/domain/shift/handover-record.ts'
import { entryNumber } from '../../../shared/ledger/payloads.ts'
import type { Database } from '../file/open-database.ts'

/** A correction; `by`: the number of whoever made it. */
export type Correction = Omit<CorrectionLine, 'by'> & { by: string | null }

interface Row {
  seq: number
  at: number
  kind: 'crossing.amended' | 'crossing.voided'
  officer: string | null
  payload: string | null
}

const saidSchema = v.object({ of: entryNumber, why: v.nullable(reasonSchema) })

/** The oldest first, `most` of them. What is erased is known to have been, and no more. */
export function readCorrections(
  database: Database,
  { after, before, most }: { after: number; before: number; most: number },
): Correction[] {
  // The `+` keeps SQLite from the indices of single kinds: a stretch of entries is gone through.
  const rows = database.prepare<[number, number, number], Row>(
    `SELECT seq, at, kind, officer, payload FROM entries WHERE seq > ? AND seq < ?
     AND +kind IN ('crossing.amended', 'crossing.voided') ORDER BY seq LIMIT ?`,
  )
  return rows.all(after, before, most).map(({ seq, at, kind, officer, payload }) => {
    const said = payload === null ? null : v.parse(saidSchema, JSON.parse(payload))
    return {
      seq,
      at,
      kind: kind === 'crossing.amended' ? 'amended' : 'voided',
      of: said?.of ?? null,
      by: officer,
      why: said?.why ?? null,
    }
  })
}
