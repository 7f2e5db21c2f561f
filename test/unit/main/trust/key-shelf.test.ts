/** Which keys may have signed a certificate. */
import { describe, expect, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { KeyShelf } from '../../../../main/trust/index.ts'
import type { Envelope } from '../../../../shared/certificate/decoded.ts'
import { keyOf } from '../../../fixtures/certificates.ts'

const jwk = (members: object = {}) => ({ ...keyOf('ES256').publicKey.export({ format: 'jwk' }), ...members })
const asked = (kid: string | null, issuer: string | null = null) => ({ kid, issuer }) as Envelope
const shc = 'https://shc.example.vn'

describe('keys for HC1', () => {
  test('are found however their identifier is written', () => {
    const shelf = new KeyShelf([jwk({ kid: Buffer.from('fbefbefbefbefbef', 'hex').toString('base64url') })])
    const kid = Buffer.from('fbefbefbefbefbef', 'hex').toString('base64')
    expect(shelf.keysFor('HC1', asked(kid))).toHaveLength(1)
    expect(shelf.keysFor('HC1', asked('AAAA'))).toEqual([])
  })

  test('may be several under one identifier, in the order of the set', () => {
    const shelf = new KeyShelf([jwk({ kid: 'AAAA', issuer: 'a' }), jwk({ kid: 'AAAA', issuer: 'b' })])
    expect(shelf.keysFor('HC1', asked('AAAA')).map(({ issuer }) => issuer)).toEqual(['a', 'b'])
  })

  test('without an identifier answer to any, after those that are named', () => {
    const shelf = new KeyShelf([jwk({ issuer: 'unnamed' }), jwk({ kid: 'AAAA', issuer: 'named' })])
    expect(shelf.keysFor('HC1', asked('AAAA')).map(({ issuer }) => issuer)).toEqual(['named', 'unnamed'])
    expect(shelf.keysFor('HC1', asked(null)).map(({ issuer }) => issuer)).toEqual(['unnamed'])
  })

  test('are never those of an issuer that names its keys by text', () => {
    const shelf = new KeyShelf([jwk({ kid: 'AAAA', issuer: shc }), jwk({ kid: 'AAAA', issuer: 'did:web:x' })])
    expect(shelf.keysFor('HC1', asked('AAAA'))).toEqual([])
  })
})

describe.each(['SHC', 'NZCP'] as const)('keys for %s', (format) => {
  test('are bound to their issuer, however alike their identifiers', () => {
    const shelf = new KeyShelf([jwk({ kid: 'key-1', issuer: shc }), jwk({ kid: 'key-1', issuer: 'did:web:other' })])
    expect(shelf.keysFor(format, asked('key-1', shc)).map(({ issuer }) => issuer)).toEqual([shc])
    expect(shelf.keysFor(format, asked('key-1', 'https://else.vn'))).toEqual([])
    expect(shelf.keysFor(format, asked('key-1', null))).toEqual([])
  })

  test('are looked up by the very text', () => {
    const shelf = new KeyShelf([jwk({ kid: 'a-b_', issuer: shc })])
    expect(shelf.keysFor(format, asked('a+b/', shc))).toEqual([])
  })

  test('that name no issuer count only where a caller hands them over for one code', () => {
    const entries = [jwk({ kid: 'key-1' }), jwk()]
    expect(new KeyShelf(entries).keysFor(format, asked('key-1', shc))).toEqual([])
    expect(new KeyShelf(entries, true).keysFor(format, asked('key-1', shc))).toHaveLength(2)
  })
})

describe('a key set', () => {
  test('with keys that cannot be used keeps the others', () => {
    const shelf = new KeyShelf([null, 'x', { kty: 'EC', kid: 'AAAA' }, { kid: 5 }, jwk({ kid: 'AAAA' })])
    expect(shelf.keysFor('HC1', asked('AAAA'))).toHaveLength(1)
  })

  test('imports a key when it is first asked for, and once', () => {
    const shelf = new KeyShelf([{ ...publicJwk(keyOf('ES256'), { issuer: 'x', country: 'VN' }), kid: 'AAAA' }])
    const [first] = shelf.keysFor('HC1', asked('AAAA'))
    expect(shelf.keysFor('HC1', asked('AAAA'))[0]).toBe(first)
  })

  test('named like an inherited member holds nothing', () => {
    expect(new KeyShelf([]).keysFor('HC1', asked('constructor'))).toEqual([])
    expect(new KeyShelf([]).keysFor('SHC', asked('__proto__', 'constructor'))).toEqual([])
  })
})
