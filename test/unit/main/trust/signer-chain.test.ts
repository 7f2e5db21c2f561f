import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bitString, objectIdentifier, sequence } from '../../../../authority/der-encode.ts'
import { newSigningKey } from '../../../../authority/signing-key.ts'
import type { CertificateContent } from '../../../../authority/issue-certificate.ts'
import {
  readCertified,
  SigningAuthorities,
  type SignerAnswer,
  type SignerQuestion,
} from '../../../../main/trust/certificates/signer-chain.ts'
import { readX509 } from '../../../../main/trust/certificates/x509.ts'
import { hour, now } from '../../../fixtures/certificates.ts'
import { newAuthority, signerCertificate, type TestAuthority } from '../../../fixtures/vds-nc.ts'

const day = 24 * hour
const authority = newAuthority()
const key = newSigningKey('ES256')
const question: SignerQuestion = { kind: 'test', state: 'VNM', signedAt: now - 12 * hour, now }

function judge(signer: Buffer, held: readonly Uint8Array[], asked: Partial<SignerQuestion> = {}): SignerAnswer {
  const read = readCertified(signer)
  if (!read.ok) throw new Error(read.why)
  return new SigningAuthorities(held).judge(read.certified, { ...question, ...asked })
}

const signerWith = (changes: Partial<CertificateContent>, by: TestAuthority = authority): Buffer =>
  signerCertificate(by, key, changes)
const held = [authority.certificate]

/** Hexadecimal `to` where `from` first stands, both of the same length. */
function replaced(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(Buffer.from(from, 'hex'))
  if (at < 0) throw new Error(`no ${from} in it`)
  const changed = Buffer.from(bytes)
  Buffer.from(to, 'hex').copy(changed, at)
  return changed
}

/** A signer's certificate that the authority issued with other bytes in it. */
function issuedWith(from: string, to: string): Buffer {
  const { signatureAlgorithm, signed } = readX509(signerWith({}))
  const changed = replaced(signed, from, to)
  return sequence(changed, signatureAlgorithm.whole, bitString(sign('sha256', changed, authority.keys.privateKey)))
}

describe('signer of a VDS-NC code', () => {
  test('is trusted where an authority that we hold issued its certificate', () => {
    expect(judge(signerWith({}), held)).toEqual({
      outcome: 'trusted',
      authority: 'C=VN, CN=CSCA Việt Nam',
      country: 'VN',
    })
  })

  test.each([
    ['RSA', newSigningKey('PS256')],
    ['P-521', newSigningKey('ES512')],
    ['P-256', newSigningKey('ES256')],
  ])('is trusted where the authority has a key of %s', (_what, keys) => {
    const other = newAuthority({}, keys)
    expect(judge(signerWith({}, other), [other.certificate]).outcome).toBe('trusted')
  })

  test('is unknown where we hold no authority at all', () => {
    expect(judge(signerWith({}), [])).toEqual({ outcome: 'unknown-authority', signer: 'C=VN, CN=Bộ Y tế 01' })
  })

  test('is unknown where an authority of the same name but another key issued it: it may have changed its key', () => {
    expect(judge(signerWith({}, newAuthority()), held).outcome).toBe('unknown-authority')
  })

  test('is forged where it names the key of an authority that did not sign it', () => {
    const signer = signerWith({})
    signer[signer.length - 1]! ^= 1
    expect(judge(signer, held)).toEqual({ outcome: 'not-issued', authority: 'C=VN, CN=CSCA Việt Nam' })
  })

  test('is found among several authorities of one name', () => {
    expect(judge(signerWith({}), [newAuthority().certificate, authority.certificate]).outcome).toBe('trusted')
  })

  test('is found by the name, whatever its case, where no key identifier helps', () => {
    const loud = { ...authority, commonName: 'CSCA VIỆT  NAM', country: 'vn' }
    expect(judge(signerCertificate(loud, key), held).outcome).toBe('trusted')
  })

  test('is trusted by a certificate of the same key that is in date, where another is not', () => {
    const old = newAuthority({ notAfter: now - day }, authority.keys as ReturnType<typeof newSigningKey>)
    expect(judge(signerWith({}), [old.certificate, authority.certificate]).outcome).toBe('trusted')
    expect(judge(signerWith({}), [old.certificate])).toMatchObject({ outcome: 'out-of-date', which: 'authority' })
  })

  test('is out of date where it expired before the result', () => {
    const signer = signerWith({ notAfter: now - 13 * hour })
    expect(judge(signer, held)).toMatchObject({ outcome: 'out-of-date', which: 'signer' })
  })

  test('may have signed where it was in date at any time between the result and now', () => {
    expect(judge(signerWith({ notAfter: now - 11 * hour }), held).outcome).toBe('trusted')
    expect(judge(signerWith({ notBefore: now - hour }), held).outcome).toBe('trusted')
  })

  test('is out of date where it begins later than now', () => {
    expect(judge(signerWith({ notBefore: now + hour }), held)).toMatchObject({
      outcome: 'out-of-date',
      which: 'signer',
    })
  })

  test('must be in date now where the code does not tell when it was signed, or tells a time to come', () => {
    const expired = signerWith({ notAfter: now - hour })
    expect(judge(expired, held, { signedAt: null }).outcome).toBe('out-of-date')
    expect(judge(signerWith({}), held, { signedAt: now + 900 * day }).outcome).toBe('trusted')
  })

  test('may be used after 2049, when years are written in full', () => {
    const distant = { notAfter: Date.parse('2051-01-01T00:00:00Z') }
    expect(judge(signerWith(distant), held, { signedAt: null, now: Date.parse('2030-01-01T00:00:00Z') }).outcome).toBe(
      'trusted',
    )
  })

  test.each([
    ['another purpose', { purposes: ['2.23.136.1.1.3'] }, 'purpose'],
    ['passports', { documentTypes: ['P'] }, 'document-type'],
    ['vaccinations only', { documentTypes: ['NV'] }, 'document-type'],
    ['other certificates', { authority: true }, 'authority-itself'],
  ])('may not sign a test with a certificate for %s', (_what, changes, why) => {
    expect(judge(signerWith(changes), held)).toMatchObject({ outcome: 'not-allowed', why })
  })

  test('may not sign with a key for another use than digital signatures', () => {
    expect(judge(issuedWith('03020780', '03020640'), held)).toMatchObject({ outcome: 'not-allowed', why: 'key-usage' })
  })

  test('may not sign where its certificate has a critical extension that we do not know', () => {
    const signer = issuedWith('0603551d250101ff', '0603551d630101ff')
    expect(judge(signer, held)).toMatchObject({ outcome: 'not-allowed', why: 'critical-extension' })
  })

  test('may sign where its certificate names neither purpose nor document type', () => {
    expect(judge(signerWith({ purposes: [], documentTypes: [] }), held).outcome).toBe('trusted')
  })

  test('may not sign with the certificate of the authority itself', () => {
    expect(judge(authority.certificate, held)).toMatchObject({ outcome: 'not-allowed', why: 'authority-itself' })
  })

  test('cannot speak for another state than its authority', () => {
    expect(judge(signerWith({}), held, { state: 'AUS' })).toMatchObject({ outcome: 'other-state', state: 'VNM' })
  })

  test('is not held to the state where the authority names none, or writes it otherwise', () => {
    const silent = newAuthority({ state: null })
    expect(judge(signerWith({}, silent), [silent.certificate], { state: 'AUS' }).outcome).toBe('trusted')
    expect(judge(signerWith({}), held, { state: 'D<<' }).outcome).toBe('trusted')
    expect(judge(signerWith({}), held, { state: null }).outcome).toBe('trusted')
  })
})

/** The authority's certificate with another signature algorithm outside than inside. */
function withOuterAlgorithm(oid: string): Buffer {
  const { signature, signed } = readX509(authority.certificate)
  return sequence(signed, sequence(objectIdentifier(oid)), bitString(signature))
}

describe('signing authorities', () => {
  test.each([
    ['no certificate', Buffer.from('hello'), 'not DER: ends early'],
    ['an empty file', Buffer.alloc(0), 'not DER: ends early'],
    ['a signer', signerWith({}), 'not the certificate of an authority'],
    [
      'an authority that may sign revocations only',
      replaced(authority.certificate, '03020106', '03020102'),
      'may not sign certificates',
    ],
    [
      'a certificate of two signature algorithms, of which the outer is not signed',
      withOuterAlgorithm('1.2.840.10045.4.3.3'),
      'not DER: two signature algorithms',
    ],
    [
      'a certificate with more after it',
      Buffer.concat([authority.certificate, Buffer.of(0)]),
      'not DER: bytes after the end',
    ],
    [
      'an authority on a curve that not every shell has',
      newAuthority({ publicKey: generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' }).publicKey }).certificate,
      'elliptic curve 1.3.36.3.3.2.8.1.1.7 is none that the standards of these certificates name',
    ],
    [
      'an authority with an Edwards key',
      newAuthority({ publicKey: newSigningKey('EdDSA').publicKey }).certificate,
      'keys of type ed25519 are not supported',
    ],
  ])('refuse %s and keep the others', (_what, der, why) => {
    const authorities = new SigningAuthorities([der, authority.certificate])
    expect(authorities.refused).toEqual([{ index: 0, why }])
    expect(authorities.size).toBe(1)
  })

  test('any damage to a signer’s certificate leaves it unreadable, unknown or forged, never trusted', () => {
    const whole = signerWith({})
    const authorities = new SigningAuthorities(held)
    for (let at = 0; at < whole.length; at++) {
      for (const flip of [0x01, 0x80]) {
        const damaged = Buffer.from(whole)
        damaged[at]! ^= flip
        const read = readCertified(damaged)
        if (read.ok) expect(authorities.judge(read.certified, question).outcome).not.toBe('trusted')
      }
    }
  })
})
