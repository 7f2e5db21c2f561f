/**
 * SMART Health Cards (SMART Health Cards framework 1.4): `shc:/` + digits of a JWS, signed with ES256, over the deflated
 * claims of a FHIR bundle.
 */
import type { FindingCode } from '../domain/finding-codes.ts'
import type { Claims, Decoded, Envelope } from './decoded.ts'
import { readBundle, statesNeither } from './fhir.ts'
import { inflateRaw } from './inflate.ts'
import type { Json } from './json.ts'
import { readJsonObject, readJws, type Jws } from './jws.ts'
import { attempt, Malformed } from './malformed.ts'
import { decodeDigits, readNumericPart } from './shc-numeric.ts'
import { isObject, text, type JsonObject } from './json-member.ts'

/** Characters of a JWS; whole patient summaries in several codes stay below 4,000. */
const longestJws = 32 * 1024
/** The largest published example, such a summary, inflates to 7 KiB. */
const largestContent = 64 * 1024

const healthCardType = 'https://smarthealth.cards#health-card'
/** Types that told the disease before they were deprecated (framework 1.4.0), as SNOMED CT. */
const diseaseTypes: ReadonlyMap<Json, string> = new Map([['https://smarthealth.cards#covid19', '840539006']])

/** ES256 signatures are the 64 bytes of r‖s (RFC 7518 §3.4); others have been seen in ASN.1. */
const signatureLength = 64

function jwsText(scanned: string): string {
  if (/^shc:\/\d+$/i.test(scanned)) {
    // A card collected from several codes is longer than one code.
    if (scanned.length > 2 * longestJws) throw new Malformed('content-too-large', 'text longer than any card')
    return decodeDigits(scanned.slice('shc:/'.length))
  }
  const { digits, total } = readNumericPart(scanned)
  if (total > 1) throw new Malformed('text-damaged', `one of ${total} parts`)
  return decodeDigits(digits)
}

function envelopeOf({ header, signed, signature }: Jws, issuer: string | null): Envelope {
  const { alg, kid } = header
  return {
    algorithm: alg === 'ES256' ? alg : null,
    kid: typeof kid === 'string' && kid !== '' ? kid : null,
    issuer,
    signer: null,
    signed,
    signature,
  }
}

/** NumericDate (RFC 7519 §2), which issuers write with fractions; whole epoch milliseconds. */
function instant(value: Json | undefined): number | null {
  if (value === undefined) return null
  // 8.64e12 s is where calendars end (ECMA-262 §21.4.1.1).
  if (typeof value !== 'number' || Math.abs(value) > 8.64e12) throw new Malformed('claims-damaged', 'not a NumericDate')
  return Math.round(value * 1000)
}

/** `nbf` is the time of issue too: it stands for the credential's `issuanceDate`. */
function claimsOf(payload: JsonObject): Claims {
  const notBefore = instant(payload['nbf'])
  if (notBefore === null) throw new Malformed('claims-damaged', 'no nbf')
  return { issuer: text(payload['iss']), issuedAt: notBefore, notBefore, expiresAt: instant(payload['exp']) }
}

interface Card {
  payload: JsonObject
  claims: Claims
  credential: JsonObject
  types: readonly Json[]
}

function readCard(deflated: Uint8Array): Card {
  const payload = readJsonObject(inflateRaw(deflated, largestContent))
  const credential = payload?.['vc']
  if (!payload || !isObject(credential)) throw new Malformed('claims-damaged', 'no credential')
  const types = credential['type']
  if (!Array.isArray(types) || !types.includes(healthCardType))
    throw new Malformed('claims-damaged', 'not a health card')
  return { payload, claims: claimsOf(payload), credential, types }
}

function certificateOf({ claims, credential, types }: Card, kid: string | null): Decoded['certificate'] {
  const subject = credential['credentialSubject']
  // FHIR R4; later releases may mean other things by the same names.
  if (!isObject(subject) || !text(subject['fhirVersion'])?.startsWith('4.')) return null
  const disease = types.map((type) => diseaseTypes.get(type)).find((known) => known !== undefined) ?? null
  const read = readBundle(subject['fhirBundle'], { disease, identifier: text(credential['rid']) })
  return read && { format: 'SHC', kid, ...claims, ...read }
}

/** A genuine card without any result or dose is no forgery: it is the wrong document. */
function whyNoStatement({ credentialSubject: subject }: JsonObject): FindingCode {
  const isRelease4 = isObject(subject) && text(subject['fhirVersion'])?.startsWith('4.') === true
  return isRelease4 && statesNeither(subject['fhirBundle']) ? 'statement-absent' : 'statement-unclear'
}

/**
 * Decodes the text of a SMART Health Card. Never throws on any text: what could not be read is null, and `structure`
 * says why. One code of several cannot be decoded alone: collect them first (shc-chunks.ts).
 * @param scanned for which `isShc` (shc-numeric.ts) holds
 */
export function decodeShc(scanned: string): Decoded {
  const nothing = { format: 'SHC', envelope: null, claims: null, payload: null, certificate: null } as const
  const opened = attempt(() => readJws(jwsText(scanned)))
  if (!opened.ok) return { ...nothing, structure: opened.malformed.code }
  const { header, payload: deflated, signature } = opened.value
  if (header['zip'] !== 'DEF')
    return { ...nothing, envelope: envelopeOf(opened.value, null), structure: 'envelope-damaged' }
  const read = attempt(() => readCard(deflated))
  if (!read.ok) return { ...nothing, envelope: envelopeOf(opened.value, null), structure: read.malformed.code }
  const { claims, payload, credential } = read.value
  const envelope = envelopeOf(opened.value, claims.issuer)
  const certificate = certificateOf(read.value, envelope.kid)
  // The framework knows one algorithm: another one is no card that merely cannot be checked here.
  const sealed = envelope.algorithm !== null && signature.length === signatureLength
  const structure = sealed ? (certificate ? 'structure-sound' : whyNoStatement(credential)) : 'envelope-damaged'
  return { format: 'SHC', envelope, claims, payload, certificate, structure }
}
