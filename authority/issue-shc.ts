/** Issues SMART Health Cards: the encoding side of shared/certificate/shc.ts. */
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { encodeDigits } from '../shared/certificate/shc-numeric.ts'
import { signBytes, type SigningKey } from './signing-key.ts'

/** What a card says. Times are epoch milliseconds. */
export interface ShcContent {
  /** An https address without a slash at the end. */
  issuer: string
  issuedAt: number
  expiresAt?: number
  /** Types beside `health-card`, as whole addresses. */
  types?: readonly string[]
  /** Revocation identifier. */
  rid?: string
  /** FHIR R4 bundle. */
  bundle: object
}

/** A published key of an issuer (framework "Determining keys associated with an issuer"). */
export interface ShcJwk {
  kty: 'EC'
  kid: string
  use: 'sig'
  alg: 'ES256'
  crv: 'P-256'
  x: string
  y: string
}

function onlyEs256({ algorithm }: SigningKey): void {
  if (algorithm !== 'ES256') throw new Error(`health cards are signed with ES256, not with ${algorithm}`)
}

/** The public half as an issuer's JWK set lists it; `kid` is the key's thumbprint (RFC 7638). */
export function shcJwk(key: SigningKey): ShcJwk {
  onlyEs256(key)
  const { x = '', y = '' } = key.publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url')
  return { kty: 'EC', kid, use: 'sig', alg: 'ES256', crv: 'P-256', x, y }
}

/** The claims of a card (framework "Health Cards are encoded as Compact Serialization JSON Web Signatures"). */
export function shcClaims({ issuer, issuedAt, expiresAt, types = [], rid, bundle }: ShcContent): object {
  return {
    iss: issuer,
    nbf: issuedAt / 1000,
    ...(expiresAt === undefined ? {} : { exp: expiresAt / 1000 }),
    vc: {
      type: ['https://smarthealth.cards#health-card', ...types],
      credentialSubject: { fhirVersion: '4.0.1', fhirBundle: bundle },
      ...(rid === undefined ? {} : { rid }),
    },
  }
}

/** Signs anything as a card's JWS would be; `header` adds to, or replaces, what a card's header says. */
export function signJws(payload: Uint8Array, key: SigningKey, header: object = {}): string {
  const { kid } = shcJwk(key)
  const whole = { zip: 'DEF', alg: 'ES256', kid, ...header }
  const signed = `${Buffer.from(JSON.stringify(whole)).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`
  return `${signed}.${signBytes(key, Buffer.from(signed)).toString('base64url')}`
}

/** Signs a card and answers its JWS. */
export function issueShcJws(content: ShcContent, key: SigningKey): string {
  return signJws(deflateRawSync(JSON.stringify(shcClaims(content)), { level: 9 }), key)
}

/** A JWS as the text of one code. */
export function shcText(jws: string): string {
  return `shc:/${encodeDigits(jws)}`
}

/** A JWS as the texts of several codes of much the same size (framework "Chunking Larger SHCs"). */
export function shcChunkTexts(jws: string, total: number): string[] {
  const size = Math.ceil(jws.length / total)
  return Array.from({ length: total }, (_, index) => {
    const part = jws.slice(index * size, (index + 1) * size)
    return `shc:/${index + 1}/${total}/${encodeDigits(part)}`
  })
}

/** Signs a card and answers the text of its QR code. */
export function issueShc(content: ShcContent, key: SigningKey): string {
  return shcText(issueShcJws(content, key))
}
