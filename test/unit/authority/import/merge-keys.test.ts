/** Merging lists into the working keys. */
import { describe, expect, it } from 'vitest'
import type { KeyEntry } from '../../../../authority/import/imported-list.ts'
import { mergeKeys, type WorkingEntry } from '../../../../authority/import/merge-keys.ts'
import { newSigningKey, publicJwk } from '../../../../authority/signing-key.ts'

function entry(changes: Partial<KeyEntry> = {}): KeyEntry {
  const key = newSigningKey('ES256')
  return {
    ...publicJwk(key, { issuer: 'Ministry', country: 'VN' }),
    kid: key.kid.toString('base64'),
    country: 'VN',
    ...changes,
  }
}

const working = (...entries: object[]): WorkingEntry[] => entries as WorkingEntry[]

describe('merging a list', () => {
  it('adds what is new, with where it is from', () => {
    const one = entry()
    expect(mergeKeys([], [one], 'dsc-list', true)).toMatchObject({
      keys: [{ ...one, sources: ['dsc-list'] }],
      added: [`VN ${one.kid}`],
    })
  })

  it('changes nothing the second time', () => {
    const list = [entry(), entry()]
    const { keys } = mergeKeys([], list, 'dsc-list', true)
    expect(mergeKeys(keys, list, 'dsc-list', true)).toEqual({
      keys,
      added: [],
      replaced: [],
      unchanged: 2,
      withdrawn: [],
    })
  })

  it('takes the same key from two lists as one', () => {
    const one = entry()
    const { keys } = mergeKeys([], [one], 'dsc-list', true)
    expect(mergeKeys(keys, [one], 'trust-list', true).keys).toEqual([{ ...one, sources: ['dsc-list', 'trust-list'] }])
  })

  it('keeps two keys that share an identifier', () => {
    const one = entry()
    expect(mergeKeys([], [one, entry({ kid: one.kid })], 'dsc-list', true).added).toHaveLength(2)
  })

  it('keeps one key under two issuers’ addresses', () => {
    const one = entry({ issuer: 'https://one.example' })
    expect(mergeKeys([], [one, { ...one, issuer: 'https://two.example' }], 'vci', true).added).toHaveLength(2)
  })

  it('replaces what the list now says otherwise', () => {
    const one = entry()
    const { keys } = mergeKeys([], [one], 'dsc-list', true)
    const merged = mergeKeys(keys, [{ ...one, usage: ['test'] }], 'dsc-list', true)
    expect(merged).toMatchObject({ keys: [{ usage: ['test'] }], replaced: [`VN ${one.kid}`], added: [] })
  })

  it('withdraws what the list no longer has', () => {
    const [one, two] = [entry(), entry()]
    const { keys } = mergeKeys([], [one, two], 'dsc-list', true)
    expect(mergeKeys(keys, [two], 'dsc-list', true)).toMatchObject({
      keys: [{ kid: two.kid }],
      withdrawn: [`VN ${one.kid}`],
    })
  })

  it('keeps what another list still vouches for', () => {
    const one = entry()
    const { keys } = mergeKeys(mergeKeys([], [one], 'dsc-list', true).keys, [one], 'trust-list', true)
    expect(mergeKeys(keys, [], 'dsc-list', true)).toMatchObject({ keys: [{ sources: ['trust-list'] }], withdrawn: [] })
  })

  it('withdraws nothing where the list is only some keys', () => {
    const { keys } = mergeKeys([], [entry()], 'pem', false)
    expect(mergeKeys(keys, [], 'pem', false).keys).toEqual(keys)
  })

  it('never withdraws what was put in by hand', () => {
    const own = working(entry(), { kid: 'x', kty: 'strange' })
    expect(mergeKeys(own, [], 'dsc-list', true).keys).toEqual(own)
  })
})
