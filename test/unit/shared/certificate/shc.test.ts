import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issueShc, issueShcJws, shcChunkTexts, shcJwk, shcText, signJws } from '../../../../authority/issue-shc.ts'
import { verifySignature } from '../../../../main/verify/signature.ts'
import { decodeShc } from '../../../../shared/certificate/shc.ts'
import {
  bundleOf,
  claimsOf,
  contentOf,
  decodeJws,
  issuedAt,
  issuer,
  jwsOver,
  key,
  observation,
  patient,
} from './shc-card.ts'

const decode = (text: string) => decodeShc(text)
const withHeader = (header: object) => decodeJws(jwsOver(claimsOf(), header))
const withClaims = (changes: object) => decodeJws(jwsOver(claimsOf(changes)))

describe('a health card', () => {
  const decoded = decode(issueShc(contentOf({ rid: 'MKyCxh7p6uQ' }), key))

  test('becomes a certificate', () => {
    expect(decoded.structure).toBe('structure-sound')
    expect(decoded.certificate).toMatchObject({
      format: 'SHC',
      issuer,
      kid: shcJwk(key).kid,
      issuedAt,
      notBefore: issuedAt,
      expiresAt: null,
      holder: { name: 'Nguyễn Văn An', transliterated: null, birthDate: '1999-02-26' },
      statement: {
        kind: 'test',
        method: 'naat',
        result: 'negative',
        identifier: 'MKyCxh7p6uQ',
        centre: 'CDC Bắc Giang',
      },
    })
  })

  test('names its key by issuer and thumbprint', () => {
    expect(decoded.envelope).toMatchObject({ algorithm: 'ES256', issuer, kid: shcJwk(key).kid, signer: null })
  })

  test('verifies with the key that signed it', () => {
    const { envelope } = decoded
    expect(envelope && verifySignature('ES256', envelope, { key: key.publicKey, keyType: 'ec' })).toBe('valid')
  })

  test('is JSON-safe', () => {
    const { payload, certificate } = decoded
    expect(JSON.parse(JSON.stringify({ payload, certificate }))).toEqual({ payload, certificate })
  })

  test('is read when Caps Lock has changed its scheme', () => {
    expect(decode(issueShc(contentOf(), key).replace('shc', 'SHC')).structure).toBe('structure-sound')
  })

  test('is read as part one of one', () => {
    expect(decode(shcChunkTexts(issueShcJws(contentOf(), key), 1)[0] as string).structure).toBe('structure-sound')
  })

  test('cannot be read from one of its parts', () => {
    expect(decode(shcChunkTexts(issueShcJws(contentOf(), key), 2)[0] as string)).toMatchObject({
      structure: 'text-damaged',
      envelope: null,
    })
  })
})

describe('the claims of a health card', () => {
  test('may hold times with fractions of a second', () => {
    expect(withClaims({ nbf: 1633262400.0071 }).claims).toMatchObject({
      notBefore: 1633262400007,
      issuedAt: 1633262400007,
    })
  })

  test('may hold an end', () => {
    expect(withClaims({ exp: 1633262401.5 }).claims?.expiresAt).toBe(1633262401500)
  })

  test.each([
    ['no nbf', { nbf: undefined }],
    ['a time in words', { nbf: '2021-10-03T12:00:00Z' }],
    ['a time beyond all calendars', { exp: 1e300 }],
    ['a credential that is a list', { vc: [] }],
    ['a type that is no list', { vc: { type: 'https://smarthealth.cards#health-card' } }],
  ])('are damaged with %s', (_what, changes) => {
    expect(withClaims(changes)).toMatchObject({ structure: 'claims-damaged', claims: null, certificate: null })
  })

  test.each([
    ['a byte-order mark', `\uFEFF${JSON.stringify(claimsOf())}`],
    ['no JSON', 'x'],
    ['a list', '[]'],
    ['a claim twice', JSON.stringify(claimsOf()).replace('{', '{"iss":"https://other.example",')],
  ])('are damaged with %s instead', (_what, content) => {
    expect(decodeJws(jwsOver(content)).structure).toBe('claims-damaged')
  })

  test('without a readable statement keep the envelope and the claims', () => {
    const decoded = decodeJws(issueShcJws(contentOf({ bundle: bundleOf(patient) }), key))
    expect(decoded).toMatchObject({
      structure: 'statement-absent',
      claims: { issuer },
      envelope: { issuer },
      certificate: null,
    })
    expect(decoded.payload).not.toBeNull()
  })

  test.each([
    ['no credential', { vc: undefined }, { kind: 'signed-content' }],
    ['another credential', { vc: { type: ['https://example.org#licence'] } }, { kind: 'credential', name: 'licence' }],
  ])('are not read with %s, and are not damaged', (_what, changes, foreign) => {
    const decoded = withClaims(changes)
    expect(decoded).toMatchObject({ structure: 'content-foreign', foreign, claims: { issuer }, certificate: null })
    expect(decoded.payload).not.toBeNull()
  })

  test('of a later release of FHIR are not guessed at', () => {
    const vc = {
      type: ['https://smarthealth.cards#health-card'],
      credentialSubject: { fhirVersion: '5.0.0', fhirBundle: contentOf().bundle },
    }
    const foreign = { kind: 'record-release', name: '5.0.0' }
    expect(withClaims({ vc })).toMatchObject({ structure: 'content-foreign', foreign })
  })
})

describe('the envelope of a health card', () => {
  test.each([
    ['another algorithm', { alg: 'HS256' }],
    ['no signature at all', { alg: 'none' }],
  ])('is damaged with %s, which is never merely unsupported', (_what, header) => {
    const decoded = withHeader(header)
    expect(decoded).toMatchObject({ structure: 'envelope-damaged', envelope: { algorithm: null } })
    expect(decoded.certificate).not.toBeNull()
  })

  test.each([
    ['no compression named', { zip: undefined }],
    ['another compression', { zip: 'GZIP' }],
  ])('is damaged with %s', (_what, header) => {
    expect(withHeader(header)).toMatchObject({ structure: 'envelope-damaged', certificate: null })
  })

  test('is damaged with a signature in ASN.1', () => {
    const jws = issueShcJws(contentOf(), key)
    const der = Buffer.alloc(71, 1).toString('base64url')
    expect(decodeJws(`${jws.slice(0, jws.lastIndexOf('.'))}.${der}`).structure).toBe('envelope-damaged')
  })

  test.each([[7], [''], [undefined]])('with the key identifier %j has none', (kid) => {
    expect(withHeader({ kid }).envelope?.kid).toBeNull()
  })

  test('names no issuer that it could not read', () => {
    expect(withClaims({ iss: 7 }).envelope?.issuer).toBeNull()
  })
})

describe('compression', () => {
  test.each([
    ['zlib instead of bare deflate', deflateSync(JSON.stringify(claimsOf()))],
    ['plain JSON', Buffer.from(JSON.stringify(claimsOf()))],
    ['a stream that ends early', Buffer.from('3ZJJb9swEIX', 'base64url')],
  ])('is damaged with %s', (_what, payload) => {
    expect(decodeJws(signJws(payload, key)).structure).toBe('compression-damaged')
  })

  test('is damaged with bytes after its end', () => {
    const jws = jwsOver(claimsOf())
    const deflated = Buffer.from(jws.split('.')[1] as string, 'base64url')
    expect(decodeJws(signJws(Buffer.concat([deflated, Buffer.from([0])]), key)).structure).toBe('compression-damaged')
  })

  test('stops where the content is abnormally large', () => {
    expect(decodeJws(jwsOver(' '.repeat(1_000_000))).structure).toBe('content-too-large')
  })
})

describe('hostile text', () => {
  test.each([
    ['an odd number of digits', 'shc:/567', 'text-damaged'],
    ['a pair over 77', 'shc:/5678'.replace('78', '99'), 'text-damaged'],
    ['digits that are no JWS', 'shc:/5676', 'envelope-damaged'],
    ['nothing', 'shc:/', 'text-damaged'],
    ['too much', `shc:/${'0'.repeat(70_000)}`, 'content-too-large'],
  ])('%s has its own finding', (_what, text, structure) => {
    expect(decode(text)).toMatchObject({ structure, envelope: null })
  })

  test('never makes it throw: changed digits', () => {
    const text = issueShc(contentOf(), key)
    fc.assert(
      fc.property(fc.nat({ max: text.length - 6 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        const changed = `${text.slice(0, 5 + at)}${digit}${text.slice(6 + at)}`
        expect(decode(changed).format).toBe('SHC')
      }),
    )
  })

  test('never makes it throw: any JSON as claims', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(decodeJws(jwsOver(JSON.stringify(value))).certificate).toBeNull()
      }),
    )
  })

  test('never makes it throw: any JSON as bundle and resources', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const bundle = {
          ...bundleOf(patient, { ...observation(), ...(one as object), resourceType: 'Observation' }),
          other,
        }
        expect(decodeJws(issueShcJws(contentOf({ bundle }), key)).claims).not.toBeNull()
        expect(
          decodeJws(
            jwsOver(claimsOf({ vc: { type: ['https://smarthealth.cards#health-card'], credentialSubject: one } })),
          ).certificate,
        ).toBeNull()
      }),
    )
  })
})

test('a text of one pair is the shortest there is', () => {
  expect(shcText('-')).toBe('shc:/00')
})
