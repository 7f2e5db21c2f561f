/** A profile that an authority's root is put into, and `chot trust` run on it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import { keyOf } from '../../../fixtures/certificates.ts'
import { journalKey, keepSecret } from '../../../fixtures/secrets.ts'
import { start, testAuthority, type TestAuthority } from '../trust/repository/test-authority.ts'
import { runCommand, type Ran } from './run-command.ts'

export const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })

/** A profile that somebody has named, and nothing else. */
export function newProfile(mode: 'practice' | 'real' = 'real'): string {
  const profile = mkdtempSync(join(tmpdir(), 'chot-profile-'))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  const checkpoint = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(checkpoint))
  return keepSecret(profile)
}

export const firstRoot = (authority: TestAuthority): string => join(authority.home.metadata, '1.root.json')

export const run = (profile: string, commandLine: readonly string[], now = start): Promise<Ran> =>
  runCommand(['trust', ...commandLine, '--profile', profile, '--lang', 'en'], now)

export async function setUp(): Promise<{ authority: TestAuthority; profile: string }> {
  const authority = testAuthority()
  authority.set('keys.json', { keys: [jwk] })
  authority.publish()
  const profile = newProfile()
  await run(profile, ['init', firstRoot(authority)])
  return { authority, profile }
}

/** What was recorded after the entries that every journal begins with. */
export const entries = (profile: string): [string, Record<string, unknown>][] =>
  [...readEntries(join(profile, 'journal'), journalKey)]
    .map(({ entry, payload }): [string, Record<string, unknown>] => [entry.kind, JSON.parse(payload ?? '{}')])
    .filter(([kind]) => kind !== 'journal.begun' && kind !== 'kiosk.keys')
