/**
 * The kiosk's own keys: one that signs (Ed25519) and one that opens what is sealed to it (X25519), numbered, each of 32
 * random bytes of its own that lie in the encrypted journal. The signing key with the number 1 is derived from the profile's
 * secret, as the only one of earlier versions was; what it signs last is the change to the next.
 */
import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto'
import * as v from 'valibot'
import { keyChangeText, readKeyChange } from '../../../shared/ledger/key-change.ts'
import { keysSchema, keyStatementSchema, type KeyStatement } from '../../../shared/ledger/payloads.ts'
import { ed25519Holds } from './entry-signature.ts'
import type { Database } from '../file/open-database.ts'
import { readPayload } from './payload.ts'

/** What PKCS #8 puts before the 32 bytes of a key (RFC 8410 §7). */
const pkcs8 = {
  sign: Buffer.from('302e020100300506032b657004220420', 'hex'),
  box: Buffer.from('302e020100300506032b656e04220420', 'hex'),
} as const
type Use = keyof typeof pkcs8

function keyFrom(use: Use, secret: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8[use], secret]), format: 'der', type: 'pkcs8' })
}

/** A signing key from its secret 32 bytes: the derived one, and an officer's. */
export const kioskKeyFrom = (seed: Uint8Array): KeyObject => keyFrom('sign', seed)

/** A key's public half, 32 bytes in base64url. */
export const publicTextOf = (key: KeyObject): string =>
  v.parse(v.string(), (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' }).x)

const statementBytes = (statement: string): Buffer => Buffer.from(keyChangeText(statement), 'utf8')

const lastKey = 'SELECT number, secret FROM kiosk_keys WHERE use = ? ORDER BY number DESC LIMIT 1'

/** A numbered key. */
export interface NumberedKey {
  number: number
  key: KeyObject
}

/** The number of the derived key. */
export const derivedNumber = 1

/** The keys of one journal. */
export class KioskKeys {
  private readonly derived: KeyObject
  private readonly statements
  private signing: NumberedKey | null = null

  /** @param derived the signing key with the number 1 */
  constructor(database: Database, derived: KeyObject) {
    this.derived = derived
    this.statements = {
      last: database.prepare<[string], { number: number; secret: Uint8Array }>(lastKey),
      insert: database.prepare<[string, number, Uint8Array]>('INSERT INTO kiosk_keys VALUES (?, ?, ?)'),
    }
  }

  /** The one that signs now. */
  current(): NumberedKey {
    this.signing ??= this.last('sign') ?? { number: derivedNumber, key: this.derived }
    return this.signing
  }

  /** The one that opens what is sealed to the kiosk; null: it has no keys of its own yet. */
  box(): NumberedKey | null {
    return this.last('box')
  }

  /** Whether the kiosk has keys of its own. */
  hasOwn(): boolean {
    return this.box() !== null
  }

  /**
   * Makes new keys, kept from now on: within the transaction of the entry that says so, whose payload is the answer. It is
   * signed by the old key and by the new one.
   */
  change(kiosk: string): v.InferOutput<typeof keysSchema> {
    const old = this.current()
    const box = { number: (this.last('box')?.number ?? 0) + 1, secret: randomBytes(32) }
    const next = { number: old.number + 1, secret: randomBytes(32) }
    const key = keyFrom('sign', next.secret)
    const said: KeyStatement = {
      kiosk,
      sign: { number: next.number, public: publicTextOf(key) },
      box: { number: box.number, public: publicTextOf(keyFrom('box', box.secret)) },
      replaces: old.number,
    }
    const statement = JSON.stringify(said)
    this.statements.insert.run('sign', next.number, next.secret)
    this.statements.insert.run('box', box.number, box.secret)
    this.signing = null
    const by = (signer: KeyObject): string => sign(null, statementBytes(statement), signer).toString('base64url')
    return { statement, old: by(old.key), new: by(key) }
  }

  /** Forgets what was made in a transaction that did not come to its end. */
  forget(): void {
    this.signing = null
  }

  private last(use: Use): NumberedKey | null {
    const row = this.statements.last.get(use)
    return row ? { number: row.number, key: keyFrom(use, row.secret) } : null
  }
}

/** The signing key of the kiosk's own that lies in a journal, for who only reads it; null: a journal that was not opened since it has any. */
export function ownSigningKey(database: Database): KeyObject | null {
  const row = database.prepare<[string], { secret: Uint8Array }>(lastKey).get('sign')
  return row ? keyFrom('sign', row.secret) : null
}

/** Whether the keys that lie in the journal are those that its entries say; an older page of them could be put back. */
export function ownKeysHold(database: Database): boolean {
  const said = database
    .prepare<[], string | null>(`SELECT payload FROM entries WHERE kind = 'kiosk.keys' ORDER BY seq DESC LIMIT 1`)
    .pluck()
    .get()
  const last = readPayload(keyStatementSchema, readPayload(keysSchema, said)?.statement)
  return (['sign', 'box'] as const).every((use) => {
    const row = database.prepare<[string], { number: number; secret: Uint8Array }>(lastKey).get(use)
    const expected = last?.[use]
    return row?.number === expected?.number && (!row || publicTextOf(keyFrom(use, row.secret)) === expected?.public)
  })
}

/** A public signing key, and the first entry that it may have signed a head of. */
interface SigningKey {
  number: number
  public: string
  from: number
}

/** The public signing keys of a journal in their order, and the first change of keys that does not hold. */
export interface SigningKeys {
  keys: readonly SigningKey[]
  /** The number of that entry; null: all hold. */
  fault: number | null
}

/** The key that signed heads of an entry `seq`: the last one of which an entry up to that says so. */
export const keyInForce = ({ keys }: SigningKeys, seq: number): SigningKey | null =>
  keys.findLast(({ from }) => from <= seq) ?? null

/** Reads which keys have signed, each brought in by the one before, beginning with the derived one. */
export function readSigningKeys(database: Database, derived: KeyObject): SigningKeys {
  const keys: SigningKey[] = [{ number: derivedNumber, public: publicTextOf(derived), from: 1 }]
  const changes = database
    .prepare<[], { seq: number; payload: string | null }>(
      `SELECT seq, payload FROM entries WHERE kind = 'kiosk.keys' ORDER BY seq`,
    )
    .all()
  for (const { seq, payload } of changes) {
    const next = payload === null ? null : readChange(payload, keys.at(-1))
    if (next === null) return { keys, fault: seq }
    keys.push({ ...next, from: seq })
  }
  return { keys, fault: null }
}

/** The signing key that a change brings in; null where it is not signed by the one before and by itself. */
function readChange(payload: string, last: SigningKey | undefined): KeyStatement['sign'] | null {
  const old = (number: number): string[] => (last?.number === number ? [last.public] : [])
  try {
    return readKeyChange(JSON.parse(payload), old, ed25519Holds)?.sign ?? null
  } catch {
    return null
  }
}
