/** Which copies there are, what lies in each, and which count. */
import { transact, type Client, type Pool } from '../database/open-database.ts'
import type { HubGround } from '../ground.ts'
import type { HeadRow } from '../ingest/heads.ts'

/** One copy. Instants are epoch milliseconds. */
interface Backup {
  madeAt: number
  way: 'file' | 'registered'
  word: string | null
  confirmedAt: number | null
  /** How far each epoch is in it, by enrolment. */
  heads: ReadonlyMap<string, readonly Pick<HeadRow, 'epoch' | 'seq' | 'hash'>[]>
}

/** Keeps that there is one, and answers its number. What is in a confirmed one counts as backed up. */
export function keepBackup(pool: Pool, { madeAt, way, word, confirmedAt, heads }: Backup): Promise<number> {
  return transact(pool, async (client) => {
    // One at a time, for its number.
    await client.query('LOCK TABLE backup IN SHARE ROW EXCLUSIVE MODE')
    const { rows } = await client.query<{ number: number }>(
      `INSERT INTO backup SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4 FROM backup RETURNING number`,
      [madeAt, way, word, confirmedAt],
    )
    const number = rows[0]?.number ?? 0
    for (const [enrolment, epochs] of heads)
      for (const { epoch, seq, hash } of epochs)
        await client.query(`INSERT INTO backup_head VALUES ($1, decode($2, 'hex'), $3, $4, decode($5, 'hex'))`, [
          enrolment,
          epoch,
          number,
          seq,
          hash,
        ])
    if (confirmedAt !== null) await count(client, number)
    return number
  })
}

/** What is in a copy counts from now on; a newer one that counts already is not taken back. */
async function count(client: Client, number: number): Promise<void> {
  await client.query(
    `UPDATE kiosk_head h SET backed_seq = b.seq, backed_hash = b.hash FROM backup_head b
     WHERE b.backup = $1 AND b.enrolment = h.enrolment AND b.epoch = h.epoch AND b.seq > coalesce(h.backed_seq, 0)`,
    [number],
  )
}

/** Somebody says the word of a copy that they have restored and compared: its number; null: no copy has this word. */
export function confirmBackup({ pool, now }: HubGround, word: string): Promise<number | null> {
  return transact(pool, async (client) => {
    const { rows } = await client.query<{ number: number }>(
      'UPDATE backup SET confirmed_at = coalesce(confirmed_at, $2) WHERE word = $1 RETURNING number',
      [word, now()],
    )
    const number = rows[0]?.number ?? null
    if (number !== null) await count(client, number)
    return number
  })
}

/** A transaction that was being worked on when a copy was begun may not be in it, however early it came. Milliseconds. */
const margin = 10 * 60_000

/**
 * The operator of a server says that a copy of theirs from an instant was restored and is whole: what had been stored well
 * before it counts as backed up.
 * @param at epoch milliseconds
 */
export async function registerBackup({ pool, now }: HubGround, at: number): Promise<number> {
  const { rows } = await pool.query<{ enrolment: string; epoch: string; seq: number; hash: string }>(
    `SELECT replace(h.enrolment::text, '-', '') AS enrolment, encode(h.epoch, 'hex') AS epoch, e.seq::float8 AS seq,
       encode(e.hash, 'hex') AS hash FROM kiosk_head h CROSS JOIN LATERAL (
         SELECT seq, hash FROM entry_header WHERE enrolment = h.enrolment AND line = h.line AND received_at <= $1
         ORDER BY seq DESC LIMIT 1) e`,
    [at - margin],
  )
  const heads = Map.groupBy(rows, ({ enrolment }) => enrolment)
  return keepBackup(pool, { madeAt: at, way: 'registered', word: null, confirmedAt: now(), heads })
}
