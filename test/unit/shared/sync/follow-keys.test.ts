/** Which keys a kiosk signed with, by the changes that it tells. */
import { describe, expect, test } from 'vitest'
import { nodeMeans } from '../../../../main/sync/means.ts'
import { followKeys, isNoOlder, type KnownKey } from '../../../../shared/sync/follow-keys.ts'
import { keyChange, kioskSigner, nextSigner, signerOf } from '../../../fixtures/sync-parties.ts'

const enrolled: KnownKey = { number: 2, public: kioskSigner.public, replaces: null }
const third = signerOf(0x6d)
const follow = (...changes: ReturnType<typeof keyChange>[]) => followKeys(nodeMeans, [enrolled], changes)

describe('changes of keys', () => {
  test('bring in one key after the other', () => {
    expect(follow(keyChange(3, kioskSigner, nextSigner), keyChange(4, nextSigner, third))).toEqual([
      { number: 3, public: nextSigner.public, replaces: kioskSigner.public },
      { number: 4, public: third.public, replaces: nextSigner.public },
    ])
  })

  test('to the key that was enrolled are passed over: of the one before it the hub never heard', () => {
    expect(follow(keyChange(2, signerOf(1), kioskSigner))).toEqual([])
  })

  test('that led up to the key that was enrolled are passed over with it, and the next is followed', () => {
    const [first, second] = [signerOf(1), signerOf(2)]
    const before = [keyChange(3, first, second), keyChange(4, second, kioskSigner)]
    const fourth: KnownKey = { ...enrolled, number: 4 }
    const after = keyChange(5, kioskSigner, nextSigner)
    expect(followKeys(nodeMeans, [fourth], before)).toEqual([])
    expect(followKeys(nodeMeans, [fourth], [...before, after])).toEqual([
      { number: 5, public: nextSigner.public, replaces: kioskSigner.public },
    ])
    expect(followKeys(nodeMeans, [fourth], [...before, keyChange(5, second, third)])).toBeNull()
    expect(followKeys(nodeMeans, [fourth], [keyChange(3, first, second), after])).toBeNull()
  })

  test('that are told again add nothing', () => {
    const change = keyChange(3, kioskSigner, nextSigner)
    expect(follow(change, change)).toHaveLength(1)
  })

  test('are none where another key signed them, or a number is left out', () => {
    expect(follow(keyChange(3, third, nextSigner))).toBeNull()
    expect(follow(keyChange(4, kioskSigner, nextSigner, 2))).toBeNull()
    expect(follow(keyChange(4, nextSigner, third))).toBeNull()
    expect(follow({ ...keyChange(3, kioskSigner, nextSigner), statement: 'no JSON' })).toBeNull()
    expect(follow({ ...keyChange(3, kioskSigner, nextSigner), new: keyChange(3, kioskSigner, third).new })).toBeNull()
  })

  test('of two laptops that go on from one copy bring in two keys of one number', () => {
    const both = follow(keyChange(3, kioskSigner, nextSigner), keyChange(3, kioskSigner, third)) ?? []
    expect(both.map(({ number, replaces }) => [number, replaces])).toEqual([
      [3, kioskSigner.public],
      [3, kioskSigner.public],
    ])
  })
})

test('a key is no older than itself and those before it', () => {
  const known = [enrolled, ...(follow(keyChange(3, kioskSigner, nextSigner)) ?? [])]
  expect(isNoOlder(nextSigner.public, nextSigner.public, known)).toBe(true)
  expect(isNoOlder(nextSigner.public, kioskSigner.public, known)).toBe(true)
  expect(isNoOlder(kioskSigner.public, nextSigner.public, known)).toBe(false)
  expect(isNoOlder(third.public, kioskSigner.public, known)).toBe(false)
})
