/** Checks one signature with one key, through Node's own cryptography: the part that a queue waits for. */
import { constants, verify } from 'node:crypto'
import type { Algorithm, Envelope } from '../../shared/certificate/decoded.ts'
import { verifyEd25519 } from '../../shared/certificate/ed25519.ts'
import type { TrustedKey } from '../trust/index.ts'

/** `disputed`: the two implementations that we ask about Ed25519 disagree, which only a fault of ours explains. */
export type SignatureAnswer = 'valid' | 'mismatch' | 'disputed'

interface Scheme {
  keyType: string
  hash: string | null
  options: { dsaEncoding?: 'ieee-p1363'; padding?: number; saltLength?: number }
}

/**
 * ECDSA signatures are raw r‖s (RFC 9053 §2.1) on whatever curve the key has: issuers exist that sign ES256 with
 * P-384. PS256's salt is as long as its hash (RFC 8230 §2).
 */
const schemes = {
  ES256: { keyType: 'ec', hash: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  ES384: { keyType: 'ec', hash: 'sha384', options: { dsaEncoding: 'ieee-p1363' } },
  ES512: { keyType: 'ec', hash: 'sha512', options: { dsaEncoding: 'ieee-p1363' } },
  PS256: { keyType: 'rsa', hash: 'sha256', options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } },
  EdDSA: { keyType: 'ed25519', hash: null, options: {} },
} as const satisfies Record<Algorithm, Scheme>

/**
 * Does this key verify this envelope? A key of another type is a mismatch.
 *
 * Calling somebody's certificate forged is grave, so an Ed25519 mismatch is asked about a second time, of an
 * independent implementation.
 */
export function verifySignature(
  algorithm: Algorithm,
  envelope: Envelope,
  { key, keyType }: Pick<TrustedKey, 'key' | 'keyType'>,
): SignatureAnswer {
  const scheme: Scheme = schemes[algorithm]
  if (keyType !== scheme.keyType) return 'mismatch'
  if (verify(scheme.hash, envelope.signed, { key, ...scheme.options }, envelope.signature)) return 'valid'
  if (algorithm !== 'EdDSA') return 'mismatch'
  const publicKey = key.export({ format: 'jwk' }).x ?? ''
  return verifyEd25519(envelope.signed, envelope.signature, Buffer.from(publicKey, 'base64url'))
    ? 'disputed'
    : 'mismatch'
}
