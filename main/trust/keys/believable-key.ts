/**
 * Which keys are believed at all, wherever they come from: those of the algorithms that the certificates' standards name
 * (RFC 9053 §2, RFC 8230 §2, RFC 7518 §6.2.1.1), and strong enough. A key that anybody could compute signs for anybody.
 */
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { KeyUnusable } from './key-unusable.ts'
import { rsaBits } from '../limits.ts'

/** P-256, P-384 and P-521, as Node calls them. On secp256k1 or Brainpool's no certificate's standard signs. */
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1'])

/** FIPS 186-5 §5.1: odd and above 2¹⁶. Above 2⁶⁴ it only makes work. */
function isSafeExponent(exponent: bigint | undefined): boolean {
  return exponent !== undefined && exponent % 2n === 1n && exponent > 0xffffn && exponent < 1n << 64n
}

/**
 * The key itself, where it may be believed.
 * @throws KeyUnusable
 */
export function demandBelievable(key: KeyObject): KeyObject {
  const { asymmetricKeyDetails: details = {}, asymmetricKeyType: type = 'none' } = key
  if (type === 'ed25519') return key
  if (type === 'ec') {
    const curve = details.namedCurve ?? '?'
    if (curves.has(curve)) return key
    throw new KeyUnusable('curve-unsupported', { curve })
  }
  if (type !== 'rsa' && type !== 'rsa-pss') throw new KeyUnusable('type-unsupported', { type })
  const bits = details.modulusLength ?? 0
  if (bits < rsaBits.least || bits > rsaBits.most) throw new KeyUnusable('rsa-size', { bits, ...rsaBits })
  if (!isSafeExponent(details.publicExponent)) throw new KeyUnusable('rsa-exponent')
  return key
}

/**
 * Imports the members that make a key (RFC 7518 §6).
 * @throws KeyUnusable
 */
export function believableJwk(jwk: JsonWebKey): KeyObject {
  let key: KeyObject
  try {
    key = createPublicKey({ key: jwk, format: 'jwk' })
  } catch (error) {
    throw new KeyUnusable('damaged', {}, error)
  }
  return demandBelievable(key)
}
