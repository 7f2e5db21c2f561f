/** What a checkpoint takes from a repository that is as it should be. */
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addRoleKey, renewRoot, retireRoleKey, listRoles } from '../../../../../authority/repository/root.ts'
import { readNewestRoot } from '../../../../../authority/repository/metadata-file.ts'
import {
  folderSource,
  httpsSource,
  watchedSource,
  type Progress,
  type RepositorySource,
  type TrustRepository,
} from '../../../../../main/trust/repository/index.ts'
import { day, edition, openStore, start, storeWithFirst, testAuthority, type TestAuthority } from './test-authority.ts'

/** A web server that serves a folder, without a socket. */
const servedFrom = (folder: string) => (url: URL) => {
  const file = join(folder, url.pathname.replace(/^\/trust/, ''))
  return Promise.resolve(existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 }))
}

function counting(source: RepositorySource): RepositorySource & { opened: string[] } {
  const opened: string[] = []
  return { opened, open: (path) => (opened.push(path), source.open(path)) }
}

const targetsOf = (authority: TestAuthority, store: TrustRepository): string =>
  join(authority.folder, 'store', store.current!.name, 'targets')

function publishNext(authority: TestAuthority, next: number): void {
  authority.set('keys.json', { keys: [], edition: next })
  authority.publish(start + next * 1000)
}

describe('a checkpoint that updates', () => {
  test('fills its empty store from a stick', async () => {
    const authority = testAuthority()
    const store = await openStore(authority)
    expect(store.current).toBeNull()
    const answer = await store.update(folderSource(authority.stick))
    expect(answer).toMatchObject({ outcome: 'updated', previous: null })
    expect(edition(store)).toBe(1)
  })

  test('fills its empty store from a web server', async () => {
    const authority = testAuthority()
    const store = await openStore(authority)
    const answer = await store.update(httpsSource('https://trust.example/trust', servedFrom(authority.stick)))
    expect(answer.outcome).toBe('updated')
    expect(edition(store)).toBe(1)
  })

  test('learns when the publication was made, when it expires and when each file changed', async () => {
    const authority = testAuthority()
    authority.set('value-sets.json', [])
    authority.publish(start + day)
    const store = await storeWithFirst(authority)
    expect(store.current).toMatchObject({
      versions: { root: 1, timestamp: 2, snapshot: 2, targets: 2 },
      publishedAt: start + day,
      expiresAt: start + 31 * day,
    })
    expect([...store.current!.files].map(([name, { changedAt }]) => [name, changedAt])).toEqual([
      ['keys.json', start],
      ['value-sets.json', start + day],
    ])
  })

  test('says of each file that it lacks which of how many it is, and of how many bytes', async () => {
    const authority = testAuthority()
    authority.set('value-sets.json', [])
    authority.publish(start + day)
    const store = await openStore(authority)
    const parts = async (): Promise<Progress['whole'][]> => {
      const heard: Progress[] = []
      await store.update(watchedSource(folderSource(authority.stick), (progress) => heard.push(progress)))
      const metadata = heard.filter(({ path }) => path.startsWith('metadata/'))
      expect(metadata.map(({ whole }) => whole)).toEqual(metadata.map(() => null))
      return heard.filter(({ path }) => path.startsWith('targets/')).map(({ whole }) => whole)
    }
    const first = await parts()
    const [keys, sets] = [...store.current!.files.values()].map(({ bytes }) => bytes.length)
    const total = (keys ?? 0) + (sets ?? 0)
    expect(first).toEqual([
      { file: 1, files: 2, bytes: 0, total },
      { file: 2, files: 2, bytes: keys, total },
    ])
    publishNext(authority, (2 * day) / 1000)
    const [changed, ...more] = await parts()
    expect(more).toEqual([])
    expect(changed).toMatchObject({ file: 1, files: 1, bytes: 0 })
  })

  test('takes a newer publication and keeps the one before', async () => {
    const authority = testAuthority()
    const store = await storeWithFirst(authority)
    for (const next of [2, 3]) {
      publishNext(authority, next)
      expect(await store.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
      expect(edition(store)).toBe(next)
    }
    expect(readdirSync(join(authority.folder, 'store')).toSorted()).toEqual(['current.json', 'g2', 'g3'])
  })

  test('finds the same publication when it starts again', async () => {
    const authority = testAuthority()
    const before = await storeWithFirst(authority)
    const after = await openStore(authority)
    expect(after.current).toEqual(before.current)
    expect(after.damage).toEqual([])
  })

  test('says so where nothing is newer, and leaves nothing behind', async () => {
    const authority = testAuthority()
    const store = await storeWithFirst(authority)
    expect(await store.update(folderSource(authority.stick))).toEqual({ outcome: 'current', generation: store.current })
    expect(readdirSync(join(authority.folder, 'store')).toSorted()).toEqual(['current.json', 'g1'])
  })

  test('does not fetch a file again that did not change', async () => {
    const authority = testAuthority()
    const store = await storeWithFirst(authority)
    authority.set('value-sets.json', [])
    authority.publish()
    const source = counting(folderSource(authority.stick))
    expect(await store.update(source)).toMatchObject({ outcome: 'updated' })
    expect(source.opened.filter((path) => path.startsWith('targets/'))).toEqual([
      expect.stringMatching(/value-sets\.json$/),
    ])
    expect(edition(store)).toBe(1)
  })

  test('steps over several roots in one update, whose keys were all replaced', async () => {
    const authority = testAuthority()
    const store = await storeWithFirst(authority)
    const { home, ring } = authority
    const first = listRoles(readNewestRoot(home.metadata)).flatMap(({ role, keyids }) =>
      keyids.map((keyid) => ({ role, keyid })),
    )
    for (const { role, keyid } of first) {
      addRoleKey(home, ring, { role, now: start })
      retireRoleKey(home, ring, { keyid, now: start })
    }
    publishNext(authority, 2)
    const answer = await store.update(folderSource(authority.stick))
    expect(answer).toMatchObject({ outcome: 'updated', generation: { versions: { root: 13 } } })
    expect(edition(store)).toBe(2)
  })

  test('takes a root that lowers the threshold, signed as the root before it asks', async () => {
    const authority = testAuthority({ root: { keys: 2, threshold: 2 } })
    const store = await storeWithFirst(authority)
    const [keyid] = readNewestRoot(authority.home.metadata).roles['root']!.keyIDs
    retireRoleKey(authority.home, authority.ring, { keyid: keyid!, threshold: 1, now: start })
    publishNext(authority, 2)
    expect(await store.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
  })

  test('goes on with a renewed root after the one it holds has expired', async () => {
    const authority = testAuthority({}, 10)
    await storeWithFirst(authority)
    const later = start + 20 * day
    renewRoot(authority.home, authority.ring, later)
    authority.publish(later)
    const store = await openStore(authority, { now: () => later })
    expect(await store.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
  })

  test('ignores files it has no use for', async () => {
    const authority = testAuthority()
    const store = await storeWithFirst(authority, { limits: new Map([['policy.json', 1000]]) })
    expect(store.current?.files.size).toBe(0)
    expect(readdirSync(targetsOf(authority, store))).toEqual([])
  })

  test('runs updates one after the other', async () => {
    const authority = testAuthority()
    const store = await openStore(authority)
    const answers = await Promise.all([
      store.update(folderSource(authority.stick)),
      store.update(folderSource(authority.stick)),
    ])
    expect(answers.map(({ outcome }) => outcome)).toEqual(['updated', 'current'])
  })

  test('judges expiry by the clock it is given, not by the machine’s', async () => {
    const authority = testAuthority()
    const store = await openStore(authority, { now: () => start + 31 * day })
    expect(await store.update(folderSource(authority.stick))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'frozen' },
    })
    const earlier = await openStore(authority, { now: () => start + 29 * day })
    expect(await earlier.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
  })
})

describe('a store that another program has updated', () => {
  test('is believed as it is now', async () => {
    const authority = testAuthority()
    const kiosk = await storeWithFirst(authority)
    publishNext(authority, 2)
    await (await openStore(authority)).update(folderSource(authority.stick))
    expect(await kiosk.update(folderSource(authority.stick))).toMatchObject({
      outcome: 'updated',
      previous: { name: 'g1' },
    })
    expect(edition(kiosk)).toBe(2)
  })

  test('is not rolled back to a publication between', async () => {
    const authority = testAuthority()
    const kiosk = await storeWithFirst(authority)
    publishNext(authority, 2)
    const between = authority.copyOfStick('between')
    publishNext(authority, 3)
    await (await openStore(authority)).update(folderSource(authority.stick))
    expect(await kiosk.update(folderSource(between))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'rollback' },
    })
    expect(edition(await openStore(authority))).toBe(3)
  })
})

describe('a store that was damaged', () => {
  test('falls back to the generation before, and says which file is damaged', async () => {
    const authority = testAuthority()
    const store = await storeWithFirst(authority)
    publishNext(authority, 2)
    await store.update(folderSource(authority.stick))
    appendFileSync(join(targetsOf(authority, store), 'keys.json'), ' ')
    const after = await openStore(authority)
    expect(edition(after)).toBe(1)
    expect(after.damage).toEqual([{ code: 'altered', values: { file: 'g2/keys.json' } }])
  })

  test('counts as damaged where its metadata are, which the next update would start from', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    truncateSync(join(authority.folder, 'store', 'g1', 'metadata', 'snapshot.json'))
    const after = await openStore(authority)
    expect(after.damage).toEqual([{ code: 'altered', values: { file: 'g1/snapshot.json' } }])
    expect(await after.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
  })

  test('repairs itself with the next update', async () => {
    const authority = testAuthority()
    const store = await storeWithFirst(authority)
    rmSync(join(targetsOf(authority, store), 'keys.json'))
    const after = await openStore(authority)
    expect(after.current).toBeNull()
    expect(await after.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
    expect(edition(after)).toBe(1)
  })

  test('finds its newest generation where the pointer cannot be read', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    writeFileSync(join(authority.folder, 'store', 'current.json'), '')
    expect(edition(await openStore(authority))).toBe(1)
  })

  test('says so where the first root itself cannot be read', async () => {
    const authority = testAuthority()
    const store = await openStore(authority, { anchor: Buffer.from('{}') })
    expect(await store.update(folderSource(authority.stick))).toMatchObject({ refusal: { code: 'anchor-unusable' } })
  })
})
