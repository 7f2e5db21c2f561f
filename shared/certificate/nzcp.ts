/**
 * NZ COVID Pass (NZ COVID Pass technical specification, version 1): `NZCP:/1/` + base32 of a CWT that is signed with
 * ES256.
 */
import { readWholeDate } from '../domain/time/calendar-date.ts'
import { decodeBase32 } from './base32.ts'
import { decodeBase64url } from './base64url.ts'
import { Tagged, type CborMap, type CborValue } from './cbor.ts'
import { cborToJson, hexOf } from './cbor-json.ts'
import type { Holder } from './certificate.ts'
import { readSign1 } from './cose.ts'
import { readClaims } from './cwt.ts'
import type { Claims, Decoded, Envelope } from './decoded.ts'
import { foreignCredential, otherClaims } from './foreign-content.ts'
import { attempt, Malformed } from './malformed.ts'

export const nzcpPrefix = 'NZCP:/'

/** Is this text, damaged perhaps, of version 1 of this format? */
export function isNzcp(text: string): boolean {
  return text.startsWith(nzcpPrefix) && !/^NZCP:\/(?!1\/)\d+\//.test(text)
}

/** Twice what the largest QR code holds; anything longer was typed, not scanned. */
const longestText = 8192

/** Claim 7 of a CWT, `cti` (RFC 8392 §3.1.7): here the 16 bytes of a UUID. The credential's claim has a name instead. */
const claimIdentifier = 7
const claimCredential = 'vc'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** `kid` is text here, such as `key-1`; the envelope has read it as bytes in base64. */
function kidText(base64: string | null): string | null {
  const bytes = base64 === null ? null : decodeBase64url(base64.replaceAll('+', '-').replaceAll('/', '_'))
  if (!bytes) return null
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

function open(scanned: string): { envelope: Envelope; payload: Uint8Array } {
  if (scanned.length > longestText) throw new Malformed('content-too-large', 'text longer than any code')
  const match = /^NZCP:\/1\/(.+)$/.exec(scanned)
  if (!match) throw new Malformed('text-damaged', 'not version 1')
  const { envelope, payload } = readSign1(decodeBase32(match[1] ?? ''))
  return { envelope: { ...envelope, kid: kidText(envelope.kid) }, payload }
}

/** UUID of 16 bytes (spec "CWT Token ID claim"); null where they are none. */
function uuidOf(value: CborValue): string | null {
  const bytes = value instanceof Tagged ? value.value : value
  if (!(bytes instanceof Uint8Array) || bytes.length !== 16) return null
  const hex = hexOf(bytes)
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}

function words(value: CborValue): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** `familyName` may be left out (spec "Public Covid Pass"). */
function holderOf(credential: CborMap): Holder | null {
  const subject = credential.get('credentialSubject')
  if (!(subject instanceof Map)) return null
  const [given, family] = [words(subject.get('givenName')), words(subject.get('familyName'))]
  const birthDate = words(subject.get('dob'))
  if (given === null || birthDate === null || readWholeDate(birthDate) === null) return null
  return { name: family === null ? given : `${family} ${given}`, transliterated: null, birthDate, number: null }
}

/** All of these are required (spec "CWT Claims"). */
function isWhole({ issuer, notBefore, expiresAt }: Claims, identifier: string | null): boolean {
  return issuer !== null && notBefore !== null && expiresAt !== null && identifier !== null
}

/**
 * Decodes the text of an NZ COVID Pass. Never throws on any text: what could not be read is null, and `structure` says
 * why.
 * @param scanned for which `isNzcp` holds
 */
export function decodeNzcp(scanned: string): Decoded {
  const nothing = { format: 'NZCP', envelope: null, claims: null, payload: null, certificate: null } as const
  const opened = attempt(() => open(scanned))
  if (!opened.ok) return { ...nothing, structure: opened.malformed.code }
  const read = attempt(() => readClaims(opened.value.payload))
  if (!read.ok) return { ...nothing, envelope: opened.value.envelope, structure: 'claims-damaged' }
  const { claims, all } = read.value
  const envelope = { ...opened.value.envelope, issuer: claims.issuer }
  const known = { ...nothing, envelope, claims }
  // The specification knows one algorithm: another one is no pass that merely cannot be checked here.
  const sealed = envelope.algorithm === 'ES256'
  const credential = all.get(claimCredential)
  if (sealed && credential === undefined) {
    return { ...known, payload: cborToJson(all), structure: 'content-foreign', foreign: otherClaims }
  }
  const types = credential instanceof Map ? credential.get('type') : undefined
  if (!(credential instanceof Map) || !Array.isArray(types) || !types.includes('VerifiableCredential')) {
    return { ...known, structure: 'claims-damaged' }
  }
  const payload = cborToJson(credential)
  if (sealed && !types.includes('PublicCovidPass')) {
    return { ...known, payload, structure: 'content-foreign', foreign: foreignCredential(types) }
  }
  const identifier = uuidOf(all.get(claimIdentifier))
  if (!isWhole(claims, identifier)) return { ...known, structure: 'claims-damaged' }
  const holder = holderOf(credential)
  const statement = { kind: 'pass', disease: null, authority: null, country: 'NZ', identifier } as const
  const certificate = holder && ({ format: 'NZCP', kid: envelope.kid, ...claims, holder, statement } as const)
  const structure = sealed ? (certificate ? 'structure-sound' : 'statement-unclear') : 'envelope-damaged'
  return { ...known, payload, certificate, structure }
}
