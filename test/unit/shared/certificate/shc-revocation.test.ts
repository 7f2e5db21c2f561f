import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRevokedBy, readShcRevocations, type ShcRevocations } from '../../../../shared/certificate/shc-revocation.ts'
import { publicData } from '../../../conformance/public-data.ts'

const list = (...rids: unknown[]) => ({ kid: 'key', method: 'rid', ctr: 1, rids })
const card = (identifier: string | null, issuedAt: number | null = 1_600_000_000_000) => ({
  kid: 'key',
  identifier,
  issuedAt,
})
const revokes = (rids: string[], ...about: Parameters<typeof card>) =>
  isRevokedBy(readShcRevocations(list(...rids)) as ShcRevocations, card(...about))

describe('a card revocation list', () => {
  test('revokes every card of a rid without a time', () => {
    expect(revokes(['AQPCj4wwk6Mt'], 'AQPCj4wwk6Mt')).toBe(true)
    expect(revokes(['AQPCj4wwk6Mt'], 'AQPCj4wwk6Mt', null)).toBe(true)
  })

  test('revokes the cards issued before the time of a rid, and no later one', () => {
    expect(revokes(['AQPCj4wwk6Mt.1600000000'], 'AQPCj4wwk6Mt', 1_599_999_999_999)).toBe(true)
    expect(revokes(['AQPCj4wwk6Mt.1600000000'], 'AQPCj4wwk6Mt', 1_600_000_000_000)).toBe(false)
  })

  test('revokes a card that does not say when it was issued', () => {
    expect(revokes(['AQPCj4wwk6Mt.1600000000'], 'AQPCj4wwk6Mt', null)).toBe(true)
  })

  test.each([[['a', 'a.1']], [['a.1', 'a']]])('revokes what the wider of two entries for one rid does: %j', (rids) => {
    expect(revokes(rids, 'a')).toBe(true)
  })

  test('takes the later of two times', () => {
    expect(revokes(['a.1600000001', 'a.1'], 'a')).toBe(true)
  })

  test.each([
    ['another rid', card('other')],
    ['a rid of other case', card('A')],
    ['no rid', card(null)],
    ['another key', { ...card('a'), kid: 'other' }],
  ])('does not revoke a card with %s', (_what, about) => {
    expect(isRevokedBy(readShcRevocations(list('a')) as ShcRevocations, about)).toBe(false)
  })

  test.each([
    ['another method', { ...list('a'), method: 'hash' }],
    ['no counter', { ...list('a'), ctr: undefined }],
    ['a counter of zero', { ...list('a'), ctr: 0 }],
    ['no rids', { ...list(), rids: undefined }],
    ['no kid', { ...list('a'), kid: '' }],
    ['a rid of 25 characters', list('a'.repeat(25))],
    ['a rid of foreign characters', list('a b')],
    ['a time in words', list('a.soon')],
    ['an empty rid', list('.1')],
    ['a rid that is no text', list(7)],
    ['a list', []],
    ['nothing', null],
  ])('is refused whole with %s', (_what, json) => {
    expect(readShcRevocations(json)).toBeNull()
  })

  const example = join(publicData, 'shc', 'crl', '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s.json')
  test.skipIf(!existsSync(example))('of the example issuer is read', () => {
    const read = readShcRevocations(JSON.parse(readFileSync(example, 'utf8')))
    expect(read).toMatchObject({ counter: 1, kid: '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s' })
    expect([...(read?.revoked ?? [])]).toContainEqual(['FKDIxsTCGlU', null])
    expect([...(read?.revoked ?? [])]).toContainEqual(['vwAjHdarZuc', 1_664_492_124_000])
  })
})
