/**
 * Restores a copy into a database that holds nothing yet, then reads everything back from there and compares it. Either all of
 * it is there, or nothing.
 */
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { migrations } from '../database/migrate.ts'
import { transact, type Client, type Pool } from '../database/open-database.ts'
import { Partitions } from '../database/partitions.ts'
import { ChunkBroken, decrypted } from './chunks.ts'
import { keyOf, magic, manifestSchema, mostFront, wordOf, type Manifest } from './copy-file.ts'
import { RowDigest, rowsOf, tables } from './rows.ts'

/** Why nothing was restored. */
export type RestoreFault =
  /** It is no copy. */
  | 'no-copy'
  /** It is sealed to other keys. */
  | 'another-key'
  /** It was altered, or cut off. */
  | 'broken'
  /** Another version wrote it. */
  | 'another-version'
  /** There is a hub in this database. */
  | 'not-empty'
  /** What was read back is not what was written. */
  | 'not-alike'

/** What was restored. */
export interface RestoredCopy {
  hub: string
  /** When the copy was made, epoch milliseconds. */
  at: number
  rows: number
  /** What the hub is told, so that the copy counts. */
  word: string
}

class Refused extends Error {
  readonly fault: RestoreFault
  constructor(fault: RestoreFault) {
    super(fault)
    this.name = 'Refused'
    this.fault = fault
  }
}

/**
 * Restores one.
 * @param secret the key that opens it, X25519, 32 bytes
 * @throws the system's error, and where the database does not answer
 */
export async function restoreCopy(pool: Pool, file: string, secret: Uint8Array): Promise<RestoredCopy | RestoreFault> {
  try {
    const { manifest, digest, rows } = await transact(pool, (client) => fill(pool, client, linesOf(file, secret)))
    const back = await transact(pool, async (client) => {
      const read = new RowDigest()
      for await (const row of rowsOf(client)) read.add(row)
      return read.end()
    })
    if (back !== digest) return 'not-alike'
    return { hub: manifest.hub, at: manifest.at, rows, word: wordOf(manifest.secret, digest) }
  } catch (error) {
    if (error instanceof Refused) return error.fault
    if (error instanceof ChunkBroken || isZlib(error)) return 'broken'
    throw error
  }
}

const isZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

async function* linesOf(file: string, secret: Uint8Array): AsyncGenerator<string> {
  const pieces = createReadStream(file)
  let front = Buffer.alloc(0)
  const iterator = pieces[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let end = -1
  while (end === -1) {
    const next = await iterator.next()
    if (next.done === true || front.length > mostFront) throw new Refused('no-copy')
    front = Buffer.concat([front, next.value])
    end = front.indexOf(0x0a, magic.length)
  }
  if (front.subarray(0, magic.length).toString('latin1') !== magic) throw new Refused('no-copy')
  const about = front.subarray(0, end + 1)
  const key = keyOf(about, secret)
  if (key === null) throw new Refused('another-key')
  const rest = front.subarray(end + 1)
  async function* closed(): AsyncGenerator<Buffer> {
    yield rest
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  }
  const plain = pipeline(Readable.from(decrypted(closed(), key, about)), createGunzip(), () => undefined)
  yield* linesIn(plain)
}

async function* linesIn(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let waiting = ''
  for await (const piece of pieces) {
    const lines = (waiting + decoder.decode(piece, { stream: true })).split('\n')
    waiting = lines.pop() ?? ''
    yield* lines
  }
  if (waiting !== '') throw new ChunkBroken()
}

/** Rows that are put in at a time. */
const page = 500

async function fill(pool: Pool, client: Client, lines: AsyncIterable<string>) {
  const { rows: there } = await client.query('SELECT FROM hub_key LIMIT 1')
  if (there.length > 0) throw new Refused('not-empty')
  let manifest: Manifest | null = null
  const digests = new RowDigest()
  let [rows, table, waiting]: [number, string, string[]] = [0, '', []]
  const put = async (): Promise<void> => {
    if (waiting.length > 0)
      await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [
        `[${waiting.join(',')}]`,
      ])
    waiting = []
  }
  for await (const line of lines) {
    const [, kind = '', rest = ''] = /^([MRE]) (.*)$/s.exec(line) ?? []
    if (manifest === null) {
      manifest = kind === 'M' ? v.parse(manifestSchema, JSON.parse(rest)) : null
      if (manifest === null) throw new Refused('broken')
      if (manifest.format !== migrations.at(-1)?.version) throw new Refused('another-version')
      await new Partitions(pool).ensure(manifest.days)
    } else if (kind === 'R') {
      const space = rest.indexOf(' ')
      const [name, row] = [rest.slice(0, space), rest.slice(space + 1)]
      if (tables.every((each) => each.name !== name)) throw new Refused('broken')
      if (name !== table || waiting.length >= page) await put()
      table = name
      waiting.push(row)
      digests.add({ table: name, row })
      rows++
    } else if (kind === 'E') {
      await put()
      const digest = digests.end()
      if (digest !== rest) throw new Refused('broken')
      return { manifest, digest, rows }
    }
  }
  throw new Refused('broken')
}
