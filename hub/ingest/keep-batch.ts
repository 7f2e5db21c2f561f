/** Keeps a batch that did not become entries as it came, and tells somebody: nothing that a kiosk signed is thrown away. */
import type { AlertKind } from '../../shared/hub-api/alerts.ts'
import type { Statement } from '../../shared/sync/statement.ts'
import type { Client } from '../database/open-database.ts'

/** Why it is kept apart. */
export interface Keeping {
  why: 'fork' | 'quarantined' | 'revoked'
  /** A stable word of what exactly. */
  reason: string | null
  /** The first entry that it is about. */
  seq: number
}

/** Batches of one kiosk that are kept apart: one that sends for ever does not fill the disk. */
export const mostKept = 500

/**
 * Keeps one and raises an alert, both once: a batch that comes again is the same, though it is sealed anew. Within a
 * transaction that holds the kiosk's row.
 */
export async function keepBatch(
  client: Client,
  {
    statement,
    sealed,
    keeping,
    received,
  }: { statement: Statement; sealed: Uint8Array; keeping: Keeping; received: number },
): Promise<'kept' | 'known' | 'full'> {
  const { enrolment, epoch, from, through, hash } = statement
  const { rows } = await client.query<{ count: number; last: number; known: boolean }>(
    `SELECT count(*)::int AS count, coalesce(max(number), 0) AS last, coalesce(bool_or(why = $2 AND epoch = decode($3, 'hex') AND from_seq = $4
       AND through_seq = $5 AND hash = decode($6, 'hex')), false) AS known FROM kept_batch WHERE enrolment = $1`,
    [enrolment, keeping.why, epoch, from, through, hash],
  )
  const { count = 0, last = 0, known = false } = rows[0] ?? {}
  if (known) return 'known'
  if (count >= mostKept) {
    await raise(client, enrolment, 'kept-full', null, received)
    return 'full'
  }
  await client.query(
    `INSERT INTO kept_batch VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, decode($8, 'hex'), $9, $10, $11)`,
    [enrolment, last + 1, keeping.why, keeping.reason, epoch, from, through, hash, keeping.seq, sealed, received],
  )
  await raise(client, enrolment, keeping.why, keeping.seq, received)
  return 'kept'
}

/**
 * Alerts of one kind and kiosk that nobody has acknowledged: whoever has a kiosk's key can give cause for one with every entry, and
 * who looks at the page is to see the other kiosks' as well.
 */
export const mostUnacknowledged = 50

/** Raises an alert, unless the same stands there and nobody has acknowledged it, or too many of its kind do. Within such a transaction. */
export async function raise(
  client: Client,
  enrolment: string,
  kind: AlertKind,
  seq: number | null,
  at: number,
): Promise<void> {
  await client.query(
    `INSERT INTO alert (enrolment, number, kind, seq, raised_at)
     SELECT $1::uuid, coalesce((SELECT max(number) FROM alert WHERE enrolment = $1), 0) + 1, $2, $3, $4
     WHERE NOT EXISTS (SELECT FROM alert WHERE enrolment = $1 AND kind = $2 AND seq IS NOT DISTINCT FROM $3
       AND acknowledged_at IS NULL)
     AND (SELECT count(*) FROM alert WHERE enrolment = $1 AND kind = $2 AND acknowledged_at IS NULL) < $5`,
    [enrolment, kind, seq, at, mostUnacknowledged],
  )
}
