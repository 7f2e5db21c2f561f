/** The head of a backup: when it was made, and the profile's secret, sealed once for each way to open it. */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { recoveryFileSchema, type RecoveryFile } from '../recovery/recovery-file.ts'
import { sealWithPassphrase } from '../secret/passphrase-seal.ts'
import { passphraseSealSchema } from '../secret/secret-file.ts'

const headSchema = v.strictObject({
  format: v.literal(1),
  /** Epoch milliseconds. */
  madeAt: v.pipe(v.number(), v.integer()),
  /** So that no two backups of one profile have the same key. */
  salt: v.pipe(v.string(), v.base64()),
  recovery: v.nullable(recoveryFileSchema),
  passphrase: v.nullable(passphraseSealSchema),
})

export type Head = v.InferOutput<typeof headSchema>

/** Makes a head that opens with the recovery code of the profile, a passphrase, or either. */
export async function makeHead(
  secret: Uint8Array,
  madeAt: number,
  ways: { recovery: RecoveryFile | null; passphrase: string | null },
): Promise<Buffer> {
  const head: Head = {
    format: 1,
    madeAt,
    salt: randomBytes(16).toString('base64'),
    recovery: ways.recovery,
    passphrase: ways.passphrase === null ? null : await sealWithPassphrase(secret, ways.passphrase),
  }
  return Buffer.from(JSON.stringify(head))
}

/** Reads a head, which anybody may have written; null where it is none. */
export function readHead(bytes: Uint8Array): Head | null {
  try {
    return v.parse(headSchema, JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    return null
  }
}
