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

/** Somebody has seen what is told of a kiosk: how many alerts that were. */
export async function acknowledge({ pool, now }: HubGround, enrolment: string): Promise<number> {
  const sql = 'UPDATE alert SET acknowledged_at = $2 WHERE enrolment = $1 AND acknowledged_at IS NULL'
  return (await pool.query(sql, [enrolment, now()])).rowCount ?? 0
}
