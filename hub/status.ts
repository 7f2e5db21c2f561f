/** How the posts are: what `chot-hub status` prints. */
import type { KioskState } from '../shared/sync/statement.ts'
import type { HubGround } from './ground.ts'

/** One kiosk. Instants are epoch milliseconds. */
export interface KioskStatus {
  name: string
  enrolment: string
  mode: string
  /** `invited`: it has not been heard of. */
  state: 'invited' | 'enrolled' | 'revoked' | 'replaced' | 'lost'
  /** The last entry that the hub has of its newest epoch; 0: none. */
  head: number
  /** How many entries the hub has of it, over all its epochs. */
  entries: number
  epochs: number
  /** Where its own journal ended when it last said so; null: it never did. */
  ownHead: number | null
  /** How many entries it had then that the hub has not now; null: it never said, or it is on another branch. */
  backlog: number | null
  lastContact: number | null
  /** How that came. */
  way: string | null
  version: string | null
  clock: KioskState['clock'] | null
  flagged: number
  /** Batches that did not become entries: of another branch, broken, or come since the kiosk was withdrawn. */
  kept: number
  forks: number
  quarantined: number
  held: number
  /** The last entry of its newest epoch in a copy that was restored elsewhere; 0: none. */
  backedUp: number
  alerts: number
}

interface Row extends Omit<KioskStatus, 'ownHead' | 'backlog' | 'version' | 'clock'> {
  said: KioskState | null
  epoch: string | null
}

const sql = `
SELECT replace(k.enrolment::text, '-', '') AS enrolment, k.name, k.mode,
  CASE WHEN k.lost_at IS NOT NULL THEN 'lost' WHEN k.replaced_at IS NOT NULL THEN 'replaced' WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.sign_key IS NULL THEN 'invited' ELSE 'enrolled' END AS state,
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
  return rows.map(({ said, epoch, ...row }) => ({
    ...row,
    ownHead: said?.head.seq ?? null,
    backlog: said?.head.epoch === epoch && said !== null ? Math.max(0, said.head.seq - row.head) : null,
    version: said?.version ?? null,
    clock: said?.clock ?? null,
  }))
}
