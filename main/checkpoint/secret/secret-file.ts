/**
 * `secret.json`: the profile's one secret, 32 random bytes from which every key of the kiosk is derived. It lies there
 * as it is, or sealed under a passphrase, or sealed by the operating system; its owner alone may read the file.
 */
import { chmodSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readForeignFileIfThere, replaceOwnFile } from '../../files/index.ts'

/** More than the file is long, in bytes: some five hundred. */
const largest = 1 << 16

const base64 = v.pipe(v.string(), v.base64())

/** A secret under a passphrase. */
export const passphraseSealSchema = v.strictObject({
  kept: v.literal('passphrase'),
  /** scrypt's cost N, a power of two (RFC 7914 §2). */
  cost: v.pipe(v.number(), v.integer(), v.minValue(2 ** 14), v.maxValue(2 ** 20)),
  salt: base64,
  nonce: base64,
  /** AES-256-GCM: ciphertext and tag. */
  sealed: base64,
})

const secretFileSchema = v.variant('kept', [
  v.strictObject({ kept: v.literal('open'), secret: base64 }),
  passphraseSealSchema,
  v.strictObject({ kept: v.literal('system'), sealed: base64 }),
])

/** What the file holds. */
export type SecretFile = v.InferOutput<typeof secretFileSchema>

/** Why the secret cannot be had; each has a sentence, see opening-fault.ts. */
export type SecretFaultCode =
  | 'SECRET_UNREADABLE'
  | 'SECRET_MISSING'
  /** There is none yet, and no journal that one would have sealed: Chốt has not been started on this profile. */
  | 'SECRET_NOT_MADE'
  /** The first one could not be put on the disk. */
  | 'SECRET_NOT_WRITTEN'
  | 'SECRET_SEALED'
  | 'PASSPHRASE_NEEDED'
  | 'PASSPHRASE_WRONG'
  /** No secret is put under one that is guessed. */
  | 'PASSPHRASE_SHORT'

/** The profile's secret cannot be had. */
export class SecretFault extends Error {
  readonly code: SecretFaultCode
  constructor(code: SecretFaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SecretFault'
    this.code = code
  }
}

/** Where it lies. */
export const secretFileIn = (profile: string): string => join(profile, 'secret.json')

/**
 * Reads a profile's secret file; null where there is none. A file that others may read is closed to them.
 * @throws SecretFault SECRET_UNREADABLE
 */
export function readSecretFile(profile: string): SecretFile | null {
  const file = secretFileIn(profile)
  try {
    const found = readForeignFileIfThere(file, largest)
    if (!found) return null
    if (process.platform !== 'win32' && (lstatSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    return v.parse(secretFileSchema, parseJsonBytes(found.bytes))
  } catch (error) {
    throw new SecretFault('SECRET_UNREADABLE', `${file} cannot be read`, { cause: error })
  }
}

/** Writes it with mode 0600. It is on disk, whole, before this returns: a journal whose key is lost is lost. */
export function writeSecretFile(profile: string, content: SecretFile): void {
  replaceOwnFile(secretFileIn(profile), `${JSON.stringify(content, null, 2)}\n`)
}
