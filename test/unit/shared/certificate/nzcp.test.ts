import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issueNzcp, nzcpClaims, signNzcp } from '../../../../authority/issue-nzcp.ts'
import type { Encodable } from '../../../../authority/cbor-encode.ts'
import { newSigningKey } from '../../../../authority/signing-key.ts'
import { verifySignature } from '../../../../main/verify/signature.ts'
import { decodeNzcp } from '../../../../shared/certificate/nzcp.ts'

const key = newSigningKey('ES256')
const content = {
  issuer: 'did:web:nzcp.example.nz',
  kid: 'key-1',
  notBefore: Date.parse('2021-11-02T20:05:30Z'),
  expiresAt: Date.parse('2031-11-02T20:05:30Z'),
  identifier: '60a4f54d-4e30-4332-be33-ad78b1eafa4b',
  subject: { givenName: 'Jack', familyName: 'Sparrow', dob: '1960-04-16' },
}
const text = issueNzcp(content, key)

/** A pass of which claims are changed, or left out where undefined. */
function withClaims(...changes: [number | string, Encodable | undefined][]) {
  const claims = nzcpClaims(content)
  for (const [name, value] of changes) {
    if (value === undefined) claims.delete(name)
    else claims.set(name, value)
  }
  return decodeNzcp(signNzcp(claims, content.kid, key))
}

const withSubject = (credentialSubject: Encodable) =>
  withClaims(['vc', { type: ['VerifiableCredential', 'PublicCovidPass'], credentialSubject }])

describe('an NZ COVID Pass', () => {
  test('becomes a certificate that states a pass, neither a test nor a vaccination', () => {
    const { certificate, structure } = decodeNzcp(text)
    expect(structure).toBe('structure-sound')
    expect(certificate).toEqual({
      format: 'NZCP',
      issuer: content.issuer,
      kid: 'key-1',
      issuedAt: null,
      notBefore: content.notBefore,
      expiresAt: content.expiresAt,
      holder: { name: 'Sparrow Jack', number: null, transliterated: null, birthDate: '1960-04-16' },
      statement: {
        kind: 'pass',
        disease: null,
        authority: null,
        country: 'NZ',
        identifier: `urn:uuid:${content.identifier}`,
      },
    })
  })

  test('names its key by issuer and text', () => {
    expect(decodeNzcp(text).envelope).toMatchObject({ algorithm: 'ES256', issuer: content.issuer, kid: 'key-1' })
  })

  test('verifies with the key that signed it', () => {
    const { envelope } = decodeNzcp(text)
    expect(envelope && verifySignature('ES256', envelope, { key: key.publicKey, keyType: 'ec' })).toBe('valid')
  })

  test('may name somebody without a family name', () => {
    expect(withSubject({ givenName: 'Jack', dob: '1960-04-16' }).certificate?.holder.name).toBe('Jack')
  })

  test('has the credential as its payload', () => {
    expect(decodeNzcp(text).payload).toMatchObject({ version: '1.0.0', credentialSubject: { givenName: 'Jack' } })
  })

  test.each([
    ['no given name', { familyName: 'Sparrow', dob: '1960-04-16' }],
    ['an empty given name', { givenName: ' ', dob: '1960-04-16' }],
    ['no birth date', { givenName: 'Jack' }],
    ['half a birth date', { givenName: 'Jack', dob: '1960' }],
    ['a list', ['Jack']],
  ])('whose subject has %s states nothing clear', (_what, subject) => {
    expect(withSubject(subject)).toMatchObject({
      structure: 'statement-unclear',
      certificate: null,
      claims: { issuer: content.issuer },
    })
  })
})

describe('the claims of a pass', () => {
  test.each<[string, number | string, Encodable | undefined]>([
    ['no issuer', 1, undefined],
    ['no beginning', 5, undefined],
    ['no end', 4, undefined],
    ['an end in words', 4, 'tomorrow'],
    ['no identifier', 7, undefined],
    ['an identifier that is no UUID', 7, Buffer.alloc(15)],
    ['a credential that is a list', 'vc', ['VerifiableCredential', 'PublicCovidPass']],
    ['a credential without a type', 'vc', { credentialSubject: content.subject }],
  ])('are damaged with %s', (_what, name, value) => {
    expect(withClaims([name, value])).toMatchObject({ structure: 'claims-damaged', certificate: null })
  })

  test.each<[string, Encodable | undefined, object]>([
    ['no credential', undefined, { kind: 'signed-content' }],
    ['another credential', { type: ['VerifiableCredential', 'Licence'] }, { kind: 'credential', name: 'Licence' }],
  ])('are not read with %s, and are not damaged', (_what, vc, foreign) => {
    expect(withClaims(['vc', vc])).toMatchObject({ structure: 'content-foreign', foreign, certificate: null })
  })

  test('that are damaged leave the envelope', () => {
    expect(withClaims([4, 'tomorrow']).envelope).toMatchObject({ kid: 'key-1' })
  })
})

describe('the envelope of a pass', () => {
  test('is damaged with another algorithm, which is never merely unsupported', () => {
    expect(decodeNzcp(signNzcp(nzcpClaims(content), 'key-1', key, -35)).structure).toBe('envelope-damaged')
  })

  test('keeps its key identifier whatever its text', () => {
    expect(decodeNzcp(signNzcp(nzcpClaims(content), 'z12Kf7UQ-ü', key)).envelope?.kid).toBe('z12Kf7UQ-ü')
  })
})

describe('hostile text', () => {
  test.each([
    ['another version', text.replace('/1/', '/2/'), 'text-damaged'],
    ['no version', text.replace('/1/', '/'), 'text-damaged'],
    ['a lower-case scheme, which Caps Lock turns over with the rest', text.toLowerCase(), 'text-damaged'],
    ['lower-case content', `NZCP:/1/${text.slice(8).toLowerCase()}`, 'text-damaged'],
    ['padding', `${text}=`, 'text-damaged'],
    ['no content', 'NZCP:/1/', 'text-damaged'],
    ['content that is no envelope', 'NZCP:/1/MZXW6', 'envelope-damaged'],
    ['too much', `NZCP:/1/${'A'.repeat(9000)}`, 'content-too-large'],
  ])('%s has its own finding', (_what, changed, structure) => {
    expect(decodeNzcp(changed)).toMatchObject({ structure, certificate: null })
  })

  test('never makes it throw', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 9 }), fc.constantFrom('A', 'B', 'X', 'Z', '2', '7'), (at, character) => {
        expect(decodeNzcp(`${text.slice(0, 8 + at)}${character}${text.slice(9 + at)}`).format).toBe('NZCP')
      }),
    )
  })
})
