/** Seals the profile's secret under a passphrase: scrypt (RFC 7914) and AES-256-GCM. */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import type { SecretFile } from './secret-file.ts'

/** 128 MiB and about half a second for each guess. */
const usualCost = 2 ** 17
const tagLength = 16

type Sealed = Extract<SecretFile, { kept: 'passphrase' }>

const text = (bytes: Buffer): string => bytes.toString('base64')

// Normalised, for a keyboard may send the same Vietnamese letter as one character or as two.
function keyFrom(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  // In a thread of Node's own: no scan waits for it.
  scrypt(passphrase.normalize('NFC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * 8 * cost }, (error, key) =>
    error ? reject(error) : resolve(key),
  )
  return promise
}

/** Seals a secret. `cost` is scrypt's N. */
export async function sealWithPassphrase(
  secret: Uint8Array,
  passphrase: string,
  cost: number = usualCost,
): Promise<Sealed> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt, cost), nonce)
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return { kept: 'passphrase', cost, salt: text(salt), nonce: text(nonce), sealed: text(sealed) }
}

/** The secret, or null where the passphrase is another. */
export async function unsealWithPassphrase(
  { cost, salt, nonce, sealed }: Sealed,
  passphrase: string,
): Promise<Uint8Array | null> {
  const bytes = Buffer.from(sealed, 'base64')
  const key = await keyFrom(passphrase, Buffer.from(salt, 'base64'), cost)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: tagLength })
    decipher.setAuthTag(bytes.subarray(-tagLength))
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
  } catch {
    return null
  }
}
