/** What is kept apart of one kiosk, to be looked at: never what is sealed in it. */
import type { Pool } from '../database/open-database.ts'
import type { Keeping } from './keep-batch.ts'

/** A batch that did not become entries. Instants are epoch milliseconds. */
export interface KeptBatch extends Pick<Keeping, 'why' | 'reason'> {
  /** In the order in which they came. */
  number: number
  from: number
  through: number
  /** The first entry that it is about. */
  at: number
  receivedAt: number
  /** Of the sealed file. */
  bytes: number
}

/** All of them, `mostKept` at most. */
export async function readKept(pool: Pool, enrolment: string): Promise<KeptBatch[]> {
  const { rows } = await pool.query<KeptBatch>(
    `SELECT number, why, reason, from_seq::float8 AS "from", through_seq::float8 AS through, at_seq::float8 AS at,
       received_at::float8 AS "receivedAt", length(sealed) AS bytes FROM kept_batch WHERE enrolment = $1 ORDER BY number`,
    [enrolment],
  )
  return rows
}
