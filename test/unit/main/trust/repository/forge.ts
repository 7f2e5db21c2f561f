/** What an attacker, or a stick, makes of a publication; and what a checkpoint must make of that. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Metadata, MetadataKind } from '@tufjs/models'
import { expect } from 'vitest'
import { readNewestRoot } from '../../../../../authority/repository/metadata-file.ts'
import { signerOf, type Role, type RoleKey } from '../../../../../authority/repository/role-key.ts'
import type { RefusalCode, RepositorySource } from '../../../../../main/trust/repository/index.ts'
import { edition, openStore, start, type TestAuthority } from './test-authority.ts'

interface Signed {
  version: number
  expires: string
  [member: string]: unknown
}

export function publishNext(authority: TestAuthority, next = 2): void {
  authority.set('keys.json', { keys: [], edition: next })
  authority.publish(start + next * 1000)
}

/** Refused with this code; old beliefs untouched, now and after a restart, and nothing left behind. */
export async function expectRefused(
  authority: TestAuthority,
  source: RepositorySource,
  code: RefusalCode,
  options: Parameters<typeof openStore>[1] = {},
) {
  const store = await openStore(authority, options)
  const before = edition(store)
  const answer = await store.update(source)
  expect(answer).toMatchObject({ outcome: 'refused', refusal: { code } })
  expect(edition(store)).toBe(before)
  expect(edition(await openStore(authority))).toBe(before)
  expect(readdirSync(join(authority.folder, 'store')).filter((name) => name.startsWith('g'))).toHaveLength(
    before === null ? 0 : 1,
  )
  return answer.outcome === 'refused' ? answer.refusal : null
}

export const metadata = (authority: TestAuthority, name: string): string => join(authority.stick, 'metadata', name)

/** Changes the signed part of a file and signs it anew with the keys given. */
export function forge(file: string, change: (signed: Signed) => void, keys: readonly RoleKey[]): Buffer {
  const { signed } = JSON.parse(readFileSync(file, 'utf8')) as { signed: Signed }
  change(signed)
  const kind = Object.values(MetadataKind).find((each) => file.endsWith(`${each}.json`))
  const forged = Metadata.fromJSON(kind as MetadataKind.Targets, JSON.parse(JSON.stringify({ signed, signatures: [] })))
  for (const key of keys) forged.sign(signerOf(key))
  const bytes = Buffer.from(JSON.stringify(forged.toJSON()))
  writeFileSync(file, bytes)
  return bytes
}

export function keysOf({ home, ring }: TestAuthority, role: Role): RoleKey[] {
  return ring.open(role, readNewestRoot(home.metadata).roles[role]!.keyIDs, 1)
}

/** What a parent says of a file. */
export const listing = (bytes: Buffer, version: number) => ({
  version,
  length: bytes.length,
  hashes: { sha256: createHash('sha256').update(bytes).digest('hex') },
})

/** Forges targets of a publication as somebody who holds every online key could. */
export function forgeTargets(authority: TestAuthority, version: number, change: (signed: Signed) => void): void {
  const targets = forge(metadata(authority, `${version}.targets.json`), change, keysOf(authority, 'targets'))
  const snapshot = forge(
    metadata(authority, `${version}.snapshot.json`),
    (signed) => (signed['meta'] = { 'targets.json': listing(targets, version) }),
    keysOf(authority, 'snapshot'),
  )
  forge(
    metadata(authority, 'timestamp.json'),
    (signed) => (signed['meta'] = { 'snapshot.json': listing(snapshot, version) }),
    keysOf(authority, 'timestamp'),
  )
}

export function targetName(authority: TestAuthority, version: number): string {
  const file = metadata(authority, `${version}.targets.json`)
  const { signed } = JSON.parse(readFileSync(file, 'utf8')) as {
    signed: { targets: Record<string, { hashes: { sha256: string } }> }
  }
  return `${signed.targets['keys.json']!.hashes.sha256}.keys.json`
}

/** `targets/` stands for the file that holds keys.json. */
export const fileOf = (authority: TestAuthority, which: string): string =>
  which === 'targets/' ? `targets/${targetName(authority, 2)}` : which
