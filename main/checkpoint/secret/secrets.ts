/** The keys of a profile behind the port that main/app.ts takes: derived from the one secret in secret.json. */
import { hkdfSync, randomBytes } from 'node:crypto'
import { isShort } from '../../../shared/domain/secret/passphrase.ts'
import { holdsSealedJournal } from '../../journal/index.ts'
import type { Secrets, SystemSeal } from '../../ports.ts'
import { profilePaths } from '../../profile/index.ts'
import { sealWithPassphrase, unsealWithPassphrase } from './passphrase-seal.ts'
import { readSecretFile, SecretFault, writeSecretFile, type SecretFile } from './secret-file.ts'

/** In bytes. */
export const secretLength = 32

/** How a profile's secret may be had and made. */
export interface SecretWays {
  profile: string
  /** The passphrase of a secret that is sealed under one; null where nobody can say it. */
  passphrase: () => Promise<string | null>
  /** What to do where there is no secret and no journal yet: make one, sealed under a passphrase where set-up chose one. */
  missing: 'refuse' | { makeWith: string | null }
  system: SystemSeal | null
}

/**
 * Keys of one profile. The secret is read, asked for or made when the first key is wanted; it is never made where a
 * journal is there that needs the old one.
 */
export function openSecrets(ways: SecretWays): Secrets {
  let secret: Promise<Uint8Array> | null = null
  return keysOf(() => (secret ??= readOrMake(ways)))
}

/** A new secret. */
export const makeSecret = (): Buffer => randomBytes(secretLength)

/** The keys of a secret. */
export function keysOf(secret: () => Promise<Uint8Array> | Uint8Array): Secrets {
  const derive = async (purpose: string): Promise<Uint8Array> => deriveKey(await secret(), purpose)
  return {
    journalKey: () => derive('journal key'),
    kioskKey: () => derive('kiosk key'),
    commandKey: () => derive('command key'),
    officerKey: () => derive('officer key'),
  }
}

/** HKDF-SHA-256 (RFC 5869): no key tells anything of another. @param salt for a key of which there are many */
export function deriveKey(secret: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array()): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, `chot ${purpose}`, 32))
}

/** All keys at once, for a program that runs where nobody can be asked for them. */
export async function unsealAll(secrets: Secrets): Promise<{ [Name in keyof Secrets]: Uint8Array }> {
  return {
    journalKey: await secrets.journalKey(),
    kioskKey: await secrets.kioskKey(),
    commandKey: await secrets.commandKey(),
    officerKey: await secrets.officerKey(),
  }
}

/**
 * The secret of a profile that has one.
 * @throws SecretFault
 */
export function readSecret(ways: Omit<SecretWays, 'missing'>): Promise<Uint8Array> {
  return readOrMake({ ...ways, missing: 'refuse' })
}

async function readOrMake(ways: SecretWays): Promise<Uint8Array> {
  const kept = readSecretFile(ways.profile)
  if (kept) {
    const secret = await unseal(kept, ways)
    if (secret.length === secretLength) return secret
    throw new SecretFault('SECRET_UNREADABLE', `the secret in ${ways.profile} is not ${secretLength} bytes long`)
  }
  // A new secret beside a journal that an old one seals would only hide that the old one is missing.
  if (holdsSealedJournal(profilePaths(ways.profile).journal))
    throw new SecretFault('SECRET_MISSING', `there is no secret.json in ${ways.profile}`)
  if (ways.missing === 'refuse') throw new SecretFault('SECRET_NOT_MADE', `no secret was made in ${ways.profile} yet`)
  const { makeWith } = ways.missing
  if (makeWith !== null && isShort(makeWith))
    throw new SecretFault('PASSPHRASE_SHORT', `the passphrase chosen for ${ways.profile} is too short`)
  const secret = makeSecret()
  const first = await sealed(secret, makeWith, ways.system)
  try {
    writeSecretFile(ways.profile, first)
  } catch (error) {
    throw new SecretFault('SECRET_NOT_WRITTEN', `no secret can be written to ${ways.profile}`, { cause: error })
  }
  return secret
}

async function sealed(secret: Buffer, passphrase: string | null, system: SystemSeal | null): Promise<SecretFile> {
  if (passphrase !== null) return sealWithPassphrase(secret, passphrase)
  const text = secret.toString('base64')
  const bySystem = await system?.seal(text)
  return bySystem
    ? { kept: 'system', sealed: Buffer.from(bySystem).toString('base64') }
    : { kept: 'open', secret: text }
}

async function unseal(kept: SecretFile, { profile, passphrase, system }: SecretWays): Promise<Uint8Array> {
  switch (kept.kept) {
    case 'open':
      return Buffer.from(kept.secret, 'base64')
    case 'passphrase': {
      const said = await passphrase()
      if (said === null) throw new SecretFault('PASSPHRASE_NEEDED', `${profile} needs its passphrase`)
      const secret = await unsealWithPassphrase(kept, said)
      if (!secret) throw new SecretFault('PASSPHRASE_WRONG', `that is not the passphrase of ${profile}`)
      return secret
    }
    case 'system': {
      const text = (await system?.unseal(Buffer.from(kept.sealed, 'base64'))) ?? null
      if (text === null) throw new SecretFault('SECRET_SEALED', `the system does not give out the secret of ${profile}`)
      return Buffer.from(text, 'base64')
    }
  }
}
