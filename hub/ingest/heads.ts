/** What a hub has of a kiosk's epochs, read under their rows' locks. */
import type { Known, Range } from '../../shared/sync/head-rule.ts'
import type { Client, Pool } from '../database/open-database.ts'

/** One epoch of a kiosk. Hashes in hex. */
export interface HeadRow {
  epoch: string
  line: number
  begins: number
  seq: number
  hash: string
  key: string
  /** What of it lies in a copy that was restored elsewhere; null: nothing. */
  backedSeq: number | null
  backedHash: string | null
}

/**
 * Epochs of one kiosk: one that was restored every week has not so many in its life. Each batch locks and reads all of them, and
 * whoever has a kiosk's key can begin another with every entry.
 */
export const mostLines = 500

const columns = `encode(epoch, 'hex') AS epoch, line, begins::float8 AS begins, seq::float8 AS seq,
  encode(hash, 'hex') AS hash, key, backed_seq::float8 AS "backedSeq", encode(backed_hash, 'hex') AS "backedHash"`

/** All of a kiosk's, in the order in which they came. @param lock until the transaction ends */
export async function readHeads(from: Pool | Client, enrolment: string, lock = false): Promise<HeadRow[]> {
  const sql = `SELECT ${columns} FROM kiosk_head WHERE enrolment = $1 ORDER BY line${lock ? ' FOR UPDATE' : ''}`
  return (await from.query<HeadRow>(sql, [enrolment])).rows
}

/** What the rule of heads asks of a hub, for one batch: no more than that is read. */
export async function knownFor(
  client: Client,
  enrolment: string,
  heads: readonly HeadRow[],
  batch: Range,
): Promise<Known> {
  const head = heads.find(({ epoch }) => epoch === batch.epoch) ?? null
  const hashes = new Map<number, string>()
  if (head && batch.from <= head.seq) {
    const { rows } = await client.query<{ seq: number; hash: string }>(
      `SELECT seq::float8 AS seq, encode(hash, 'hex') AS hash FROM entry_header
       WHERE enrolment = $1 AND line = $2 AND seq BETWEEN $3 AND $4`,
      [enrolment, head.line, batch.from - 1, Math.min(batch.through, head.seq)],
    )
    for (const { seq, hash } of rows) hashes.set(seq, hash)
  }
  const before = head || batch.from === 1 ? [] : await everywhere(client, enrolment, batch.from - 1)
  return {
    head: head && { seq: head.seq, hash: head.hash },
    ofEpoch: (seq) => hashes.get(seq) ?? null,
    anywhere: () => before,
  }
}

/** Hashes of the entries with a number, in all epochs of a kiosk. */
async function everywhere(client: Client, enrolment: string, seq: number): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM entry_header
     WHERE enrolment = $1 AND line IN (SELECT line FROM kiosk_head WHERE enrolment = $1) AND seq = $2`,
    [enrolment, seq],
  )
  return rows.map(({ hash }) => hash)
}
