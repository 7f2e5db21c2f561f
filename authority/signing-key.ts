/** Keys that sign certificates, and their public halves as a trust folder holds them. */
import { constants, createHash, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { Algorithm } from '../shared/certificate/decoded.ts'

/** A key that signs certificates. */
export interface SigningKey {
  algorithm: Algorithm
  kid: Buffer
  privateKey: KeyObject
  publicKey: KeyObject
}

function generate(algorithm: Algorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  switch (algorithm) {
    case 'EdDSA':
      return generateKeyPairSync('ed25519')
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    case 'ES384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' })
    case 'ES512':
      return generateKeyPairSync('ec', { namedCurve: 'P-521' })
    case 'PS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 })
  }
}

/** A signing key from a key pair. Its identifier: the first 8 bytes of the SHA-256 of its SubjectPublicKeyInfo. */
export function signingKey(algorithm: Algorithm, pair: { privateKey: KeyObject; publicKey: KeyObject }): SigningKey {
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' })
  return { algorithm, kid: createHash('sha256').update(spki).digest().subarray(0, 8), ...pair }
}

/** Makes a new signing key. */
export function newSigningKey(algorithm: Algorithm): SigningKey {
  return signingKey(algorithm, generate(algorithm))
}

/** Signs bytes; ECDSA signatures are raw r‖s (RFC 9053 §2.1). */
export function signBytes({ algorithm, privateKey }: SigningKey, bytes: Uint8Array): Buffer {
  switch (algorithm) {
    case 'EdDSA':
      return sign(null, bytes, privateKey)
    case 'ES256':
      return sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    case 'ES384':
      return sign('sha384', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    case 'ES512':
      return sign('sha512', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    case 'PS256':
      return sign('sha256', bytes, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
  }
}

/** The public half as `keys.json` lists it (RFC 7517 with our members). */
export function publicJwk(key: SigningKey, members: { issuer: string; country: string; usage?: string[] }): JsonWebKey {
  return { ...key.publicKey.export({ format: 'jwk' }), kid: key.kid.toString('base64'), ...members }
}
