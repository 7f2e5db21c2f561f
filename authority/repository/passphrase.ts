/** Private keys at rest: PKCS #8 (RFC 5958) in AES-256-GCM under a key that scrypt (RFC 7914) makes of a passphrase. */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  randomBytes,
  scryptSync,
  type KeyObject,
} from 'node:crypto'
import * as v from 'valibot'

const base64 = v.pipe(v.string(), v.base64())
/** More would let a planted file take all memory: scrypt needs 128 · N · r bytes. */
const mostCost = 2 ** 20

/** A sealed private key, as it stands in a file. Binary members in base64. */
export const sealedSchema = v.strictObject({
  kdf: v.strictObject({
    name: v.literal('scrypt'),
    N: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(mostCost)),
    r: v.literal(8),
    p: v.literal(1),
    salt: base64,
  }),
  cipher: v.strictObject({ name: v.literal('aes-256-gcm'), nonce: base64, tag: base64 }),
  sealed: base64,
})
export type Sealed = v.InferOutput<typeof sealedSchema>

/** 128 MiB and a good part of a second for each guess (OWASP's first choice for scrypt). */
const usualCost = 2 ** 17

/** A passphrase in use. What it seals at one sitting shares a salt, so that opening it costs one derivation. */
export class Passphrase {
  private readonly secret: string
  private readonly cost: number
  private readonly salt = randomBytes(16).toString('base64')
  private readonly derived = new Map<string, Buffer>()

  /** @param cost scrypt's N; a test takes a small one */
  constructor(secret: string, cost = usualCost) {
    this.secret = secret.normalize('NFC')
    this.cost = cost
  }

  /** Seals a private key. `name` is bound to it: under another name it does not open. */
  seal(privateKey: KeyObject, name: string): Sealed {
    const kdf = { name: 'scrypt', N: this.cost, r: 8, p: 1, salt: this.salt } as const
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.key(kdf), nonce).setAAD(Buffer.from(name))
    const plain = privateKey.export({ format: 'der', type: 'pkcs8' })
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    plain.fill(0)
    return {
      kdf,
      cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64'), tag: cipher.getAuthTag().toString('base64') },
      sealed: sealed.toString('base64'),
    }
  }

  /** Opens a sealed key; null: the passphrase is not the one, or the file was altered. */
  open({ kdf, cipher, sealed }: Sealed, name: string): KeyObject | null {
    const nonce = Buffer.from(cipher.nonce, 'base64')
    const tag = Buffer.from(cipher.tag, 'base64')
    // A short tag would be easy to forge.
    if (nonce.length !== 12 || tag.length !== 16) return null
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key(kdf), nonce).setAAD(Buffer.from(name)).setAuthTag(tag)
      const plain = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()])
      return createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
    } catch {
      return null
    }
  }

  private key({ N, r, p, salt }: Sealed['kdf']): Buffer {
    const name = `${N} ${salt}`
    const known = this.derived.get(name)
    if (known) return known
    const key = scryptSync(this.secret, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r })
    this.derived.set(name, key)
    return key
  }
}
