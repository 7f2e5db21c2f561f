/**
 * Lets in what was held since a kiosk was withdrawn, batch by batch, by the same rules as if it came now. What is a fork or
 * does not hold is kept apart as such; what has something missing before it goes on being held.
 */
import type { Released } from '../../shared/hub-api/kiosk-deeds.ts'
import type { HubGround } from '../ground.ts'
import { ingest } from '../ingest/ingest.ts'

interface Held {
  number: number
  received: number
}

/** Lets them in, those of an epoch in their order. @throws where the database does not answer; then the rest is held */
export async function release(ground: HubGround, enrolment: string): Promise<Released> {
  const { pool } = ground
  const { rows } = await pool.query<Held>(
    `SELECT number, received_at::float8 AS received FROM kept_batch WHERE enrolment = $1 AND why = 'revoked'
     ORDER BY min(number) OVER (PARTITION BY epoch), from_seq, number`,
    [enrolment],
  )
  const released: Released = { taken: 0, apart: 0, held: 0 }
  for (const { number, received } of rows) {
    const key = [enrolment, number]
    const kept = await pool.query<{ sealed: Buffer }>(
      'SELECT sealed FROM kept_batch WHERE enrolment = $1 AND number = $2',
      key,
    )
    const sealed = kept.rows[0]?.sealed
    // Somebody else lets them in as well.
    if (!sealed) continue
    const { refused } = await ingest(ground, sealed, 'held', received)
    const isApart = refused?.why === 'fork' || refused?.why === 'quarantined'
    if (refused && (!isApart || refused.reason === 'kept-full')) released.held++
    else {
      // What it held is in the journal now, or is kept once more under the reason that keeps it out.
      await pool.query('DELETE FROM kept_batch WHERE enrolment = $1 AND number = $2', key)
      if (isApart) released.apart++
      else released.taken++
    }
  }
  return released
}
