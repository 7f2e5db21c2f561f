/** Checks one signature with one key, through Node's own cryptography: the part that a queue waits for. */
import { constants, verify, type KeyObject } from 'node:crypto'
import type { Algorithm, Envelope } from '../../shared/certificate/decoded.ts'
import { verifyEd25519 } from '../../shared/certificate/ed25519.ts'
import type { TrustedKey } from '../trust/index.ts'

/** `disputed`: the two implementations that we ask about Ed25519 disagree, which only a fault of ours explains. */
export type SignatureAnswer = 'valid' | 'mismatch' | 'disputed'

/** The type of key that an algorithm takes, and its hash where the algorithm does not bring its own. */
const schemes: Readonly<Record<Algorithm, { keyType: string; hash: string | null }>> = {
  ES256: { keyType: 'ec', hash: 'sha256' },
  ES384: { keyType: 'ec', hash: 'sha384' },
  ES512: { keyType: 'ec', hash: 'sha512' },
  PS256: { keyType: 'rsa', hash: 'sha256' },
  EdDSA: { keyType: 'ed25519', hash: null },
}

/**
 * ECDSA signatures are raw r‖s (RFC 9053 §2.1), on whatever curve the key has: issuers exist that sign ES256 with
 * P-384. PS256's salt is as long as its hash (RFC 8230 §2).
 */
const signatureOptions = {
  dsaEncoding: 'ieee-p1363',
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: 32,
} as const

const prepared = new WeakSet<KeyObject>()

/**
 * A key that tells Node itself how signatures under it are written. `verify` looks for that on whatever it is given as
 * the key; given an options object around the key, it first finds out by two exceptions that this is no key, which
 * takes a quarter as long as an RSA check. A Node that no longer looked there would verify nothing: it fails closed.
 */
function withSignatureOptions(key: KeyObject): KeyObject {
  if (!prepared.has(key)) {
    Object.assign(key, signatureOptions)
    prepared.add(key)
  }
  return key
}

/**
 * Does this key verify this envelope? A key of another type is a mismatch.
 *
 * Calling somebody's certificate forged is grave, so an Ed25519 mismatch is asked about a second time, of an
 * independent implementation.
 */
export function verifySignature(
  algorithm: Algorithm,
  { signed, signature }: Envelope,
  { key, keyType }: Pick<TrustedKey, 'key' | 'keyType'>,
): SignatureAnswer {
  const scheme = schemes[algorithm]
  if (keyType !== scheme.keyType) return 'mismatch'
  if (verify(scheme.hash, signed, withSignatureOptions(key), signature)) return 'valid'
  if (algorithm !== 'EdDSA') return 'mismatch'
  const publicKey = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
  return verifyEd25519(signed, signature, publicKey) ? 'disputed' : 'mismatch'
}
