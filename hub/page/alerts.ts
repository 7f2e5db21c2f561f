/** What nobody has acknowledged yet. */
import type { Alert } from '../../shared/hub-api/alerts.ts'
import type { HubGround } from '../ground.ts'

/** All of them, the newest first. @throws where the database does not answer */
export async function readAlerts({ pool }: HubGround): Promise<Alert[]> {
  const { rows } = await pool.query<Alert>(
    `SELECT replace(a.enrolment::text, '-', '') AS enrolment, k.name, k.mode, a.number, a.kind, a.seq::float8 AS seq,
       a.raised_at::float8 AS "raisedAt" FROM alert a JOIN kiosk k USING (enrolment) WHERE a.acknowledged_at IS NULL
     ORDER BY a.raised_at DESC, a.enrolment, a.number DESC`,
  )
  return rows
}
