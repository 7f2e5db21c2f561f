/** Publications that are not what the authority last published, by whoever holds them: refused, each with its own code. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newRoleKey } from '../../../../../authority/repository/role-key.ts'
import { addRoleKey, retireRoleKey } from '../../../../../authority/repository/root.ts'
import {
  folderSource,
  refusalSentences,
  sayRefusal,
  type RefusalCode,
} from '../../../../../main/trust/repository/index.ts'
import { expectRefused, forge, forgeTargets, keysOf, listing, metadata, publishNext } from './forge.ts'
import { day, start, storeWithFirst, testAuthority } from './test-authority.ts'

describe('an update is refused that', () => {
  test('is rolled back: an older publication than the one in use', async () => {
    const authority = testAuthority()
    const old = authority.copyOfStick('old')
    publishNext(authority)
    await storeWithFirst(authority)
    await expectRefused(authority, folderSource(old), 'rollback')
  })

  test('is rolled back: an older timestamp for the same snapshot', async () => {
    const authority = testAuthority()
    const old = authority.copyOfStick('old')
    forge(metadata(authority, 'timestamp.json'), (signed) => (signed.version = 9), keysOf(authority, 'timestamp'))
    await storeWithFirst(authority)
    await expectRefused(authority, folderSource(old), 'rollback')
  })

  test('is rolled back: a newer timestamp for an older snapshot', async () => {
    const authority = testAuthority()
    const old = authority.copyOfStick('old')
    publishNext(authority)
    await storeWithFirst(authority)
    cpSync(old, authority.stick, { recursive: true })
    forge(metadata(authority, 'timestamp.json'), (signed) => (signed.version = 9), keysOf(authority, 'timestamp'))
    await expectRefused(authority, folderSource(authority.stick), 'rollback')
  })

  test('is rolled back: a newer snapshot for older targets', async () => {
    const authority = testAuthority()
    publishNext(authority)
    await storeWithFirst(authority)
    publishNext(authority, 3)
    const bytes = forge(
      metadata(authority, '3.snapshot.json'),
      (signed) => (signed['meta'] = { 'targets.json': { version: 1 } }),
      keysOf(authority, 'snapshot'),
    )
    forge(
      metadata(authority, 'timestamp.json'),
      (signed) => (signed['meta'] = { 'snapshot.json': listing(bytes, 3) }),
      keysOf(authority, 'timestamp'),
    )
    await expectRefused(authority, folderSource(authority.stick), 'rollback')
  })

  test('is frozen: its timestamp has expired', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    const refusal = await expectRefused(authority, folderSource(authority.stick), 'frozen', {
      now: () => start + 40 * day,
    })
    expect(refusal?.values).toEqual({ file: 'metadata/timestamp.json', expiredAt: start + 2000 + 30 * day })
  })

  test('is frozen: the same publication is shown again after it has expired', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    await expectRefused(authority, folderSource(authority.stick), 'frozen', { now: () => start + 40 * day })
  })

  test('is frozen: its snapshot has expired under a fresh timestamp', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    const bytes = forge(
      metadata(authority, '2.snapshot.json'),
      (signed) => (signed.expires = '2026-11-01T00:00:00Z'),
      keysOf(authority, 'snapshot'),
    )
    forge(
      metadata(authority, 'timestamp.json'),
      (signed) => (signed['meta'] = { 'snapshot.json': listing(bytes, 2) }),
      keysOf(authority, 'timestamp'),
    )
    const refusal = await expectRefused(authority, folderSource(authority.stick), 'frozen')
    expect(refusal?.values['file']).toBe('metadata/2.snapshot.json')
  })

  test('is frozen: its targets have expired under a fresh snapshot', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    forgeTargets(authority, 2, (signed) => (signed.expires = '2026-11-01T00:00:00Z'))
    const refusal = await expectRefused(authority, folderSource(authority.stick), 'frozen')
    expect(refusal?.values['file']).toBe('metadata/2.targets.json')
  })

  test('mixes versions: the snapshot of another publication under this one’s name', async () => {
    const authority = testAuthority()
    const old = authority.copyOfStick('old')
    await storeWithFirst(authority)
    publishNext(authority)
    cpSync(join(old, 'metadata', '1.snapshot.json'), metadata(authority, '2.snapshot.json'))
    await expectRefused(authority, folderSource(authority.stick), 'mixed-versions')
  })

  test('mixes versions: the targets of another publication under this one’s name', async () => {
    const authority = testAuthority()
    const old = authority.copyOfStick('old')
    await storeWithFirst(authority)
    publishNext(authority)
    cpSync(join(old, 'metadata', '1.targets.json'), metadata(authority, '2.targets.json'))
    await expectRefused(authority, folderSource(authority.stick), 'mixed-versions')
  })

  test('is signed by too few keys: one root key where two are needed', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    cpSync(metadata(authority, '1.root.json'), metadata(authority, '2.root.json'))
    forge(metadata(authority, '2.root.json'), (signed) => (signed.version = 2), keysOf(authority, 'root').slice(0, 1))
    await expectRefused(authority, folderSource(authority.stick), 'not-signed')
  })

  test('is signed by too few keys: one targets key where two are needed', async () => {
    const authority = testAuthority({ targets: { keys: 2, threshold: 2 } })
    await storeWithFirst(authority)
    publishNext(authority)
    const one = keysOf(authority, 'targets').slice(0, 1)
    const targets = forge(metadata(authority, '2.targets.json'), () => undefined, one)
    const snapshot = forge(
      metadata(authority, '2.snapshot.json'),
      (signed) => (signed['meta'] = { 'targets.json': listing(targets, 2) }),
      keysOf(authority, 'snapshot'),
    )
    forge(
      metadata(authority, 'timestamp.json'),
      (signed) => (signed['meta'] = { 'snapshot.json': listing(snapshot, 2) }),
      keysOf(authority, 'timestamp'),
    )
    await expectRefused(authority, folderSource(authority.stick), 'not-signed')
  })

  test('is signed by a stranger', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    forge(metadata(authority, 'timestamp.json'), () => undefined, [newRoleKey()])
    await expectRefused(authority, folderSource(authority.stick), 'not-signed')
  })

  test('is signed by a key that was retired', async () => {
    const authority = testAuthority()
    const { home, ring } = authority
    const retired = keysOf(authority, 'timestamp')
    addRoleKey(home, ring, { role: 'timestamp', now: start })
    retireRoleKey(home, ring, { keyid: retired[0]!.keyid, now: start })
    publishNext(authority)
    await storeWithFirst(authority)
    forge(metadata(authority, 'timestamp.json'), (signed) => (signed.version = 9), retired)
    await expectRefused(authority, folderSource(authority.stick), 'not-signed')
  })

  test('belongs to another authority', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    await expectRefused(authority, folderSource(testAuthority().stick), 'not-signed')
  })

  test('has a root that expired', async () => {
    const authority = testAuthority({}, 10)
    await storeWithFirst(authority)
    authority.publish(start + day, 60)
    const refusal = await expectRefused(authority, folderSource(authority.stick), 'root-expired', {
      now: () => start + 20 * day,
    })
    expect(refusal?.values['expiredAt']).toBe(start + 10 * day)
  })

  test('signs a target without a hash, so that anything could stand in its place', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    forgeTargets(authority, 2, (signed) => (signed['targets'] = { 'keys.json': { length: 30, hashes: {} } }))
    await expectRefused(authority, folderSource(authority.stick), 'not-signed')
  })
})

test('every refusal has a sentence in both languages that says what to do', () => {
  for (const code of Object.keys(refusalSentences) as RefusalCode[]) {
    const values = {
      file: 'metadata/timestamp.json',
      expiredAt: start,
      why: 'reason',
      server: 'trust.example',
      seconds: 10,
    }
    expect(sayRefusal('vi', { code, values })).toMatch(/^[^{}]+\. [^{}]+\.$/)
    expect(sayRefusal('en', { code, values })).toMatch(/^[^{}]+[.;] [^{}]+\.$/)
  }
})
