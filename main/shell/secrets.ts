/** The keys of a profile behind the port that main/app.ts takes: derived from the one secret in secret.json. */
import { hkdfSync, randomBytes } from 'node:crypto'
import type { Secrets } from '../app.ts'
import { holdsSealedJournal } from '../journal/index.ts'
import { profilePaths } from '../profile.ts'
import { sealWithPassphrase, unsealWithPassphrase } from './passphrase-seal.ts'
import { readSecretFile, SecretFault, writeSecretFile, type SecretFile } from './secret-file.ts'

/** In bytes. */
const secretLength = 32

/** What the operating system seals for this user, as text. Electron alone can ask for it. */
export interface SystemSeal {
  /** Null where the system cannot. */
  seal(text: string): Promise<Uint8Array | null>
  /** Null where the system will not: another user, or another machine. */
  unseal(sealed: Uint8Array): Promise<string | null>
}

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
  const derive = async (purpose: string): Promise<Uint8Array> => {
    secret ??= readOrMake(ways)
    // HKDF-SHA-256 (RFC 5869): no key tells anything of another.
    return new Uint8Array(hkdfSync('sha256', await secret, '', `chot ${purpose}`, 32))
  }
  return {
    journalKey: () => derive('journal key'),
    kioskKey: () => derive('kiosk key'),
    commandKey: () => derive('command key'),
  }
}

/** All keys at once, for a program that runs where nobody can be asked for them. */
export async function unsealAll(secrets: Secrets): Promise<{ [Name in keyof Secrets]: Uint8Array }> {
  return {
    journalKey: await secrets.journalKey(),
    kioskKey: await secrets.kioskKey(),
    commandKey: await secrets.commandKey(),
  }
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
  const secret = randomBytes(secretLength)
  writeSecretFile(ways.profile, await sealed(secret, ways.missing.makeWith, ways.system))
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
      const secret = unsealWithPassphrase(kept, said)
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
