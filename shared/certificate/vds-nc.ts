/**
 * ICAO VDS-NC (Technical Report "VDS-NC", version 1): JSON with its signature beside it, and with the certificate of
 * whoever signed. `{"data":{"hdr":…,"msg":…},"sig":{"alg":…,"cer":…,"sigvl":…}}`, which some issuers put into an array.
 */
import { decodeBase64url } from './base64url.ts'
import type { Algorithm, Claims, Decoded, Envelope } from './decoded.ts'
import type { ForeignContent } from './foreign-content.ts'
import { canonicalBytes } from './jcs.ts'
import { readJson, type Json } from './json.ts'
import { attempt, Malformed } from './malformed.ts'
import { isObject, text, type JsonObject } from './json-member.ts'
import { messageTypes, readVdsNcMessage } from './vds-nc-message.ts'

/** Twice what the largest QR code holds; anything longer was typed, not scanned. */
const longestText = 8192

/** Raw r‖s of P-256, P-384 and P-521. */
const signatureLengths = [64, 96, 132]
const largestCertificate = 4096

const algorithms: ReadonlyMap<Json | undefined, Algorithm> = new Map([
  ['ES256', 'ES256'],
  ['ES384', 'ES384'],
  ['ES512', 'ES512'],
])

/** Is this text, damaged perhaps, of this format? Other JSON is none of our business. */
export function isVdsNc(scanned: string): boolean {
  if (!/^(?:\[\s*)?\{/.test(scanned)) return false
  return /"t"\s*:\s*"icao\./.test(scanned) || (scanned.includes('"hdr"') && scanned.includes('"sigvl"'))
}

function damaged(why: string): Malformed {
  return new Malformed('envelope-damaged', why)
}

/** Bytes of a member of `sig`. The report says base64url; the same bytes in the other alphabet are no attack. */
function bytesOf(value: Json | undefined, what: string): Uint8Array {
  const bytes = typeof value === 'string' ? decodeBase64url(value.replaceAll('+', '-').replaceAll('/', '_')) : null
  if (!bytes || bytes.length === 0) throw damaged(`${what} is not base64url`)
  return bytes
}

function open(scanned: string): { data: JsonObject; envelope: Envelope } {
  if (scanned.length > longestText) throw new Malformed('content-too-large', 'text longer than any code')
  const read = readJson(scanned)
  const seal = Array.isArray(read) && read.length === 1 ? read[0] : read
  if (!isObject(seal)) throw damaged('not one JSON object')
  const { data, sig } = seal
  if (!isObject(data) || !isObject(sig)) throw damaged('no data or no sig')
  const signature = bytesOf(sig['sigvl'], 'sigvl')
  if (!signatureLengths.includes(signature.length)) throw damaged(`a signature of ${signature.length} bytes`)
  const signer = bytesOf(sig['cer'], 'cer')
  if (signer.length > largestCertificate) throw new Malformed('content-too-large', 'certificate larger than any code')
  const algorithm = algorithms.get(sig['alg']) ?? null
  return { data, envelope: { algorithm, kid: null, issuer: null, signer, signed: canonicalBytes(data), signature } }
}

/** What a header announces that is no test and no vaccination in version 1; null where it is one of them. */
function foreignHeader(type: string, version: number): ForeignContent | null {
  if (version !== 1) return { kind: 'travel-seal', name: `${type} ${version}` }
  return messageTypes.has(type) ? null : { kind: 'travel-seal', name: type }
}

/**
 * Decodes the text of a VDS-NC code. Never throws on any text: what could not be read is null, and `structure` says
 * why. The format states no period and no time of signing; `claims.issuedAt` is when a test was reported (else
 * sampled), before which nobody can have signed it.
 */
export function decodeVdsNc(scanned: string): Decoded {
  const nothing = { format: 'VDS-NC', envelope: null, claims: null, payload: null, certificate: null } as const
  const opened = attempt(() => open(scanned))
  if (!opened.ok) return { ...nothing, structure: opened.malformed.code }
  const { data: payload, envelope } = opened.value
  const { hdr, msg } = payload
  const known = { ...nothing, envelope, payload }
  const version = isObject(hdr) ? hdr['v'] : undefined
  if (!isObject(hdr) || !isObject(msg) || typeof version !== 'number') return { ...known, structure: 'claims-damaged' }
  const issuer = text(hdr['is'])
  const foreign = foreignHeader(text(hdr['t']) ?? '', version)
  const message = foreign ? null : readVdsNcMessage(hdr['t'], msg)
  const claims: Claims = { issuer, issuedAt: message?.issuedAt ?? null, notBefore: null, expiresAt: null }
  if (foreign) return { ...known, claims, structure: 'content-foreign', foreign }
  if (!message) return { ...known, claims, structure: 'statement-unclear' }
  const certificate = { format: 'VDS-NC' as const, kid: null, ...claims, ...message }
  return { ...known, claims, certificate, structure: 'structure-sound' }
}
