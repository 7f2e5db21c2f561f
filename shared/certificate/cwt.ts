/** CBOR Web Token claims (RFC 8392): who issued, and from when to when it holds. */
import { decodeCbor, Tagged, type CborMap, type CborValue } from './cbor.ts'
import type { Claims } from './decoded.ts'
import { Malformed } from './malformed.ts'

const claimIssuer = 1
const claimExpires = 4
const claimNotBefore = 5
const claimIssuedAt = 6

/** NumericDate (RFC 8392 §2): seconds, integer or float, which some issuers tag as an epoch time (RFC 8949 §3.4.2). */
function instant(value: CborValue): number | null {
  const seconds = value instanceof Tagged && value.tag === 1 ? value.value : value
  if (seconds === undefined || seconds === null) return null
  // 8.64e12 s is where calendars end (ECMA-262 §21.4.1.1).
  if (typeof seconds !== 'number' || Math.abs(seconds) > 8.64e12)
    throw new Malformed('claims-damaged', 'not a NumericDate')
  return seconds * 1000
}

/**
 * Reads a CWT claims set.
 * @throws Malformed
 */
export function readClaims(payload: Uint8Array): { claims: Claims; all: CborMap } {
  const all = decodeCbor(payload)
  if (!(all instanceof Map)) throw new Malformed('claims-damaged', 'claims are not a map')
  const issuer = all.get(claimIssuer)
  return {
    claims: {
      issuer: typeof issuer === 'string' ? issuer : null,
      issuedAt: instant(all.get(claimIssuedAt)),
      notBefore: instant(all.get(claimNotBefore)),
      expiresAt: instant(all.get(claimExpires)),
    },
    all,
  }
}
