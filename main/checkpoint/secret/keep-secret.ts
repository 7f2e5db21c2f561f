/** How a profile's secret is kept, changed; and had back with the recovery code where it was lost. */
import type { Kept } from '../../../shared/contract/set-up.ts'
import type { SystemSeal } from '../../ports.ts'
import { openRecovery, readRecoveryFile, renewRecovery } from '../recovery/recovery-file.ts'
import { orRefused, refuse, type Outcome } from '../said.ts'
import { demandOpensJournal } from './opens-journal.ts'
import { sealWithPassphrase } from './passphrase-seal.ts'
import { writeSecretFile, type SecretFile } from './secret-file.ts'
import { deriveKey, readSecret } from './secrets.ts'

/** Whose secret, and how it is had. `passphrase`: the present one; null where nobody says one. */
export interface SecretPlace {
  profile: string
  passphrase: string | null
  system: SystemSeal | null
}

const sentences = {
  system: {
    vi: 'Hệ điều hành này không giữ khóa được ở đây. Hãy chọn cách khác: mật khẩu, hoặc để mở cho riêng người dùng này.',
    en: 'This system keeps no secret here. Choose another way: a passphrase, or open for this user alone.',
  },
  noRecovery: {
    vi: 'Hồ sơ {profile} không có recovery.json nên mã khôi phục không mở được gì. Hãy dùng bản sao lưu ("npx chot restore").',
    en: 'The profile {profile} has no recovery.json, so a recovery code opens nothing. Use a backup ("npx chot restore").',
  },
  brokenRecovery: {
    vi: 'Tệp recovery.json trong {profile} bị hỏng nên mã khôi phục không mở được gì. Hãy dùng bản sao lưu ("npx chot restore").',
    en: 'The file recovery.json in {profile} is damaged, so a recovery code opens nothing. Use a backup ("npx chot restore").',
  },
} as const

/** A secret as it is to be kept; null where the system was to keep it and does not. */
export async function sealedAs(secret: Uint8Array, kept: Kept, system: SystemSeal | null): Promise<SecretFile | null> {
  switch (kept.kept) {
    case 'open':
      return { kept: 'open', secret: Buffer.from(secret).toString('base64') }
    case 'passphrase':
      return sealWithPassphrase(secret, kept.passphrase)
    case 'system': {
      const sealed = (await system?.seal(Buffer.from(secret).toString('base64'))) ?? null
      return sealed && { kept: 'system', sealed: Buffer.from(sealed).toString('base64') }
    }
  }
}

/** Writes a secret in the way chosen. @throws the system's error */
export async function keepSecret(
  profile: string,
  secret: Uint8Array,
  kept: Kept,
  system: SystemSeal | null,
): Promise<Outcome<object>> {
  const file = await sealedAs(secret, kept, system)
  if (file === null) return refuse(sentences.system)
  writeSecretFile(profile, file)
  return { ok: true }
}

const secretOf = ({ profile, passphrase, system }: SecretPlace): Promise<Uint8Array> =>
  readSecret({ profile, passphrase: () => Promise.resolve(passphrase), system })

/** Keeps the secret of a profile in another way from now on. */
export function changeKeeping(place: SecretPlace, kept: Kept): Promise<Outcome<object>> {
  return orRefused(place.profile, async () => keepSecret(place.profile, await secretOf(place), kept, place.system))
}

/** A new recovery code for a profile; the one before opens nothing any more. */
export function renewCode(place: SecretPlace): Promise<Outcome<{ recoveryCode: string }>> {
  return orRefused(place.profile, async () => ({
    ok: true,
    recoveryCode: renewRecovery(place.profile, await secretOf(place)),
  }))
}

/**
 * Writes a new secret file with what the recovery code opens, and a new code in place of the one that was used. A secret
 * that does not open the journal beside it is not written.
 */
export function recoverSecret(
  place: Omit<SecretPlace, 'passphrase'>,
  typed: string,
  kept: Kept,
): Promise<Outcome<{ recoveryCode: string; secret: Uint8Array }>> {
  const { profile, system } = place
  return orRefused(profile, async () => {
    const file = readRecoveryFile(profile)
    if (file === 'missing') return refuse(sentences.noRecovery, { profile })
    if (file === 'broken') return refuse(sentences.brokenRecovery, { profile })
    const opened = openRecovery(file, typed)
    if (opened.secret === null) return refuse(opened.said)
    const { secret } = opened
    demandOpensJournal(profile, deriveKey(secret, 'journal key'))
    const written = await keepSecret(profile, secret, kept, system)
    return written.ok ? { ok: true, recoveryCode: renewRecovery(profile, secret), secret } : written
  })
}
