/**
 * `recovery.json`: the profile's secret once more, sealed under the recovery code (AES-256-GCM under HKDF-SHA-256 of the
 * code). A code of 128 random bits cannot be guessed, so nothing slows the guessing down.
 */
import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { readRecoveryCode, recoveryCodeLength, writeRecoveryCode } from '../../../shared/domain/secret/recovery-code.ts'
import { parseJsonBytes, readForeignFileIfThere, replaceOwnFile } from '../../files/index.ts'
import { deriveKey, secretLength } from '../secret/secrets.ts'

const base64 = v.pipe(v.string(), v.base64())
const tagLength = 16
/** Bytes; what is written is a quarter of that. */
const largest = 2048

export const recoveryFileSchema = v.strictObject({
  format: v.literal(1),
  salt: base64,
  nonce: base64,
  /** Ciphertext and tag. */
  sealed: base64,
  /** Tells of which secret it is without opening it; files of before it was written have none. */
  check: v.optional(base64),
})

/** What the file holds. */
export type RecoveryFile = v.InferOutput<typeof recoveryFileSchema>

export const recoveryFileIn = (profile: string): string => join(profile, 'recovery.json')

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const keyFrom = (code: Uint8Array, salt: Uint8Array): Uint8Array => deriveKey(code, 'recovery', salt)

/** Of the journal's key and not of the secret: whoever looks for faults while the kiosk is open has keys alone. */
const checkOf = (journalKey: Uint8Array, salt: Uint8Array): Uint8Array => deriveKey(journalKey, 'recovery check', salt)

/** Whether it is of the secret that this journal key comes from; null where the file does not tell. */
export function isOfKey({ check, salt }: RecoveryFile, journalKey: Uint8Array): boolean | null {
  if (check === undefined) return null
  const [told, own] = [Buffer.from(check, 'base64'), checkOf(journalKey, Buffer.from(salt, 'base64'))]
  return told.length === own.length && timingSafeEqual(told, own)
}

/** Seals a secret under a code. */
export function sealForRecovery(secret: Uint8Array, code: Uint8Array): RecoveryFile {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyFrom(code, salt), nonce)
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  const check = checkOf(deriveKey(secret, 'journal key'), salt)
  return { format: 1, salt: text(salt), nonce: text(nonce), sealed: text(sealed), check: text(check) }
}

/** The secret; null where the code is another one's, or the file was changed. */
export function unsealForRecovery({ salt, nonce, sealed }: RecoveryFile, code: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(sealed, 'base64')
  const key = keyFrom(code, Buffer.from(salt, 'base64'))
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: tagLength })
    decipher.setAuthTag(bytes.subarray(-tagLength))
    const secret = Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
    return secret.length === secretLength ? secret : null
  } catch {
    return null
  }
}

/** Reads a profile's; `missing` or `broken` where it cannot be had. */
export function readRecoveryFile(profile: string): RecoveryFile | 'missing' | 'broken' {
  try {
    const file = readForeignFileIfThere(recoveryFileIn(profile), largest)
    return file === null ? 'missing' : v.parse(recoveryFileSchema, parseJsonBytes(file.bytes))
  } catch {
    return 'broken'
  }
}

/**
 * Makes a new code and puts the file that it opens in place of the one before, which opens nothing from then on.
 * @returns the code as it is shown, this once
 * @throws the system's error
 */
export function renewRecovery(profile: string, secret: Uint8Array): string {
  const code = randomBytes(recoveryCodeLength)
  replaceOwnFile(recoveryFileIn(profile), `${JSON.stringify(sealForRecovery(secret, code), null, 2)}\n`)
  return writeRecoveryCode(code)
}

const sentences = {
  letter: {
    vi: 'Mã khôi phục có ký tự không dùng trong mã (chỉ có chữ số và chữ cái, không có I, L, O, U). Xem lại từng nhóm trên giấy rồi gõ lại.',
    en: 'The recovery code has a character that no code has (figures and letters, without I, L, O and U). Compare each group with the paper and type it again.',
  },
  length: {
    vi: 'Mã khôi phục thiếu hoặc thừa ký tự: mã có 27 ký tự trong 7 nhóm. Xem lại từng nhóm trên giấy rồi gõ lại.',
    en: 'The recovery code is too short or too long: it has 27 characters in 7 groups. Compare each group with the paper and type it again.',
  },
  check: {
    vi: 'Mã khôi phục gõ sai ở đâu đó. Xem lại từng nhóm trên giấy rồi gõ lại.',
    en: 'Something in the recovery code is mistyped. Compare each group with the paper and type it again.',
  },
  other: {
    vi: 'Mã khôi phục gõ đúng nhưng không phải mã của hồ sơ này, hoặc đã có mã mới hơn. Tìm tờ giấy ghi mã mới nhất của chốt này.',
    en: 'That is a recovery code, but not the one of this profile, or there is a newer one. Find the paper with the newest code of this checkpoint.',
  },
} as const

/** The secret behind what a person typed, or the sentence for why it is not had. */
export function openRecovery(
  file: RecoveryFile,
  typed: string,
): { secret: Uint8Array } | { secret: null; said: (typeof sentences)[keyof typeof sentences] } {
  const code = readRecoveryCode(typed)
  if (typeof code === 'string') return { secret: null, said: sentences[code] }
  const secret = unsealForRecovery(file, code)
  return secret === null ? { secret, said: sentences.other } : { secret }
}
