/** Trust folders for benchmarks: an empty one, one of ten keys, and one of everything a province may come to hold. */
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueCertificate } from '../../authority/issue-certificate.ts'
import { homeAt } from '../../authority/repository/home.ts'
import { KeyRing } from '../../authority/repository/key-ring.ts'
import { mirrorPublication } from '../../authority/repository/mirror.ts'
import { Passphrase } from '../../authority/repository/passphrase.ts'
import { signPublication } from '../../authority/repository/publish.ts'
import { makeFirstRoot, usualPlan } from '../../authority/repository/root.ts'
import { newSigningKey, publicJwk, type SigningKey } from '../../authority/signing-key.ts'
import { folderSource, TrustKeeper } from '../../main/trust/index.ts'
import shippedRules from '../../shared/rules/policies/program-default.json' with { type: 'json' }
import { now } from './certificate.ts'
import { manyRevocations } from './revocations.ts'

const year = 365 * 86_400_000

/** Writes a trust folder. */
export function writeTrust(files: Readonly<Record<string, object>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-trust-'))
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content instanceof Uint8Array ? content : JSON.stringify(content))
  }
  return folder
}

/**
 * The same files as a checkpoint holds them: signed by an authority, taken by an update, in a store that is checked
 * whenever it is opened.
 */
export async function writeSignedTrust(files: Readonly<Record<string, object>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-signed-'))
  const home = homeAt(join(folder, 'authority'))
  for (const each of [home.working, home.metadata, join(folder, 'trust')]) mkdirSync(each, { recursive: true })
  // The least cost: how a passphrase is stretched is not what is measured.
  const ring = new KeyRing([home.keys], new Passphrase('bench', 16))
  makeFirstRoot(home, ring, usualPlan, now, 365)
  copyFileSync(join(home.metadata, '1.root.json'), join(folder, 'trust', 'root.json'))
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(home.working, name), content instanceof Uint8Array ? content : JSON.stringify(content))
  }
  const stick = join(folder, 'stick')
  mirrorPublication(home, signPublication(home, ring, now, 30), stick)
  const keeper = await TrustKeeper.open({ folder: join(folder, 'trust'), mode: 'real' }, () => now)
  const answer = await keeper.update(folderSource(stick))
  if (answer?.outcome !== 'updated') throw new Error(`the store was not filled: ${JSON.stringify(answer)}`)
  return join(folder, 'trust')
}

/** Keys as member states publish them: on P-256, each with its signer's certificate. */
export function certifiedKeys(count: number, known: readonly SigningKey[]): object[] {
  const authority = newSigningKey('ES256')
  const issuer = { country: 'VN', commonName: 'CSCA', keys: authority }
  return Array.from({ length: count }, (_, index) => {
    const key = known[index] ?? newSigningKey('ES256')
    const certificate = issueCertificate(
      {
        country: 'VN',
        commonName: `Signer ${index}`,
        state: null,
        publicKey: key.publicKey,
        notBefore: now - year,
        notAfter: now + year,
        authority: false,
        purposes: [],
        documentTypes: [],
      },
      issuer,
    )
    return { ...publicJwk(key, { issuer: `Signer ${index}`, country: 'VN' }), x5c: [certificate.toString('base64')] }
  })
}

const countries = ['DE', 'FR', 'IT', 'FI', 'NL', 'EE', 'TH', 'SG', 'KH', 'LA'] as const

/**
 * A policy of many rules. `by-country`: the shipped ones, and those of issuing countries, of which few concern any one
 * certificate. `all-apply`: every rule is asked about every certificate of its kind.
 */
export function manyRules(count: number, spread: 'by-country' | 'all-apply'): object {
  const shipped = shippedRules.rules
  const rules = Array.from({ length: count }, (_, index) => {
    const rule = shipped[index % shipped.length]!
    if (index < shipped.length) return rule
    const serial = String(1000 + index)
    if (spread === 'all-apply') return { ...rule, Identifier: rule.Identifier.replace(/\d{4}$/, serial) }
    const country = countries[index % countries.length]!
    return { ...rule, Type: 'Invalidation', Country: country, Identifier: `IR-${country}-${serial}` }
  })
  return { ...shippedRules, policy: 'bench', rules }
}

/** Everything: 2,000 keys, 300 rules, 1,000,000 revocations. `known` are the first of its keys. */
export function largeTrust(known: readonly SigningKey[], spread: 'by-country' | 'all-apply' = 'by-country') {
  return {
    'keys.json': { keys: certifiedKeys(2_000, known) },
    'rules.json': manyRules(300, spread),
    'revocations.bin': manyRevocations(1_000_000, now),
  }
}
