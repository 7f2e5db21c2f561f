/** The bare `node:crypto` call that an algorithm comes down to: what verdicts are measured against. */
import { constants, type KeyObject, type VerifyKeyObjectInput } from 'node:crypto'
import type { Algorithm } from '../../shared/certificate/decoded.ts'

/** Hash and key options of `crypto.verify` for an algorithm. */
export function schemeOptions(
  algorithm: Algorithm,
  key: KeyObject,
): { hash: string | null; options: VerifyKeyObjectInput | KeyObject } {
  switch (algorithm) {
    case 'ES256':
      return { hash: 'sha256', options: { key, dsaEncoding: 'ieee-p1363' } }
    case 'ES384':
      return { hash: 'sha384', options: { key, dsaEncoding: 'ieee-p1363' } }
    case 'ES512':
      return { hash: 'sha512', options: { key, dsaEncoding: 'ieee-p1363' } }
    case 'PS256':
      return { hash: 'sha256', options: { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } }
    case 'EdDSA':
      return { hash: null, options: key }
  }
}
