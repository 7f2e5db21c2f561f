/** One issuer is one, whichever of its keys it signs with: what it says of the time counts once. */
import { describe, expect, test } from 'vitest'
import { issueNzcp } from '../../../../authority/issue-nzcp.ts'
import { issueShc, shcJwk } from '../../../../authority/issue-shc.ts'
import { newSigningKey, type SigningKey } from '../../../../authority/signing-key.ts'
import { issueHc1 } from '../../../../authority/issue-hc1.ts'
import { issueVdsNc } from '../../../../authority/issue-vds-nc.ts'
import { KeyShelf, SigningAuthorities, trustStore, type TrustStore } from '../../../../main/trust/index.ts'
import { verifyWithIssuer } from '../../../../main/verify/index.ts'
import { hour, now, testPayload } from '../../../fixtures/certificates.ts'
import { newAuthority, signerCertificate, testMessage } from '../../../fixtures/vds-nc.ts'
import { contentOf } from '../../shared/certificate/shc-card.ts'

const vouchedBy = (text: string, trust: TrustStore): string | null =>
  verifyWithIssuer(text, { trust, now, rules: false }).vouchedBy

const [first, second] = [newSigningKey('ES256'), newSigningKey('ES256')]
const bare = (key: SigningKey) => ({ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid.toString('base64') })
const hc1 = (key: SigningKey): string =>
  issueHc1({ issuer: 'VN', issuedAt: now, expiresAt: now + hour, payload: testPayload() }, key)

describe('two keys of HC1', () => {
  const issuers = (one: object, other: object): (string | null)[] => {
    const trust = trustStore({
      keys: new KeyShelf([
        { ...bare(first), ...one },
        { ...bare(second), ...other },
      ]),
    })
    return [vouchedBy(hc1(first), trust), vouchedBy(hc1(second), trust)]
  }
  const country = 'VN'

  test.each([
    ['of one name', { issuer: 'Sở Y tế', country }, { issuer: ' SỞ Y TẾ', country }, true],
    ['of two names', { issuer: 'Sở Y tế Bắc Giang', country }, { issuer: 'Sở Y tế Bắc Ninh', country }, false],
    ['of one country that says no more', { country: 'DE' }, { country: 'DE' }, true],
    ['of two countries', { country: 'DE' }, { country: 'FR' }, false],
    ['of which nothing is said', {}, {}, true],
  ])('%s', (_whose, one, other, same) => {
    const [a, b] = issuers(one, other)
    expect(a).not.toBeNull()
    expect(a === b).toBe(same)
  })
})

describe('two keys of an issuer that cards name', () => {
  const shc = (issuer: string, key: SigningKey): string | null => {
    const jwk = { ...shcJwk(key), issuer }
    return vouchedBy(issueShc(contentOf({ issuer }), key), trustStore({ keys: new KeyShelf([jwk]) }))
  }

  test('are one for one host of SMART Health Cards', () => {
    const one = shc('https://shc.example.vn/issuer', first)
    expect(one).not.toBeNull()
    expect(shc('https://shc.example.vn/another', second)).toBe(one)
    expect(shc('https://shc.example.org/issuer', second)).not.toBe(one)
  })

  test('are one for one host of NZ COVID Passes', () => {
    const pass = (issuer: string, kid: string, key: SigningKey): string | null => {
      const period = { notBefore: now - hour, expiresAt: now + hour }
      const subject = { givenName: 'Jack', familyName: 'Sparrow', dob: '1960-04-16' }
      const identifier = '60a4f54d-4e30-4332-be33-ad78b1eafa4b'
      const jwk = { ...bare(key), kid, issuer }
      const text = issueNzcp({ issuer, kid, ...period, subject, identifier }, key)
      return vouchedBy(text, trustStore({ keys: new KeyShelf([jwk]) }))
    }
    const one = pass('did:web:nzcp.example.nz', 'key-1', first)
    expect(one).not.toBeNull()
    expect(pass('did:web:nzcp.example.nz', 'key-2', second)).toBe(one)
    expect(pass('did:web:nzcp.example.org', 'key-1', second)).not.toBe(one)
  })
})

test('two authorities of one state are one issuer of VDS-NC codes', () => {
  const vds = (country: string, state: string): string | null => {
    const authority = newAuthority({ country, state, commonName: `CSCA ${Math.random()}` })
    const signer = signerCertificate(authority, first, { state })
    const text = issueVdsNc({ type: 'icao.test', state, message: testMessage() }, first, signer)
    return vouchedBy(text, trustStore({ authorities: new SigningAuthorities([authority.certificate]) }))
  }
  const one = vds('VN', 'VNM')
  expect(one).not.toBeNull()
  expect(vds('VN', 'VNM')).toBe(one)
  expect(vds('AU', 'AUS')).not.toBe(one)
})
