/** What checking a publication asks of the disk, and how little of a stranger's it reads. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Metadata, MetadataKind } from '@tufjs/models'
import { expect, test } from 'vitest'
import { newRoleKey, signerOf } from '../../../../../authority/repository/role-key.ts'
import { renewRoot } from '../../../../../authority/repository/root.ts'
import { metadataLimits, mostDelegations } from '../../../../../main/trust/limits.ts'
import { folderSource, type RepositorySource } from '../../../../../main/trust/repository/index.ts'
import { repositoryLayout, type Layout } from '../../../../../main/trust/repository/layout.ts'
import { Unverified, verifyPublication } from '../../../../../main/trust/repository/verify-publication.ts'
import { expectRefused, forge, keysOf, listing, metadata, publishNext } from './forge.ts'
import { start, storeWithFirst, testAuthority, type TestAuthority } from './test-authority.ts'

const anchorOf = (authority: TestAuthority): Buffer => readFileSync(join(authority.home.metadata, '1.root.json'))

/** The same layout, and the roles that it is asked for. */
function counted(layout: Layout): { layout: Layout; roles: string[] } {
  const roles: string[] = []
  return {
    roles,
    layout: { ...layout, metadata: (role, version) => (roles.push(role), layout.metadata(role, version)) },
  }
}

/** Publishes a second time with roles that targets delegates everything to, each of which lists nothing. */
function publishDelegating(authority: TestAuthority, roles: number): void {
  publishNext(authority)
  const key = newRoleKey()
  const names = Array.from({ length: roles }, (_, index) => `role-${index}`)
  const targets = forge(
    metadata(authority, '2.targets.json'),
    (signed) => {
      const delegated = { keyids: [key.keyid], threshold: 1, terminating: false, paths: ['*'] }
      signed['targets'] = {}
      signed['delegations'] = {
        keys: { [key.keyid]: key.publicKey },
        roles: names.map((name) => ({ ...delegated, name })),
      }
    },
    keysOf(authority, 'targets'),
  )
  const meta: Record<string, unknown> = { 'targets.json': listing(targets, 2) }
  for (const name of names) {
    const signed = {
      _type: 'targets',
      spec_version: '1.0.31',
      version: 1,
      expires: '2030-01-01T00:00:00Z',
      targets: {},
    }
    const file = Metadata.fromJSON(MetadataKind.Targets, { signed, signatures: [] })
    file.sign(signerOf(key))
    const bytes = Buffer.from(JSON.stringify(file.toJSON()))
    writeFileSync(metadata(authority, `1.${name}.json`), bytes)
    meta[`${name}.json`] = listing(bytes, 1)
  }
  const snapshot = forge(
    metadata(authority, '2.snapshot.json'),
    (signed) => (signed['meta'] = meta),
    keysOf(authority, 'snapshot'),
  )
  forge(
    metadata(authority, 'timestamp.json'),
    (signed) => (signed['meta'] = { 'snapshot.json': listing(snapshot, 2) }),
    keysOf(authority, 'timestamp'),
  )
}

test('of many roles that are delegated to, so many are asked', () => {
  const authority = testAuthority()
  publishDelegating(authority, mostDelegations + 10)
  const { layout, roles } = counted(repositoryLayout(authority.stick))
  const { files } = verifyPublication(anchorOf(authority), layout, new Map([['keys.json', 1000]]))
  expect(files.size).toBe(0)
  // `snapshot` is none of them, `targets` is one.
  expect(roles).toHaveLength(1 + mostDelegations)
})

test('each root vouches for the next, and the first for none but the second', () => {
  const authority = testAuthority()
  renewRoot(authority.home, authority.ring, start)
  renewRoot(authority.home, authority.ring, start)
  authority.publish()
  const limits = new Map([['keys.json', 1000]])
  const layout = repositoryLayout(authority.stick)
  expect(verifyPublication(anchorOf(authority), layout, limits).versions.root).toBe(3)
  const withoutSecond: Layout = { ...layout, root: (version) => layout.root(version === 2 ? 3 : version) }
  expect(() => verifyPublication(anchorOf(authority), withoutSecond, limits)).toThrow(Unverified)
})

test('a root that is larger than any is refused before it is parsed', async () => {
  const authority = testAuthority()
  await storeWithFirst(authority)
  publishNext(authority)
  const source = folderSource(authority.stick)
  let given = 0
  const large = async function* () {
    for (; given < 1_000; given++) yield Buffer.alloc(4096, '{')
  }
  const stick: RepositorySource = {
    open: (path) =>
      path === 'metadata/2.root.json' ? Promise.resolve({ kind: 'file', chunks: large() }) : source.open(path),
  }
  await expectRefused(authority, stick, 'too-large')
  expect(given * 4096).toBeLessThanOrEqual(metadataLimits.root)
})
