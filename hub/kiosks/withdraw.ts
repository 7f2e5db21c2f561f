/** A kiosk is withdrawn: it is told, and what it sends from then on is held outside everything until somebody lets it in. */
import { raise } from '../ingest/keep-batch.ts'
import { transact } from '../database/open-database.ts'
import type { HubGround } from '../ground.ts'

/** `replace`: another gets its name, and its history stays its own; `lost`: strangers may have it. */
export type Withdrawing = 'revoke' | 'replace' | 'lost'

const columnOf = { replace: 'replaced_at', lost: 'lost_at' } as const

/** Withdraws it; done twice it changes nothing, and the first instant stands. */
export async function withdraw({ pool, now }: HubGround, enrolment: string, how: Withdrawing): Promise<void> {
  await transact(pool, async (client) => {
    const column = how === 'revoke' ? '' : `, ${columnOf[how]} = coalesce(${columnOf[how]}, $2)`
    await client.query(`UPDATE kiosk SET revoked_at = coalesce(revoked_at, $2)${column} WHERE enrolment = $1`, [
      enrolment,
      now(),
    ])
    if (how === 'lost') await raise(client, enrolment, 'lost', null, now())
  })
}

/**
 * Somebody has seen what is told of a kiosk: how many alerts that were.
 * @param through the highest number that they have seen; absent: all of them
 */
export async function acknowledge(
  { pool, now }: HubGround,
  enrolment: string,
  through = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const sql =
    'UPDATE alert SET acknowledged_at = $2 WHERE enrolment = $1 AND acknowledged_at IS NULL AND number <= $3::bigint'
  return (await pool.query(sql, [enrolment, now(), through])).rowCount ?? 0
}
