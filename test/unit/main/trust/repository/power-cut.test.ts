/** The power goes at every step of an update, and takes with it what was never flushed. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderSource } from '../../../../../main/trust/repository/index.ts'
import { nodeDisk, type Disk } from '../../../../../main/trust/repository/disk.ts'
import { edition, openStore, start, storeWithFirst, testAuthority, type TestAuthority } from './test-authority.ts'

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())

/** Milliseconds: an update is cut off at each of its steps, each with its flushes, on a disk that others use. */
const manySteps = 120_000

/** A disk on which everything fails from operation `last` on, and which knows what was flushed before. */
function failingDisk(last: number) {
  const flushed = new Set<string>()
  let operations = 0
  const step = <A extends unknown[]>(work: (...given: A) => Promise<void>, after?: (...given: A) => void) => {
    return async (...given: A): Promise<void> => {
      operations += 1
      if (operations > last) throw Object.assign(new Error('EIO: the power is out'), { code: 'EIO', syscall: 'any' })
      await work(...given)
      after?.(...given)
    }
  }
  const disk: Disk = {
    makeFolder: step(nodeDisk.makeFolder),
    write: step(nodeDisk.write, (path) => flushed.delete(path)),
    syncFile: step(nodeDisk.syncFile, (path) => flushed.add(path)),
    syncFolder: step(nodeDisk.syncFolder),
    rename: step(nodeDisk.rename, (from, to) => (flushed.has(from) ? flushed.add(to) : flushed.delete(to))),
    remove: step(nodeDisk.remove),
  }
  return { disk, flushed, count: () => operations }
}

/** What was written and never flushed is there by name only. */
function loseUnflushed(store: string, before: ReadonlySet<string>, flushed: ReadonlySet<string>): void {
  for (const file of files(store)) if (!before.has(file) && !flushed.has(file)) truncateSync(file)
}

async function updateUntil(authority: TestAuthority, last: number): Promise<{ operations: number; outcome: string }> {
  const store = join(authority.folder, 'store')
  const before = new Set(files(store).filter((file) => !file.endsWith('current.json')))
  const { disk, flushed, count } = failingDisk(last)
  if (existsSync(join(store, 'current.json'))) flushed.add(join(store, 'current.json'))
  // Opening is one operation of its own and not what is tested.
  const repository = await openStore(authority, { disk: { ...disk, makeFolder: nodeDisk.makeFolder } })
  const { outcome } = await repository.update(folderSource(authority.stick))
  loseUnflushed(store, before, flushed)
  return { operations: count(), outcome }
}

test('whenever the power goes, the next start finds the old publication or the new one, whole, and can update', {
  timeout: manySteps,
}, async () => {
  const authority = testAuthority()
  authority.set('value-sets.json', [])
  authority.publish()
  await storeWithFirst(authority)
  const store = join(authority.folder, 'store')
  const pristine = join(authority.folder, 'pristine')
  cpSync(store, pristine, { recursive: true })
  authority.set('keys.json', { keys: [], edition: 2 })
  authority.publish(start + 1000)

  const found: (number | null)[] = []
  for (let last = 0; ; last++) {
    rmSync(store, { recursive: true })
    cpSync(pristine, store, { recursive: true })
    const { operations, outcome } = await updateUntil(authority, last)
    expect(JSON.parse(readFileSync(join(store, 'current.json'), 'utf8'))).toMatchObject({ format: 1 })
    const reopened = await openStore(authority)
    expect(reopened.damage).toEqual([])
    expect([...(reopened.current?.files.keys() ?? [])]).toEqual(['keys.json', 'value-sets.json'])
    found.push(edition(reopened))
    expect(['updated', 'current']).toContain((await reopened.update(folderSource(authority.stick))).outcome)
    expect(edition(reopened)).toBe(2)
    if (operations <= last) {
      expect(outcome).toBe('updated')
      break
    }
  }
  expect(found.length).toBeGreaterThan(15)
  // Old up to the one step that moves the pointer, new from there on.
  expect(found).toEqual(found.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  expect(found[0]).toBe(1)
  expect(found.at(-1)).toBe(2)
})

test('a first update that is cut off at any step leaves an empty store that can update', {
  timeout: manySteps,
}, async () => {
  const authority = testAuthority()
  const store = join(authority.folder, 'store')
  await openStore(authority)
  for (let last = 0; ; last++) {
    rmSync(store, { recursive: true })
    mkdirSync(store)
    const { operations } = await updateUntil(authority, last)
    const reopened = await openStore(authority)
    expect(reopened.damage).toEqual([])
    expect([null, 1]).toContain(edition(reopened))
    expect(['updated', 'current']).toContain((await reopened.update(folderSource(authority.stick))).outcome)
    if (operations <= last) return
  }
})

test('a pointer that moved although the disk then failed is kept to', async () => {
  const authority = testAuthority()
  await storeWithFirst(authority)
  authority.set('keys.json', { keys: [], edition: 2 })
  authority.publish(start + 1000)
  let moved = false
  const disk: Disk = {
    ...nodeDisk,
    rename: async (from, to) => {
      await nodeDisk.rename(from, to)
      moved = true
    },
    syncFolder: (path) =>
      moved
        ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' }))
        : nodeDisk.syncFolder(path),
  }
  const store = await openStore(authority, { disk })
  expect(await store.update(folderSource(authority.stick))).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'disk-failed' },
  })
  const reopened = await openStore(authority)
  expect(reopened.damage).toEqual([])
  expect(edition(reopened)).toBe(2)
  expect(readFileSync(join(authority.folder, 'store', 'current.json'), 'utf8')).toContain('"previous":"g1"')
})
