/** Keys that anybody could compute, or that no standard of these certificates names, sign for nobody. */
import { createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { demandBelievable, KeyShelf, keyFromCertificate, keyFromJwk } from '../../../../main/trust/index.ts'
import { KeyUnusable } from '../../../../main/trust/keys/key-unusable.ts'
import { longestCertificate, mostCertificatesInChain, mostKeysTried, rsaBits } from '../../../../main/trust/limits.ts'
import { newAuthority } from '../../../fixtures/vds-nc.ts'

const base64url = (bytes: Buffer): string => bytes.toString('base64url')

/** An RSA key of so many bits whose numbers are nobody's: making a real one of many bits takes seconds. */
function rsaJwk(bits: number, exponent = Buffer.from([1, 0, 1])): JsonWebKey {
  const modulus = Buffer.alloc(bits / 8, 0xa5)
  modulus[0] = 0xc1
  return { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) }
}

const faultOf = (read: () => unknown): string | null => {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof KeyUnusable) return error.fault
    throw error
  }
}

const jwkOf = (key: KeyObject): JsonWebKey => key.export({ format: 'jwk' })
const on = (namedCurve: string): KeyObject => generateKeyPairSync('ec', { namedCurve }).publicKey

describe('a key of a set', () => {
  test.each(['P-256', 'P-384', 'P-521'])('on %s is believed', (curve) => {
    expect(faultOf(() => keyFromJwk(jwkOf(on(curve))))).toBeNull()
  })

  test('of Ed25519 is believed', () => {
    expect(faultOf(() => keyFromJwk(jwkOf(generateKeyPairSync('ed25519').publicKey)))).toBeNull()
  })

  test('for signatures, or that does not say what for, is believed', () => {
    for (const member of [{ use: 'sig' }, { key_ops: ['verify'] }, { use: 'sig', key_ops: ['sign', 'verify'] }])
      expect(faultOf(() => keyFromJwk({ ...jwkOf(on('P-256')), ...member }))).toBeNull()
  })

  test.each([{ use: 'enc' }, { key_ops: ['encrypt'] }, { key_ops: [] }, { use: 'enc', key_ops: ['verify'] }])(
    'for something else is not: %o',
    (member) => {
      expect(faultOf(() => keyFromJwk({ ...jwkOf(on('P-256')), ...member }))).toBe('not-for-signatures')
    },
  )

  test.each(['2021-02-30T00:00:00Z', '2021-01-01', '2021-01-01T00:00:00', '2021-01-01T24:00:00Z'])(
    'from a time that does not exist, or whose zone is not known, is none: %s',
    (notBefore) => {
      expect(() => keyFromJwk({ ...jwkOf(on('P-256')), notBefore })).toThrow('is not a date and time with its zone')
    },
  )

  test('is believed from the time that it says, as certificates write times', () => {
    expect(keyFromJwk({ ...jwkOf(on('P-256')), notBefore: '2021-10-04 07:00:00+07' }).notBefore).toBe(
      Date.UTC(2021, 9, 4),
    )
  })

  test('on secp256k1 is not', () => {
    expect(faultOf(() => keyFromJwk(jwkOf(on('secp256k1'))))).toBe('curve-unsupported')
  })

  test.each(['ed448', 'x25519'] as const)('of %s is not', (type) => {
    const { publicKey } = type === 'ed448' ? generateKeyPairSync('ed448') : generateKeyPairSync('x25519')
    expect(faultOf(() => keyFromJwk(jwkOf(publicKey)))).toBe('type-unsupported')
  })

  test.each([
    [544, 'rsa-size'],
    [1024, 'rsa-size'],
    [rsaBits.least - 8, 'rsa-size'],
    [rsaBits.least, null],
    [rsaBits.most, null],
    [rsaBits.most + 8, 'rsa-size'],
  ])('of RSA with %i bits: %s', (bits, fault) => {
    expect(faultOf(() => keyFromJwk(rsaJwk(bits)))).toBe(fault)
  })

  test.each([
    ['1, under which anybody can sign', Buffer.from([1])],
    ['3', Buffer.from([3])],
    ['an even number', Buffer.from([1, 0, 0])],
    ['a number of many bytes, which only makes work', Buffer.alloc(9, 0xff)],
  ])('of RSA whose exponent is %s is not', (_what, exponent) => {
    expect(faultOf(() => keyFromJwk(rsaJwk(2048, exponent)))).toBe('rsa-exponent')
  })
})

describe('a key of a certificate', () => {
  test.each([
    ['RSA with 1024 bits', () => createPublicKey({ key: rsaJwk(1024), format: 'jwk' }), 'rsa-size'],
    ['secp256k1', () => on('secp256k1'), 'curve-unsupported'],
    ['Brainpool’s curve', () => on('brainpoolP256r1'), 'curve-unsupported'],
    ['RSA with 2048 bits', () => createPublicKey({ key: rsaJwk(2048), format: 'jwk' }), null],
    ['Ed25519', () => generateKeyPairSync('ed25519').publicKey, null],
  ] as const)('of %s is held to the same: %s', (_what, make, fault) => {
    expect(faultOf(() => keyFromCertificate(newAuthority({ publicKey: make() }).certificate))).toBe(fault)
  })

  test('is held to the same where it is brought as a file, in PEM or DER', () => {
    expect(faultOf(() => demandBelievable(on('secp256k1')))).toBe('curve-unsupported')
  })
})

test('every fault has a phrase in both languages', () => {
  const fault = new KeyUnusable('rsa-size', { bits: 1024, ...rsaBits })
  expect(fault.phrase('vi')).toBe('khóa RSA 1024 bit; chỉ tin khóa từ 2048 đến 8192 bit')
  expect(fault.phrase('en')).toContain('1024 bits')
})

describe('what a set can make a queue wait for', () => {
  const key = jwkOf(on('P-256'))
  const envelope = { kid: 'AQ==', issuer: null } as Parameters<KeyShelf['keysFor']>[1]

  test.each([
    ['one identifier', { kid: 'AQ==' }],
    ['no identifier', {}],
  ])('many keys of %s: so many are tried, the others are named', (_what, members) => {
    const shelf = new KeyShelf(Array.from({ length: 100 }, () => ({ ...key, ...members })))
    expect(shelf.keysFor('HC1', envelope)).toHaveLength(mostKeysTried)
    expect(shelf.crowdedOut).toHaveLength(100 - mostKeysTried)
    expect(shelf.crowdedOut[0]).toBe(mostKeysTried)
  })

  test('a chain is no longer than chains are, and a certificate not either', () => {
    const certificate = newAuthority().certificate.toString('base64')
    expect(() => keyFromJwk({ x5c: Array.from({ length: mostCertificatesInChain }, () => certificate) })).not.toThrow()
    expect(() => keyFromJwk({ x5c: Array.from({ length: mostCertificatesInChain + 1 }, () => certificate) })).toThrow()
    expect(() => keyFromJwk({ x5c: ['A'.repeat(longestCertificate + 1)] })).toThrow()
  })
})
