/**
 * HC1, the EU Digital COVID Certificate, which Viet Nam's own certificates use too (eu-dcc-hcert-spec 1.3):
 * `HC1:` + base45(zlib(COSE_Sign1(CWT(payload)))).
 */
import { decodeBase45 } from './base45.ts'
import { Tagged, type CborMap, type CborValue } from './cbor.ts'
import { cborToJson } from './cbor-json.ts'
import { readSign1 } from './cose.ts'
import { readClaims } from './cwt.ts'
import { foreignStatement, readDcc } from './dcc.ts'
import type { Decoded } from './decoded.ts'
import { foreignHealthClaim, otherClaims } from './foreign-content.ts'
import { inflateZlib } from './inflate.ts'
import { attempt, Malformed } from './malformed.ts'

export const hc1Prefix = 'HC1:'

/** Twice what the largest QR code holds; anything longer was typed, not scanned. */
const longestText = 8192
/** Real certificates inflate to well under 2 KiB. */
const largestContent = 32 * 1024

/** The claim that holds health certificates, and the one of them that is a DCC (hcert spec §3.3.1). */
const claimHealthCertificate = -260
const healthCertificateDcc = 1

function open(text: string): { envelope: Decoded['envelope']; payload: Uint8Array } {
  if (text.length > longestText) throw new Malformed('content-too-large', 'text longer than any code')
  return readSign1(inflateZlib(decodeBase45(text, hc1Prefix.length), largestContent))
}

/** What claims without a DCC are: another health certificate, signed content of another kind, or nothing in order. */
function withoutDcc(groups: CborValue, all: CborMap): Pick<Decoded, 'structure' | 'foreign' | 'payload'> {
  if (groups === undefined) return { structure: 'content-foreign', foreign: otherClaims, payload: cborToJson(all) }
  if (!(groups instanceof Map) || groups.size === 0 || groups.has(healthCertificateDcc)) {
    return { structure: 'claims-damaged', payload: null }
  }
  const foreign = foreignHealthClaim([...groups.keys()])
  return { structure: 'content-foreign', foreign, payload: cborToJson(groups) }
}

/**
 * Decodes the text of an HC1 code. Never throws on any text: what could not be read is null, and `structure` says why.
 * @param text starts with `HC1:`; space is a base45 character and must not have been trimmed inside
 */
export function decodeHc1(text: string): Decoded {
  const nothing = { format: 'HC1', envelope: null, claims: null, payload: null, certificate: null } as const
  const opened = attempt(() => open(text))
  if (!opened.ok) return { ...nothing, structure: opened.malformed.code }
  const { envelope } = opened.value
  const read = attempt(() => readClaims(opened.value.payload))
  if (!read.ok) return { ...nothing, envelope, structure: 'claims-damaged' }
  const { claims, all } = read.value
  const groups = all.get(claimHealthCertificate)
  const content = groups instanceof Map ? groups.get(healthCertificateDcc) : undefined
  const dcc = content instanceof Tagged ? content.value : content
  if (!(dcc instanceof Map)) return { ...nothing, envelope, claims, ...withoutDcc(groups, all) }
  const payload = cborToJson(dcc)
  const certificate = readDcc(payload, claims, envelope?.kid ?? null)
  if (certificate) return { format: 'HC1', envelope, claims, payload, certificate, structure: 'structure-sound' }
  const foreign = foreignStatement(payload)
  const known = { ...nothing, envelope, claims, payload }
  return foreign ? { ...known, structure: 'content-foreign', foreign } : { ...known, structure: 'statement-unclear' }
}
