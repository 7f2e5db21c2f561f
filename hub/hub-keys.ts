/**
 * The hub's own keys: one that signs, those that open what is sealed to it (the newest is sealed to), and the public half
 * of the province's recovery key, whose secret half is in no computer. They lie in the database and go along with its backups.
 */
import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import { decodeBase64url, encodeBase64url } from '../shared/certificate/base64url.ts'
import { fingerprintOf, hubOf } from '../shared/sync/invitation.ts'
import type { Sign } from '../shared/sync/means.ts'
import { keyIdOf, newBoxPair } from '../shared/sync/seal.ts'
import { signSealingKeys } from '../shared/sync/sealing-keys.ts'
import { ed25519PublicOf } from '../main/journal/index.ts'
import { nodeMeans } from '../main/sync/index.ts'
import { transact, type Client, type Pool } from './database/open-database.ts'

/** The keys of one hub, read. */
export interface HubKeys {
  hub: string
  /** Of the key that signs: 32 bytes in base64url. */
  public: string
  sign: Sign
  /** What people compare of it. */
  fingerprint: string
  /** What `signSealingKeys` answered. */
  sealing: string
  /** Whether the province has a recovery key. */
  hasRecovery: boolean
  /** X25519 keys to seal to: the hub's newest, and the province's. */
  to: readonly Uint8Array[]
  /** The secret half of one of its sealing keys by its identifier; null: it has none such. */
  secretOf: (id: string) => Uint8Array | null
}

/** One at a time over all processes: the number is nothing but ours. */
const lock = 4_770_020

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

interface Row {
  use: string
  number: number
  public: string
  secret: Buffer | null
  made_at: string
}

/**
 * Reads them, or makes them at the first start.
 * @param recovery the province's recovery key (32 bytes in base64url) where the first start says one
 * @param now epoch milliseconds
 */
export function openHubKeys(pool: Pool, { recovery, now }: { recovery: string | null; now: number }): Promise<HubKeys> {
  return transact(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
    const rows = await readKeys(client)
    if (rows.length === 0) {
      const seed = randomBytes(32)
      await keep(client, { use: 'sign', number: 1, public: ed25519PublicOf(signerFrom(seed)), secret: seed }, now)
      await makeSealingKey(client, 1, now)
    }
    if (recovery !== null && rows.every(({ use }) => use !== 'recovery'))
      await keep(client, { use: 'recovery', number: 1, public: recovery, secret: null }, now)
    return keysFrom(await readKeys(client))
  })
}

/** Gives the hub another key to be sealed to; what is sealed to the ones before still opens. @param now epoch milliseconds */
export function renewSealingKey(pool: Pool, now: number): Promise<HubKeys> {
  return transact(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
    const last = (await readKeys(client)).findLast(({ use }) => use === 'seal')?.number ?? 0
    await makeSealingKey(client, last + 1, now)
    return keysFrom(await readKeys(client))
  })
}

/** Opens something; where it is sealed to a key that was not there when they were read, reads them anew and tries again. */
export async function withNewestKeys<T>(
  ground: { readonly keys: HubKeys; rereadKeys: () => Promise<void> },
  open: (secretOf: HubKeys['secretOf']) => T,
): Promise<T> {
  const opened = open(ground.keys.secretOf)
  if (opened !== 'another-seal') return opened
  await ground.rereadKeys()
  return open(ground.keys.secretOf)
}

async function readKeys(client: Client): Promise<Row[]> {
  return (await client.query<Row>('SELECT use, number, public, secret, made_at FROM hub_key ORDER BY number')).rows
}

async function makeSealingKey(client: Client, number: number, now: number): Promise<void> {
  const pair = newBoxPair(nodeMeans)
  const secret = Buffer.from(pair.secret)
  await keep(client, { use: 'seal', number, public: encodeBase64url(pair.public), secret }, now)
}

async function keep(client: Client, row: Omit<Row, 'made_at'>, now: number): Promise<void> {
  const { use, number, public: text, secret } = row
  await client.query('INSERT INTO hub_key VALUES ($1, $2, $3, $4, $5)', [use, number, text, secret, now])
}

const signerFrom = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })

function keysFrom(rows: readonly Row[]): HubKeys {
  const signer = rows.find(({ use }) => use === 'sign')
  const sealing = rows.filter(({ use }) => use === 'seal').toReversed()
  const recovery = rows.findLast(({ use }) => use === 'recovery')
  if (!signer?.secret) throw new Error('a hub that was opened has a key that signs')
  const key = signerFrom(signer.secret)
  const by: Sign = (bytes) => sign(null, bytes, key)
  const hub = hubOf(nodeMeans, signer.public)
  const keys = sealing.map((each) => each.public).slice(0, 16)
  const at = Math.max(...rows.map(({ made_at: made }) => Number(made)))
  const said = {
    hub,
    // Every change adds a row, so a later list has a higher number; and so has one that a hub says that was put back from a
    // copy, though it knows nothing of the lists that came after the copy.
    number: at + rows.length,
    keys,
    recovery: recovery?.public ?? null,
    at,
  }
  const secrets = new Map(sealing.map((each) => [keyIdOf(nodeMeans, bytesOf(each.public)), each.secret]))
  return {
    hub,
    public: signer.public,
    fingerprint: fingerprintOf(nodeMeans, signer.public),
    hasRecovery: recovery !== undefined,
    sign: by,
    sealing: signSealingKeys(said, by),
    to: [keys[0], recovery?.public].flatMap((each) => (each === undefined ? [] : [bytesOf(each)])),
    secretOf: (id) => secrets.get(id) ?? null,
  }
}

const bytesOf = (text: string): Uint8Array => decodeBase64url(text) ?? new Uint8Array(0)
