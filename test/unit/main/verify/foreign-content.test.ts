/** What is signed and cannot be read here is not invalid: it is named, never accepted, and rejected where forged. */
import { describe, expect, test } from 'vitest'
import { deflateRawSync } from 'node:zlib'
import type { Encodable } from '../../../../authority/cbor-encode.ts'
import { hc1Claims, signHc1 } from '../../../../authority/issue-hc1.ts'
import { nzcpClaims, signNzcp } from '../../../../authority/issue-nzcp.ts'
import { shcJwk, shcText, signJws } from '../../../../authority/issue-shc.ts'
import { newSigningKey, publicJwk } from '../../../../authority/signing-key.ts'
import { KeyShelf, SigningAuthorities, trustStore, type TrustStore } from '../../../../main/trust/index.ts'
import { sayFinding } from '../../../../shared/language/say.ts'
import { codeFor, codeOf, hour, judge, keyOf, now, payloadOf, storeOf } from '../../../fixtures/certificates.ts'
import { testMessage, vdsNcAuthority, vdsNcCode } from '../../../fixtures/vds-nc.ts'

/** Reads a code under a key that signed it, and under another key of the same name. */
function judgedTwice(text: string, genuine: TrustStore, forged: TrustStore) {
  return { genuine: judge(text, { trust: genuine }), forged: judge(text, { trust: forged }) }
}

function expectLookedAt(verdicts: ReturnType<typeof judgedTwice>, kind: string): void {
  const { genuine, forged } = verdicts
  expect(genuine).toMatchObject({ outcome: 'check', reason: { code: 'content-foreign', values: { kind } } })
  expect(codeFor(genuine, 'signature')).toBe('signature-valid')
  expect(forged).toMatchObject({ outcome: 'rejected', reason: { code: 'signature-mismatch' } })
  expect(codeFor(forged, 'structure')).toBe('content-foreign')
}

describe('an HC1 code', () => {
  const key = keyOf('ES256')
  const stranger = { ...newSigningKey('ES256'), kid: key.kid }
  const forging = trustStore({ keys: new KeyShelf([publicJwk(stranger, { issuer: 'x', country: 'VN' })]) })
  const content = { issuer: 'VN', issuedAt: now - hour, expiresAt: now + hour, payload: {} }
  const claiming = (health: Encodable | undefined): string => {
    const claims = hc1Claims(content)
    if (health === undefined) claims.delete(-260)
    else claims.set(-260, health)
    return signHc1(claims, key)
  }
  const numbered = (...entries: [number | string, Encodable][]): string =>
    claiming(new Map<number | string, Encodable>(entries))

  test.each([
    ['a vaccination of the WHO’s', numbered([3, [{ name: 'An' }]]), 'who-vaccination'],
    ['a test result of the WHO’s', numbered([4, { test: 'x' }]), 'who-test'],
    ['a link', numbered([5, 'shlink:/eyJ1cmwiOiJ4In0']), 'health-link'],
    ['a booklet', numbered([-6, {}]), 'who-vaccination-booklet'],
    ['a number nobody knows', numbered([99, { a: 1 }]), 'health-certificate'],
    ['a name for a number', numbered(['x', 'y']), 'health-certificate'],
    ['two, of which one is known', numbered([99, {}], [4, {}]), 'who-test'],
    ['no health certificate', claiming(undefined), 'signed-content'],
    [
      'an exemption',
      codeOf({ payload: { ver: '1.3.0', nam: { fn: 'A' }, e: [{ tg: 'x' }] } }, 'ES256'),
      'health-statement',
    ],
    ['a later schema', codeOf({ payload: { ver: '2.0.0', nam: { name: 'A' }, test: {} } }, 'ES256'), 'schema-version'],
  ])('with %s asks for a look', (_what, text, kind) => {
    expectLookedAt(judgedTwice(text, storeOf('ES256'), forging), kind)
  })

  test.each([
    ['nothing in its claim', numbered()],
    ['words for its claim', claiming('health')],
    ['words for a certificate', numbered([1, 'health'])],
  ])('with %s is damaged', (_what, text) => {
    expect(judge(text, { trust: storeOf('ES256') })).toMatchObject({ reason: { code: 'claims-damaged' } })
  })

  test('says what it seems to be in both languages, and what it calls itself in one line', () => {
    const { reason } = judge(numbered(['a\u202E\nb', {}]), { trust: storeOf('ES256') })
    expect(sayFinding('vi', reason)).toContain('chứng nhận y tế loại a\uFFFD b')
    expect(sayFinding('en', reason)).toContain('a health certificate of kind a\uFFFD b')
  })

  test('that is expired is rejected whatever it holds', () => {
    const text = numbered([4, {}])
    expect(judge(text, { trust: storeOf('ES256'), at: now + 2 * hour }).reason.code).toBe('period-expired')
  })

  test('of this kind and another is read', () => {
    const text = numbered([4, {}], [1, payloadOf('test')])
    expect(judge(text, { trust: storeOf('ES256') }).outcome).toBe('accepted')
  })
})

describe('codes that name their issuer', () => {
  const key = newSigningKey('ES256')
  const stranger = newSigningKey('ES256')
  const store = (jwk: object): TrustStore => trustStore({ keys: new KeyShelf([jwk]) })

  test.each([
    ['no credential', { vc: undefined }, 'signed-content'],
    ['another credential', { vc: { type: ['VerifiableCredential', 'https://example.org#licence'] } }, 'credential'],
    [
      'another FHIR',
      { vc: { type: ['https://smarthealth.cards#health-card'], credentialSubject: { fhirVersion: '5.0.0' } } },
      'record-release',
    ],
  ])('an SHC with %s asks for a look', (_what, changes, kind) => {
    const iss = 'https://shc.example.vn'
    const claims = JSON.stringify({ iss, nbf: (now - hour) / 1000, ...changes })
    const jwk = { ...shcJwk(key), issuer: iss }
    const forging = { ...shcJwk(stranger), kid: jwk.kid, issuer: iss }
    const text = shcText(signJws(deflateRawSync(claims), key))
    expectLookedAt(judgedTwice(text, store(jwk), store(forging)), kind)
  })

  test.each([
    ['no credential', undefined, 'signed-content'],
    ['another credential', { type: ['VerifiableCredential', 'Licence'] }, 'credential'],
  ])('an NZCP with %s asks for a look', (_what, vc, kind) => {
    const issuer = 'did:web:nzcp.example.nz'
    const identifier = '60a4f54d-4e30-4332-be33-ad78b1eafa4b'
    const subject = { givenName: 'An', dob: '1999-02-26' }
    const claims = nzcpClaims({
      issuer,
      kid: 'key-1',
      notBefore: now - hour,
      expiresAt: now + hour,
      identifier,
      subject,
    })
    if (vc === undefined) claims.delete('vc')
    else claims.set('vc', vc)
    const jwkOf = (signer: typeof key) => ({ ...signer.publicKey.export({ format: 'jwk' }), kid: 'key-1', issuer })
    expectLookedAt(judgedTwice(signNzcp(claims, 'key-1', key), store(jwkOf(key)), store(jwkOf(stranger))), kind)
  })
})

test.each(['icao.visa', 'vn.permit'])('a VDS-NC of type %s asks for a look, and is rejected where altered', (type) => {
  const trust = trustStore({ authorities: new SigningAuthorities([vdsNcAuthority().certificate]) })
  const text = vdsNcCode({ type, message: testMessage() })
  const verdict = judge(text, { trust })
  expect(verdict).toMatchObject({
    outcome: 'check',
    reason: { code: 'content-foreign', values: { kind: 'travel-seal' } },
  })
  expect(sayFinding('en', verdict.reason)).toContain(type)
  expect(judge(text.replace('NGUYEN', 'NGUYEM'), { trust }).reason.code).toBe('signature-mismatch')
})
