/**
 * An officer's secret key as it is kept: under the PIN, the badge's secret half and the kiosk's own secret together. Nothing is
 * compared: a wrong PIN opens nothing. What each of the three holds off is in docs/officers.md.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import * as v from 'valibot'

/** What opens a key. */
export interface Openers {
  pin: string
  /** The badge's secret half; null where the officer has none. */
  badge: Uint8Array | null
  /** The kiosk's, 32 bytes: without it a copied disk cannot be guessed at. */
  kiosk: Uint8Array
}

/** Whose key it is: bound to it, so that none can be put in another's place. */
export interface KeyOf {
  officer: string
  /** The public half, in base64url. */
  public: string
}

/** scrypt's (RFC 7914): 32 MiB, and about half a second for each guess on a checkpoint's laptop. */
const usualCost = { N: 2 ** 15, r: 8, p: 3 } as const

/** No row of the journal makes the kiosk take more than this. */
const mostMemory = 256 * 2 ** 20

const tagLength = 16
const whole = v.pipe(v.number(), v.integer(), v.minValue(1))

const wrappedSchema = v.strictObject({
  cost: v.strictObject({
    N: v.pipe(whole, v.maxValue(2 ** 18)),
    r: v.pipe(whole, v.maxValue(8)),
    p: v.pipe(whole, v.maxValue(16)),
  }),
  salt: v.string(),
  nonce: v.string(),
  sealed: v.string(),
})

/** scrypt's parameters. */
export type Cost = v.InferOutput<typeof wrappedSchema>['cost']

function fromPin(pin: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  // In a thread of Node's own: no scan waits for it.
  scrypt(pin, salt, 32, { ...cost, maxmem: mostMemory }, (error, key) => (error ? reject(error) : resolve(key)))
  return promise
}

async function keyFrom({ pin, badge, kiosk }: Openers, salt: Buffer, cost: Cost): Promise<Buffer> {
  const stretched = await fromPin(pin, salt, cost)
  const material = Buffer.concat([stretched, badge ?? Buffer.alloc(0)])
  return Buffer.from(hkdfSync('sha256', material, kiosk, badge ? 'chot officer key, badge' : 'chot officer key', 32))
}

const bound = ({ officer, public: key }: KeyOf): Buffer => Buffer.from(`chot officer key\n${officer}\n${key}`, 'utf8')

/** Wraps a secret key: scrypt, HKDF-SHA-256 (RFC 5869) and AES-256-GCM. @returns JSON text */
export async function wrapKey(
  secret: Uint8Array,
  openers: Openers,
  of: KeyOf,
  cost: Cost = usualCost,
): Promise<string> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(openers, salt, cost), nonce).setAAD(bound(of))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  const [saltText, nonceText, sealedText] = [salt, nonce, sealed].map((bytes) => bytes.toString('base64url'))
  return JSON.stringify({ cost, salt: saltText, nonce: nonceText, sealed: sealedText })
}

/** The secret key; null where one of the openers is another, or the text is none of ours. */
export async function unwrapKey(wrapped: string, openers: Openers, of: KeyOf): Promise<Uint8Array | null> {
  try {
    const { cost, salt, nonce, sealed } = v.parse(wrappedSchema, JSON.parse(wrapped))
    const key = await keyFrom(openers, Buffer.from(salt, 'base64url'), cost)
    const bytes = Buffer.from(sealed, 'base64url')
    const options = { authTagLength: tagLength }
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), options).setAAD(bound(of))
    decipher.setAuthTag(bytes.subarray(-tagLength))
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
  } catch {
    return null
  }
}
