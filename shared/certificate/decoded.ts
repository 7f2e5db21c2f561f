/**
 * What a format's decoder hands to the checks: everything that could be read, in stages, so that one damaged part
 * does not hide what the others say.
 */
import type { FindingCode } from '../domain/finding/finding-codes.ts'
import type { Certificate, Format } from './certificate.ts'
import type { ForeignContent } from './foreign-content.ts'

/** Signature algorithms, by their JOSE and COSE names (RFC 7518, RFC 9053, RFC 8230). */
export type Algorithm = 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'EdDSA'

/** What was signed, by which key, and the signature. */
export interface Envelope {
  /** Null: none stated, or none that we know. */
  algorithm: Algorithm | null
  /** Key identifier: base64 of its bytes in HC1, the text itself in SHC and NZCP; null in VDS-NC. */
  kid: string | null
  /** Whose key it must be, where the format binds keys to issuers (SHC, NZCP); else null. */
  issuer: string | null
  /** The signer's own certificate where the code carries it (VDS-NC), DER; else null. */
  signer: Uint8Array | null
  /** The bytes that the signature covers. */
  signed: Uint8Array
  /** Raw: r‖s for ECDSA. */
  signature: Uint8Array
}

/** Who vouches and for how long. Epoch milliseconds. */
export interface Claims {
  issuer: string | null
  issuedAt: number | null
  notBefore: number | null
  expiresAt: number | null
}

/** One text, decoded as far as it goes. */
export interface Decoded {
  format: Format
  /** The code of the `structure` finding: `structure-sound`, or what is wrong. */
  structure: FindingCode
  /** What the content seems to be, where `structure` is `content-foreign`. */
  foreign?: ForeignContent
  envelope: Envelope | null
  claims: Claims | null
  /** The certificate's own content as JSON; null where it could not be read. */
  payload: unknown
  certificate: Certificate | null
}
