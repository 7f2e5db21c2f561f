import { constants, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { explicit, objectIdentifier, sequence, unsigned } from '../../../../authority/der-encode.ts'
import { verifyCertificate } from '../../../../main/trust/certificates/certificate-signature.ts'
import { onlyElement } from '../../../../main/trust/certificates/der.ts'
import { readX509, type X509 } from '../../../../main/trust/certificates/x509.ts'
import { newAuthority } from '../../../fixtures/vds-nc.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const plain = readX509(newAuthority().certificate)
const sha256 = '2.16.840.1.101.3.4.2.1'
const sha384 = '2.16.840.1.101.3.4.2.2'

/** AlgorithmIdentifier of RSASSA-PSS (RFC 4055 §3.1). */
function pss(hash: string, maskHash: string, salt: number): Buffer {
  const mask = sequence(objectIdentifier('1.2.840.113549.1.1.8'), sequence(objectIdentifier(maskHash)))
  const parameters = [
    explicit(0, sequence(objectIdentifier(hash))),
    explicit(1, mask),
    explicit(2, unsigned(Buffer.of(salt))),
  ]
  return sequence(objectIdentifier('1.2.840.113549.1.1.10'), sequence(...parameters))
}

function signedWith(algorithm: Buffer, signature: Buffer): X509 {
  return { ...plain, signatureAlgorithm: onlyElement(algorithm), signature }
}

const pssSignature = (hash: string, saltLength: number): Buffer =>
  sign(hash, plain.signed, { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })

describe('signature of a certificate', () => {
  test.each([
    ['SHA-256 and a salt of 32', sha256, 'sha256', 32],
    ['SHA-384 and a salt of 20', sha384, 'sha384', 20],
  ])('RSASSA-PSS with %s is checked', (_what, oid, hash, salt) => {
    const certificate = signedWith(pss(oid, oid, salt), pssSignature(hash, salt))
    expect(verifyCertificate(certificate, rsa.publicKey)).toBe('valid')
    expect(verifyCertificate(certificate, generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)).toBe(
      'mismatch',
    )
  })

  test('RSASSA-PSS with another salt than it states is a mismatch', () => {
    expect(verifyCertificate(signedWith(pss(sha256, sha256, 32), pssSignature('sha256', 20)), rsa.publicKey)).toBe(
      'mismatch',
    )
  })

  test.each([
    ['RSASSA-PSS with two hashes', pss(sha256, sha384, 32)],
    ['RSASSA-PSS with its defaults, which are SHA-1', sequence(objectIdentifier('1.2.840.113549.1.1.10'), sequence())],
    ['SHA-1 with RSA', sequence(objectIdentifier('1.2.840.113549.1.1.5'))],
    ['SHA-1 with ECDSA', sequence(objectIdentifier('1.2.840.10045.4.1'))],
    ['parameters that are no DER', sequence(objectIdentifier('1.2.840.113549.1.1.10'), sequence(Buffer.of(1)))],
  ])('%s is not supported', (_what, algorithm) => {
    expect(verifyCertificate(signedWith(algorithm, pssSignature('sha1', 20)), rsa.publicKey)).toBe('unsupported')
  })

  test('of another type than the key is a mismatch', () => {
    expect(verifyCertificate(plain, rsa.publicKey)).toBe('mismatch')
  })
})
