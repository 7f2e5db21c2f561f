/** How the posts are: what `chot-hub status` prints. */
import type { KioskStatus } from '../shared/hub-api/kiosk-status.ts'
import type { KioskState } from '../shared/sync/statement.ts'
import type { HubGround } from './ground.ts'

interface Row extends Omit<KioskStatus, 'ownHead' | 'backlog' | 'oldestWaiting' | 'version' | 'trust' | 'clock'> {
  said: KioskState | null
}

const sql = `
SELECT replace(k.enrolment::text, '-', '') AS enrolment, k.name, k.mode,
  CASE WHEN k.lost_at IS NOT NULL THEN 'lost' WHEN k.replaced_at IS NOT NULL THEN 'replaced' WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.sign_key IS NULL THEN 'invited' ELSE 'enrolled' END AS state,
  k.until::float8 AS until, coalesce(k.invited_by, s.way, 'wire') AS by,
  coalesce(h.seq, 0)::float8 AS head, encode(h.epoch, 'hex') AS epoch,
  coalesce(a.entries, 0)::float8 AS entries, coalesce(a.epochs, 0)::int AS epochs,
  s.received_at::float8 AS "lastContact", s.way, s.said,
  (SELECT count(*)::int FROM entry_flag f WHERE f.enrolment = k.enrolment) AS flagged,
  coalesce(b.kept, 0)::int AS kept, coalesce(b.forks, 0)::int AS forks, coalesce(b.quarantined, 0)::int AS quarantined,
  coalesce(b.held, 0)::int AS held, coalesce(h.backed_seq, 0)::float8 AS "backedUp",
  (SELECT count(*)::int FROM alert l WHERE l.enrolment = k.enrolment AND l.acknowledged_at IS NULL) AS alerts
FROM kiosk k
LEFT JOIN LATERAL (SELECT * FROM kiosk_head WHERE enrolment = k.enrolment ORDER BY line DESC LIMIT 1) h ON true
LEFT JOIN LATERAL (SELECT sum(seq - begins + 1) AS entries, count(*) AS epochs FROM kiosk_head
  WHERE enrolment = k.enrolment) a ON true
LEFT JOIN LATERAL (SELECT count(*) AS kept, count(*) FILTER (WHERE why = 'fork') AS forks,
  count(*) FILTER (WHERE why = 'quarantined') AS quarantined, count(*) FILTER (WHERE why = 'revoked') AS held
  FROM kept_batch WHERE enrolment = k.enrolment) b ON true
LEFT JOIN kiosk_state s ON s.enrolment = k.enrolment
ORDER BY k.name, k.enrolment`

/** All of them, by name. */
export async function hubStatus({ pool }: HubGround): Promise<KioskStatus[]> {
  const { rows } = await pool.query<Row>(sql)
  return rows.map(({ said, ...row }) => {
    const isHere = said?.head.epoch === row.epoch
    return {
      ...row,
      ownHead: said?.head.seq ?? null,
      backlog: said !== null && isHere ? Math.max(0, said.head.seq - row.head) : null,
      oldestWaiting: said?.oldest && !(isHere && said.oldest.seq <= row.head) ? said.oldest.at : null,
      version: said?.version ?? null,
      trust: said?.trust ?? null,
      clock: said?.clock ?? null,
    }
  })
}
