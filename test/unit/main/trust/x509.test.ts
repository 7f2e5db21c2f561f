import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyCertificate } from '../../../../main/trust/certificates/certificate-signature.ts'
import { oidOf, onlyElement } from '../../../../main/trust/certificates/der.ts'
import { readCertified, SigningAuthorities, type Certified } from '../../../../main/trust/certificates/signer-chain.ts'
import { keyFromCertificate } from '../../../../main/trust/keys/trusted-key.ts'
import { publicData } from '../../../conformance/public-data.ts'
import { newAuthority } from '../../../fixtures/vds-nc.ts'

const folder = join(publicData, 'vdsnc', 'csca')
const germanList = join(publicData, 'trust-lists', 'de', 'dsc-list.json')

function certified(der: Uint8Array): Certified {
  const read = readCertified(der)
  if (!read.ok) throw new Error(read.why)
  return read.certified
}

const authorities = existsSync(folder)
  ? readdirSync(folder).map((name) => ({ name, der: readFileSync(join(folder, name)) }))
  : []

describe('X.509 certificates', () => {
  test('are read as Node reads them, key and dates and purposes, in the German list of 829 signers', {
    skip: !existsSync(germanList),
  }, () => {
    const listed = readFileSync(germanList, 'utf8')
    const { certificates } = JSON.parse(listed.slice(listed.indexOf('\n') + 1)) as {
      certificates: { rawData: string }[]
    }
    const outcomes = { read: 0, refused: new Set<string>() }
    for (const { rawData } of certificates) {
      const der = Buffer.from(rawData, 'base64')
      const theirs = new X509Certificate(der)
      const ours = readCertified(der)
      if (!ours.ok) {
        outcomes.refused.add(ours.why)
        continue
      }
      const { certificate, key } = ours.certified
      expect(certificate.notBefore).toBe(theirs.validFromDate.getTime())
      expect(certificate.notAfter).toBe(theirs.validToDate.getTime())
      expect(certificate.extensions.isAuthority ?? false).toBe(theirs.ca)
      expect(certificate.extensions.extendedKeyUsage ?? []).toEqual(theirs.keyUsage ?? [])
      expect(key.export({ format: 'jwk' })).toEqual(
        createPublicKey(theirs.publicKey.export({ format: 'pem', type: 'spki' })).export({ format: 'jwk' }),
      )
      const selfSigned = certificate.issuer.comparable === certificate.subject.comparable
      if (selfSigned) expect(verifyCertificate(certificate, key) === 'valid').toBe(theirs.verify(theirs.publicKey))
      outcomes.read++
    }
    expect([...outcomes.refused]).toEqual([])
    expect(outcomes.read).toBe(829)
  })

  test.skipIf(authorities.length === 0)(
    'authorities of Australia and Japan are read, the curve of Japan spelled out number by number',
    () => {
      const read = authorities.map(({ der, name }) => ({ name, ...certified(der) }))
      expect(read.map(({ certificate, name }) => [name, certificate.extensions.state])).toEqual([
        ['AUS-16f2.der', 'AUS'],
        ['AUS-16f5.der', 'AUS'],
        ['JPN-e3.der', 'JPN'],
        ['JPN-e5.der', 'JPN'],
      ])
      expect(read.map(({ certificate, key }) => verifyCertificate(certificate, key))).toEqual([
        'valid',
        'mismatch',
        'valid',
        'mismatch',
      ])
    },
  )

  test.each(['P-256', 'P-384', 'P-521'])(
    'a key on %s with its curve spelled out is the key on that curve',
    (namedCurve) => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve, paramEncoding: 'explicit' })
      const { key } = certified(newAuthority({ publicKey }).certificate)
      expect(key.asymmetricKeyDetails).toEqual({ namedCurve: publicKey.asymmetricKeyDetails?.namedCurve })
      expect(key.export({ format: 'jwk' })).toEqual(publicKey.export({ format: 'jwk' }))
    },
  )

  test.each(['brainpoolP384r1', 'secp256k1'])(
    'a curve spelled out that is not one of ours is refused: %s',
    (namedCurve) => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve, paramEncoding: 'explicit' })
      expect(readCertified(newAuthority({ publicKey }).certificate)).toEqual({
        ok: false,
        why: 'elliptic curve of its own making is not supported',
      })
    },
  )

  test.each([
    ['another generator, on which anybody can sign', '6b17d1f2e12c4247f8bce6e563a440f2'],
    ['another coefficient b', '5ac635d8aa3a93e7b3ebbd55769886bc'],
    ['another coefficient a', 'fffffffffffffffffffffffc'],
    ['another order', 'bce6faada7179e84f3b9cac2fc632551'],
  ])('a curve spelled out with %s is refused', (_what, hexadecimal) => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' })
    const { certificate } = newAuthority({ publicKey })
    certificate[certificate.indexOf(Buffer.from(hexadecimal, 'hex'))]! ^= 1
    const why = 'elliptic curve of its own making is not supported'
    expect(readCertified(certificate)).toEqual({ ok: false, why })
  })

  /** The certificate with some bytes of it in place of others. */
  function altered(from: string, to: string): Buffer {
    const bytes = Buffer.from(newAuthority().certificate)
    const at = bytes.indexOf(Buffer.from(from, 'hex'))
    expect(at).toBeGreaterThan(0)
    bytes.set(Buffer.from(to, 'hex'), at)
    return bytes
  }

  test('with something behind the signature, inside their own length, are none: their hash would be another', () => {
    const { certificate } = newAuthority()
    const longer = Buffer.concat([certificate, Buffer.from('0500', 'hex')])
    longer.writeUInt16BE(longer.readUInt16BE(2) + 2, 2)
    expect(readCertified(longer)).toEqual({ ok: false, why: 'not DER: something behind the signature' })
  })

  test('with a truth that is not all ones are none', () => {
    expect(readCertified(altered('0603551d130101ff', '0603551d13010101'))).toEqual({
      ok: false,
      why: 'not DER: a boolean that cannot be',
    })
  })

  test('with an identifier in more bytes than it needs are none', () => {
    expect(() => oidOf(onlyElement(Buffer.from('0604551d800f', 'hex')))).toThrow('more bytes than it needs')
    expect(oidOf(onlyElement(Buffer.from('0603551d0f', 'hex')))).toBe('2.5.29.15')
  })

  test('with a critical extension that nobody here knows are no authority’s and no signer’s', () => {
    // Basic constraints under the identifier of name constraints.
    const strange = altered('0603551d130101ff', '0603551d1e0101ff')
    const why = 'the certificate has a critical extension that is not known here'
    expect(new SigningAuthorities([strange]).refused).toEqual([{ index: 0, why }])
    expect(() => keyFromCertificate(strange)).toThrow(why)
  })

  test('our own are what Node takes for certificates', () => {
    const { certificate, keys } = newAuthority()
    const read = new X509Certificate(certificate)
    expect(read.ca).toBe(true)
    expect(read.verify(keys.publicKey)).toBe(true)
    expect(read.subject).toBe('C=VN\nCN=CSCA Việt Nam')
  })
})
