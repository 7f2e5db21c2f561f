/** What a profile believes, from a folder of keys or a signed repository, and how it comes to believe something newer. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { readBelief } from '../../../../main/trust/belief.ts'
import { folderSource, readBelieved, TrustKeeper, TrustUnreadable } from '../../../../main/trust/index.ts'
import type { Mode } from '../../../../shared/domain/mode.ts'
import { keyOf } from '../../../fixtures/certificates.ts'
import { day, start, testAuthority, type TestAuthority } from './repository/test-authority.ts'

const jwk = (algorithm: 'EdDSA' | 'ES256') => publicJwk(keyOf(algorithm), { issuer: 'Sở Y tế', country: 'VN' })

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-keeper-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A trust folder that was set up with an authority's first root. */
function anchored(authority: TestAuthority): string {
  const folder = newFolder()
  copyFileSync(join(authority.home.metadata, '1.root.json'), join(folder, 'root.json'))
  return folder
}

const open = (folder: string, now = start, mode: Mode = 'real'): Promise<TrustKeeper> =>
  TrustKeeper.open({ folder, mode }, () => now)

describe('a folder of keys', () => {
  test('is believed, and has nothing to update from', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys: [jwk('EdDSA')] }))
    const keeper = await open(folder)
    expect(keeper.store.keys.size).toBe(1)
    expect(await keeper.update(folderSource(folder))).toBeNull()
  })

  test('is read again when its keys have changed, and only then', async () => {
    const folder = newFolder()
    const file = join(folder, 'keys.json')
    writeFileSync(file, '{"keys":[]}')
    const keeper = await open(folder)
    expect(keeper.refresh()).toBe(false)
    writeFileSync(file, JSON.stringify({ keys: [jwk('EdDSA')] }))
    utimesSync(file, start / 1000, start / 1000)
    expect(keeper.refresh()).toBe(true)
    expect(keeper.store.keys.size).toBe(1)
    expect(keeper.refresh()).toBe(false)
  })

  test('that was damaged since leaves what is believed as it was', async () => {
    const folder = newFolder()
    const file = join(folder, 'keys.json')
    writeFileSync(file, JSON.stringify({ keys: [jwk('EdDSA')] }))
    const keeper = await open(folder)
    writeFileSync(file, '{')
    utimesSync(file, start / 1000, start / 1000)
    expect(() => keeper.refresh()).toThrow(expect.objectContaining({ code: 'TRUST_UNREADABLE' }))
    expect(keeper.store.keys.size).toBe(1)
  })
})

describe('a signed repository', () => {
  test('believes nobody before its first update', async () => {
    const keeper = await open(anchored(testAuthority()))
    expect(keeper.store.keys.size).toBe(0)
    expect(keeper.refresh()).toBe(false)
  })

  test('swaps what is believed whole, and still believes it after a start', async () => {
    const authority = testAuthority()
    authority.set('keys.json', { keys: [jwk('EdDSA')] })
    authority.publish()
    const folder = anchored(authority)
    const keeper = await open(folder)
    const before = keeper.store
    expect(await keeper.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated', previous: null })
    expect([before.keys.size, keeper.store.keys.size]).toEqual([0, 1])
    expect((await open(folder)).store.keys.size).toBe(1)
  })

  test('dates everything that it holds by when the authority last published, not by when a file last changed', async () => {
    const authority = testAuthority()
    authority.publish(start + day)
    const keeper = await open(anchored(authority), start + day)
    await keeper.update(folderSource(authority.stick))
    expect(keeper.store.published).toEqual({ keys: start + day, rules: null, revocations: null })
  })

  test('that refuses an update goes on believing what it did', async () => {
    const authority = testAuthority()
    authority.set('keys.json', { keys: [jwk('EdDSA')] })
    authority.publish()
    const keeper = await open(anchored(authority))
    await keeper.update(folderSource(authority.stick))
    const before = keeper.store
    const empty = newFolder()
    expect(await keeper.update(folderSource(empty))).toMatchObject({ outcome: 'refused' })
    expect(keeper.store).toBe(before)
  })
})

/** A profile of one mode, and keys for the other; a key set that does not say is real. */
describe.each([
  ['real', { mode: 'practice' }, 'are for practice'],
  ['practice', {}, 'are real'],
  ['practice', { mode: 'real' }, 'are real'],
] as const)('a %s profile, given keys that say %j,', (mode, said, why) => {
  const other = { ...said, keys: [jwk('EdDSA')] }

  test('does not open on a folder of them, and says why in both languages', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(other))
    const refusal = await open(folder, start, mode).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(TrustUnreadable)
    const [vi, en] = refusal instanceof TrustUnreadable ? [refusal.sentence('vi'), refusal.sentence('en')] : []
    expect(vi).toContain(mode === 'real' ? 'khóa tập huấn' : 'khóa thật')
    expect(en).toContain(why)
    expect(() => readBelieved(folder, mode)).toThrow(TrustUnreadable)
  })

  test('goes on with its own where they are copied over them', async () => {
    const folder = newFolder()
    const file = join(folder, 'keys.json')
    writeFileSync(file, JSON.stringify({ mode, keys: [] }))
    const keeper = await open(folder, start, mode)
    writeFileSync(file, JSON.stringify(other))
    utimesSync(file, start / 1000, start / 1000)
    expect(() => keeper.refresh()).toThrow(TrustUnreadable)
    expect(keeper.store).toMatchObject({ mode, keys: { size: 0 } })
  })

  test('refuses them from a signed repository, whatever root it was set up with', async () => {
    const authority = testAuthority()
    authority.set('keys.json', other)
    authority.publish()
    const keeper = await open(anchored(authority), start, mode)
    expect(await keeper.update(folderSource(authority.stick))).toMatchObject({
      outcome: 'refused',
      refusal: { values: { why: expect.stringContaining(why) } },
    })
    expect(keeper.store.keys.size).toBe(0)
  })

  test('does not believe a store of them that was copied in', async () => {
    const authority = testAuthority()
    authority.set('keys.json', other)
    authority.publish()
    const folder = anchored(authority)
    const theirs = mode === 'real' ? 'practice' : 'real'
    await (await open(folder, start, theirs)).update(folderSource(authority.stick))
    expect((await open(folder, start, theirs)).store.keys.size).toBe(1)
    expect(await open(folder, start, mode)).toMatchObject({
      damage: [{ code: 'unusable' }],
      store: { keys: { size: 0 } },
    })
    expect(readBelieved(folder, mode)).toMatchObject({ damage: [{ code: 'unusable' }], store: { keys: { size: 0 } } })
  })
})

describe('looking without touching', () => {
  test('tells the same, and leaves an update that is under way alone', async () => {
    const authority = testAuthority()
    authority.set('keys.json', { keys: [jwk('EdDSA')] })
    authority.publish()
    const folder = anchored(authority)
    await (await open(folder)).update(folderSource(authority.stick))
    const underWay = join(folder, 'store', 'g9')
    mkdirSync(underWay)
    const believed = readBelieved(folder, 'real')
    expect(believed).toMatchObject({ from: 'repository', generation: { versions: { timestamp: 2 } }, damage: [] })
    expect(believed.store.keys.size).toBe(1)
    expect(existsSync(underWay)).toBe(true)
  })

  test('of a damaged store tells what is wrong, and believes nobody', async () => {
    const authority = testAuthority()
    const folder = anchored(authority)
    await (await open(folder)).update(folderSource(authority.stick))
    writeFileSync(join(folder, 'store', 'g1', 'targets', 'keys.json'), '{"keys":[]}')
    expect(readBelieved(folder, 'real')).toMatchObject({
      generation: null,
      damage: [{ code: 'altered', values: { file: 'g1/keys.json' } }],
    })
  })

  test('of a place where nothing is finds nothing', () => {
    expect(readBelieved(newFolder(), null)).toMatchObject({ from: 'nothing' })
  })
})

describe('what somebody planted in the store', () => {
  async function updated(): Promise<{ folder: string; authority: TestAuthority; store: string }> {
    const authority = testAuthority()
    authority.set('keys.json', { keys: [jwk('EdDSA')] })
    authority.publish()
    const folder = anchored(authority)
    await (await open(folder)).update(folderSource(authority.stick))
    return { folder, authority, store: join(folder, 'store') }
  }

  test('a link under a name that is written to is replaced, and what it leads to left alone', async () => {
    const { folder, authority, store } = await updated()
    const precious = join(newFolder(), 'precious')
    writeFileSync(precious, 'as it was')
    symlinkSync(precious, join(store, 'current.json.next'))
    authority.publish()
    expect(await (await open(folder)).update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
    expect(readFileSync(precious, 'utf8')).toBe('as it was')
  })

  test('a file in place of the store: nobody is believed, it is said, and the next update mends it', async () => {
    const { folder, authority, store } = await updated()
    rmSync(store, { recursive: true })
    writeFileSync(store, '')
    const barred = [{ code: 'store-barred', values: { file: 'store' } }]
    expect(readBelieved(folder, 'real')).toMatchObject({ generation: null, damage: barred })
    const keeper = await open(folder)
    expect(keeper.damage).toEqual(barred)
    expect(keeper.store.keys.size).toBe(0)
    expect(await keeper.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
    expect(await open(folder)).toMatchObject({ damage: [], store: { keys: { size: 1 } } })
  })

  test('a folder in place of the pointer is replaced by the next update', async () => {
    const { folder, authority, store } = await updated()
    rmSync(join(store, 'current.json'))
    mkdirSync(join(store, 'current.json', 'within'), { recursive: true })
    const keeper = await open(folder)
    expect(keeper.damage).toMatchObject([{ code: 'pointer-unreadable' }])
    expect(keeper.store.keys.size).toBe(1)
    await keeper.update(folderSource(authority.stick))
    expect((await open(folder)).damage).toEqual([])
  })

  test('empty folders do not hide the newest publication, nor use up the names', async () => {
    const { folder, authority, store } = await updated()
    writeFileSync(join(store, 'current.json'), '{')
    for (let number = 900; number < 950; number++) mkdirSync(join(store, `g${number}`))
    mkdirSync(join(store, 'g999999999'))
    const keeper = await open(folder)
    expect(keeper.store.keys.size).toBe(1)
    authority.publish()
    expect(await keeper.update(folderSource(authority.stick))).toMatchObject({ outcome: 'updated' })
    expect(await open(folder)).toMatchObject({ damage: [], store: { keys: { size: 1 } } })
  })

  /** Newer generations than any, of which each begins as one does. */
  function heap(store: string, timestamp: string | Buffer): void {
    for (let number = 900; number < 920; number++) {
      const metadata = join(store, `g${number}`, 'metadata')
      mkdirSync(metadata, { recursive: true })
      writeFileSync(join(metadata, 'timestamp.json'), timestamp)
    }
  }

  test('a heap of folders of anything, and a broken pointer, do not hide the newest publication', async () => {
    const { folder, store } = await updated()
    writeFileSync(join(store, 'current.json'), '{')
    heap(store, 'anything')
    expect(readBelieved(folder, 'real').store.keys.size).toBe(1)
    expect((await open(folder)).store.keys.size).toBe(1)
  })

  test('nor does one of copies of its own beginning, from who knows by the journal what was believed', async () => {
    const { folder, store } = await updated()
    const belief = readBelief((await open(folder)).belief)
    writeFileSync(join(store, 'current.json'), '{')
    heap(store, readFileSync(join(store, 'g1', 'metadata', 'timestamp.json')))
    const keeper = await TrustKeeper.open({ folder, mode: 'real' }, () => start, belief)
    expect(keeper.store.keys.size).toBe(1)
  })
})
