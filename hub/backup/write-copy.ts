/** Writes a copy of everything that a hub holds, as of one instant, while it goes on working. */
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { encodeBase64url } from '../../shared/certificate/base64url.ts'
import { stageFile } from '../../main/files/index.ts'
import { nodeMeans } from '../../main/sync/index.ts'
import { migrations } from '../database/migrate.ts'
import { transact, type Client } from '../database/open-database.ts'
import type { HubGround } from '../ground.ts'
import { readHeads, type HeadRow } from '../ingest/heads.ts'
import { encrypted } from './chunks.ts'
import { newFront, wordOf, type Manifest } from './copy-file.ts'
import { keepBackup } from './keep-backup.ts'
import { RowDigest, rowsOf } from './rows.ts'

/** A copy that was made. */
export interface Copied {
  number: number
  bytes: number
  rows: number
}

/**
 * Writes a copy to a file that must not be there yet. It counts once somebody has said its word.
 * @param to X25519 keys of those who may read it, 32 bytes each
 * @throws the system's error, and where the database does not answer
 */
export async function writeCopy(ground: HubGround, file: string, to: readonly Uint8Array[]): Promise<Copied> {
  const { pool, keys, now } = ground
  const at = now()
  const secret = encodeBase64url(nodeMeans.random(32))
  const { key, front } = newFront(keys.hub, at, to)
  const { staged, rows, digest, heads } = await transact(pool, async (client) => {
    const sum = { rows: 0, digest: '' }
    const ends = new Map<string, HeadRow[]>()
    async function* lines(): AsyncGenerator<string> {
      const digests = new RowDigest()
      const content = rowsOf(client)
      // The first row is of the snapshot: what is asked beside the rows is of the same.
      let next = await content.next()
      const manifest: Manifest = {
        format: migrations.at(-1)?.version ?? 0,
        hub: keys.hub,
        at,
        secret,
        days: await daysOf(client),
      }
      yield `M ${JSON.stringify(manifest)}\n`
      for (; next.done !== true; next = await content.next()) {
        digests.add(next.value)
        sum.rows++
        yield `R ${next.value.table} ${next.value.row}\n`
      }
      for (const enrolment of await enrolmentsOf(client)) ends.set(enrolment, await readHeads(client, enrolment))
      sum.digest = digests.end()
      yield `E ${sum.digest}\n`
    }
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield front
      const packed = pipeline(Readable.from(lines()), createGzip(), () => undefined)
      yield* encrypted(packed, key, front)
    }
    return { staged: await stageFile(file, pieces()), ...sum, heads: ends }
  })
  try {
    const number = await keepBackup(pool, {
      madeAt: at,
      way: 'file',
      word: wordOf(secret, digest),
      confirmedAt: null,
      heads,
    })
    staged.keep()
    return { number, bytes: staged.bytes, rows }
  } catch (error) {
    staged.discard()
    throw error
  }
}

async function enrolmentsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ enrolment: string }>('SELECT DISTINCT enrolment FROM kiosk_head')
  return rows.map(({ enrolment }) => enrolment)
}

async function daysOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `SELECT to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD')::text AS day FROM pg_inherits
     WHERE inhparent = 'entry_payload'::regclass`,
  )
  return rows.map(({ day }) => day)
}
