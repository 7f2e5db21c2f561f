/**
 * SMART Health Cards (SMART Health Cards framework 1.4): `shc:/` + digits of a JWS, signed with ES256, over the deflated
 * claims of a FHIR bundle.
 */
import type { Claims, Decoded, Envelope } from './decoded.ts'
import { readBundle, statesNeither } from './fhir.ts'
import { foreignCredential, otherClaims, type ForeignContent } from './foreign-content.ts'
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
  return { issuer: text(payload['iss']), issuedAt: notBefore, notBefore, expiresAt: instant(payload['exp']) }
}

interface Content {
  payload: JsonObject
  claims: Claims
}

interface Card extends Content {
  credential: JsonObject
  types: readonly Json[]
}

function readContent(deflated: Uint8Array): Card | (Content & { foreign: ForeignContent }) {
  const payload = readJsonObject(inflateRaw(deflated, largestContent))
  if (!payload) throw new Malformed('claims-damaged', 'not one JSON object')
  const content = { payload, claims: claimsOf(payload) }
  const credential = payload['vc']
  if (credential === undefined) return { ...content, foreign: otherClaims }
  const types = isObject(credential) ? credential['type'] : undefined
  if (!isObject(credential) || !Array.isArray(types)) throw new Malformed('claims-damaged', 'not a credential')
  if (!types.includes(healthCardType)) return { ...content, foreign: foreignCredential(types) }
  if (content.claims.notBefore === null) throw new Malformed('claims-damaged', 'no nbf')
  return { ...content, credential, types }
}

function certificateOf({ claims, credential, types }: Card, kid: string | null): Decoded['certificate'] {
  const subject = credential['credentialSubject']
  // FHIR R4; later releases may mean other things by the same names.
  if (!isObject(subject) || !text(subject['fhirVersion'])?.startsWith('4.')) return null
  const disease = types.map((type) => diseaseTypes.get(type)).find((known) => known !== undefined) ?? null
  const read = readBundle(subject['fhirBundle'], { disease, identifier: text(credential['rid']) })
  return read && { format: 'SHC', kid, ...claims, ...read }
}

/** Why a card is no certificate: a genuine one without any result or dose is no forgery, it is the wrong document. */
function whyNoStatement({ credentialSubject: subject }: JsonObject): Pick<Decoded, 'structure' | 'foreign'> {
  const release = isObject(subject) ? text(subject['fhirVersion']) : null
  if (!isObject(subject) || release === null) return { structure: 'statement-unclear' }
  if (!release.startsWith('4.')) {
    return { structure: 'content-foreign', foreign: { kind: 'record-release', name: release } }
  }
  return { structure: statesNeither(subject['fhirBundle']) ? 'statement-absent' : 'statement-unclear' }
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
  const read = attempt(() => readContent(deflated))
  if (!read.ok) return { ...nothing, envelope: envelopeOf(opened.value, null), structure: read.malformed.code }
  const { claims, payload } = read.value
  const envelope = envelopeOf(opened.value, claims.issuer)
  const known = { ...nothing, envelope, claims, payload }
  const certificate = 'foreign' in read.value ? null : certificateOf(read.value, envelope.kid)
  // The framework knows one algorithm: another one is no card that merely cannot be checked here.
  if (envelope.algorithm === null || signature.length !== signatureLength) {
    return { ...known, certificate, structure: 'envelope-damaged' }
  }
  if ('foreign' in read.value) return { ...known, structure: 'content-foreign', foreign: read.value.foreign }
  return certificate
    ? { ...known, certificate, structure: 'structure-sound' }
    : { ...known, ...whyNoStatement(read.value.credential) }
}
