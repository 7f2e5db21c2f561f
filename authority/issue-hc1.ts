/** Issues HC1 certificates: the encoding side of shared/certificate/hc1.ts. */
import { deflateSync } from 'node:zlib'
import { encodeBase45 } from '../shared/certificate/base45.ts'
import { coseAlgorithms, signatureInput } from '../shared/certificate/cose.ts'
import type { Algorithm } from '../shared/certificate/decoded.ts'
import { encodeCbor, type Encodable } from './cbor-encode.ts'
import { signBytes, type SigningKey } from './signing-key.ts'

/** What an HC1 certificate says. Times are epoch milliseconds; whole seconds are written. */
export interface Hc1Content {
  /** ISO 3166 alpha-2 country of the issuer. */
  issuer: string
  issuedAt: number
  expiresAt: number
  /** DCC payload, schema 1.3. */
  payload: Encodable
}

const tagSign1 = 0xd2

function seconds(instant: number): number {
  return Math.floor(instant / 1000)
}

/** The claims of a certificate (hcert specification §3.3). */
export function hc1Claims({ issuer, issuedAt, expiresAt, payload }: Hc1Content): Map<number, Encodable> {
  return new Map<number, Encodable>([
    [1, issuer],
    [4, seconds(expiresAt)],
    [6, seconds(issuedAt)],
    [-260, new Map<number, Encodable>([[1, payload]])],
  ])
}

/** Wraps bytes as the text of an HC1 code. */
export function hc1Text(cose: Uint8Array): string {
  return `HC1:${encodeBase45(deflateSync(cose, { level: 9 }))}`
}

function coseNumberOf(algorithm: Algorithm): number {
  const number = [...coseAlgorithms].find(([, name]) => name === algorithm)?.[0]
  if (number === undefined) throw new Error(`HC1 has no algorithm ${algorithm}`)
  return number
}

/** Signs a certificate and answers the text of its QR code. */
export function issueHc1(content: Hc1Content, key: SigningKey): string {
  return signHc1(hc1Claims(content), key)
}

/** Signs claims and answers the text of their QR code. */
export function signHc1(claims: ReadonlyMap<number, Encodable>, key: SigningKey): string {
  const algorithm = coseNumberOf(key.algorithm)
  const header = encodeCbor(
    new Map<number, Encodable>([
      [1, algorithm],
      [4, key.kid],
    ]),
  )
  const payload = encodeCbor(claims)
  const signature = signBytes(key, signatureInput(header, payload))
  return hc1Text(Buffer.concat([Buffer.from([tagSign1]), encodeCbor([header, new Map(), payload, signature])]))
}
