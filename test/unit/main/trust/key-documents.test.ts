import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nzcpDidDocument } from '../../../../authority/issue-nzcp.ts'
import { shcJwk } from '../../../../authority/issue-shc.ts'
import { newSigningKey } from '../../../../authority/signing-key.ts'
import { keyFromJwk } from '../../../../main/trust/index.ts'
import { keyEntriesOf, keysFromDid, keysFromJwks, thumbprintOf } from '../../../../main/trust/keys/key-documents.ts'
import { publicData } from '../../../conformance/public-data.ts'

const key = newSigningKey('ES256')
const jwk = shcJwk(key)
const issuer = 'https://shc.example.vn/issuer'
const did = 'did:web:nzcp.example.nz'
const { x, y } = jwk

interface Method {
  id: string
  controller: string
  type: string
  publicKeyJwk: object
}
const document = nzcpDidDocument(did, 'key-1', key) as {
  id: string
  verificationMethod: [Method]
  assertionMethod: unknown[]
}
const [method] = document.verificationMethod

describe('the JWK set of a health card issuer', () => {
  const refusalOf = (changes: object) => keysFromJwks(issuer, { keys: [{ ...jwk, ...changes }] })

  test('gives its keys by issuer and kid', () => {
    expect(keysFromJwks(issuer, { keys: [jwk] })).toEqual({
      keys: [{ kty: 'EC', crv: 'P-256', x, y, kid: jwk.kid, issuer }],
      refused: [],
    })
  })

  test('gives keys that can be verified with', () => {
    const [entry] = keysFromJwks(issuer, { keys: [jwk] })?.keys ?? []
    expect(keyFromJwk(entry)).toMatchObject({ issuer, keyType: 'ec' })
  })

  test('gives no certificates, which end before their keys do', () => {
    expect(keysFromJwks(issuer, { keys: [{ ...jwk, x5c: ['MIIC'] }] })?.keys[0]).not.toHaveProperty('x5c')
  })

  test('never gives a private part on', () => {
    expect(keysFromJwks(issuer, { keys: [{ ...jwk, d: 'secret' }] })?.keys[0]).not.toHaveProperty('d')
  })

  test.each([
    ['another key’s kid', { kid: 'A'.repeat(43) }, 'kid-is-not-its-thumbprint'],
    ['no kid', { kid: undefined }, 'kid-is-not-its-thumbprint'],
    ['another curve', { crv: 'P-384' }, 'not-a-p256-key'],
    ['a short coordinate', { x: 'AAAA' }, 'not-a-p256-key'],
    ['another use', { use: 'enc' }, 'not-for-signing'],
    ['another algorithm', { alg: 'ES384' }, 'not-for-signing'],
  ])('does not give a key with %s, and says why', (_what, changes, reason) => {
    expect(refusalOf(changes)).toMatchObject({ keys: [], refused: [{ reason }] })
  })

  test.each([[null], [[]], [{}], [{ keys: {} }], [{ keys: [7] }]])('is not %j', (json) => {
    expect(keysFromJwks(issuer, json)).toBeNull()
  })

  test('names a key by its thumbprint (RFC 7638 §3)', () => {
    const example = {
      crv: 'P-256',
      kty: 'EC',
      x: '11XvRWy1I2S0EyJlyf_bWfw_TQ5CJJNLw78bHXNxcgw',
      y: 'eZXwxvO1hvCY0KucrPfKo7yAyMT6Ajc3N7OkAB6VYy8',
    }
    expect(thumbprintOf(example)).toBe('3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s')
  })

  const vci = join(publicData, 'trust-lists', 'vci', 'vci_snapshot.json')
  test.skipIf(!existsSync(vci))('is taken whole for every issuer of the VCI directory', () => {
    const snapshot = JSON.parse(readFileSync(vci, 'utf8')) as {
      issuerInfo: { issuer: { iss: string }; keys: unknown[] }[]
    }
    const read = snapshot.issuerInfo.map(({ issuer: { iss }, keys }) => keysFromJwks(iss, { keys }))
    expect(read.filter((keys) => keys?.refused.length !== 0)).toEqual([])
    const entries = read.flatMap((keys) => keys?.keys ?? [])
    expect(entries).toHaveLength(961)
    expect(entries.map(keyFromJwk)).toHaveLength(961)
  })
})

describe('a DID document', () => {
  test('gives the keys its subject asserts with, named by what follows the #', () => {
    expect(keysFromDid(document)).toEqual({
      keys: [{ kty: 'EC', crv: 'P-256', x, y, kid: 'key-1', issuer: did }],
      refused: [],
    })
  })

  test.each([
    [
      'relative to the document',
      { ...document, verificationMethod: [{ ...method, id: '#key-1' }], assertionMethod: ['#key-1'] },
    ],
    ['written into the list', { ...document, verificationMethod: [], assertionMethod: [method] }],
  ])('gives a method %s', (_how, json) => {
    expect(keysFromDid(json)?.keys).toMatchObject([{ kid: 'key-1', issuer: did }])
  })

  test('does not give a key that only authenticates', () => {
    expect(keysFromDid({ ...document, assertionMethod: [], authentication: [method.id] })).toEqual({
      keys: [],
      refused: [{ kid: method.id, reason: 'not-for-assertions' }],
    })
  })

  test.each([
    ['of another controller', { controller: 'did:web:other.example' }, 'of-another-controller'],
    ['of another type', { type: 'Ed25519VerificationKey2018' }, 'not-a-p256-key'],
    ['without a JWK', { publicKeyJwk: undefined }, 'not-a-p256-key'],
  ])('does not give a method %s', (_what, changes, reason) => {
    expect(keysFromDid({ ...document, verificationMethod: [{ ...method, ...changes }] })).toMatchObject({
      keys: [],
      refused: [{ reason }],
    })
  })

  test('does not give another issuer’s method', () => {
    const foreign = { ...method, id: 'did:web:other.example#key-1' }
    expect(keysFromDid({ ...document, verificationMethod: [foreign], assertionMethod: [foreign.id] })?.keys).toEqual([])
  })

  test.each([[null], [{}], [{ id: 'https://example.nz' }], [{ ...document, verificationMethod: 7 }]])(
    'is not %j',
    (json) => {
      expect(keysFromDid(json)).toBeNull()
    },
  )
})

describe('what is handed over as a key', () => {
  test('may be a DID document', () => {
    expect(keyEntriesOf(document)).toMatchObject([{ kid: 'key-1', issuer: did }])
  })

  test.each([
    ['with its issuer', { issuer }],
    ['without', {}],
  ])('may be a JWK set %s', (_how, members) => {
    expect(keyEntriesOf({ ...members, keys: [jwk] })).toEqual([
      { kty: 'EC', crv: 'P-256', x, y, kid: jwk.kid, ...members },
    ])
  })

  test('may be one key of a JWK set, of which the certificate does not count', () => {
    expect(keyEntriesOf({ ...jwk, x5c: ['MIIC'] })).toEqual([{ kty: 'EC', crv: 'P-256', x, y, kid: jwk.kid }])
  })

  test.each([
    ['a key by another identifier', { ...jwk, kid: 'AQIDBAUGBwg', x5c: ['MIIC'] }],
    ['nothing', null],
  ])('is left as it is when it is %s', (_what, json) => {
    expect(keyEntriesOf(json)).toEqual([json])
  })
})
