/** Health cards for tests: FHIR resources in one line each, and cards minted by the project's own authority. */
import { deflateRawSync } from 'node:zlib'
import { newSigningKey } from '../../../../authority/signing-key.ts'
import { shcClaims, shcText, signJws, type ShcContent } from '../../../../authority/issue-shc.ts'
import type { Decoded } from '../../../../shared/certificate/decoded.ts'
import { decodeShc } from '../../../../shared/certificate/shc.ts'

export const issuer = 'https://shc.example.vn/issuer'
export const key = newSigningKey('ES256')
export const issuedAt = Date.parse('2021-10-03T12:00:00Z')

export const patient = {
  resourceType: 'Patient',
  name: [{ family: 'Nguyễn', given: ['Văn', 'An'] }],
  birthDate: '1999-02-26',
}

const coded = (system: string, code: string) => ({ coding: [{ system, code }] })

/** A final, negative RT-PCR result, but for what is given. */
export function observation(changes: object = {}) {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: coded('http://loinc.org', '94500-6'),
    subject: { reference: 'resource:0' },
    effectiveDateTime: '2021-10-03T10:00:00+07:00',
    performer: [{ display: 'CDC Bắc Giang' }],
    valueCodeableConcept: coded('http://snomed.info/sct', '260415000'),
    ...changes,
  }
}

export const loincCode = (code: string) => ({ code: coded('http://loinc.org', code) })
export const loincAnswer = (code: string) => ({ valueCodeableConcept: coded('http://loinc.org', code) })
export const snomedResult = (code: string) => ({ valueCodeableConcept: coded('http://snomed.info/sct', code) })

/** One dose of a vaccine by its CVX code. */
export function immunization(code: string, occurrenceDateTime: string, changes: object = {}) {
  return {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: coded('http://hl7.org/fhir/sid/cvx', code),
    patient: { reference: 'resource:0' },
    occurrenceDateTime,
    performer: [{ actor: { display: 'Bệnh viện 108' } }],
    ...changes,
  }
}

export function bundleOf(...resources: object[]) {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource, index) => ({ fullUrl: `resource:${index}`, resource })),
  }
}

export function contentOf(changes: Partial<ShcContent> = {}): ShcContent {
  return { issuer, issuedAt, bundle: bundleOf(patient, observation()), ...changes }
}

/** The JWS over claims as given: text, bytes, or an object as JSON. */
export function jwsOver(claims: string | Uint8Array | object, header: object = {}): string {
  const bytes = typeof claims === 'string' || claims instanceof Uint8Array ? claims : JSON.stringify(claims)
  return signJws(deflateRawSync(bytes), key, header)
}

/** Claims of a sound card, changed. */
export function claimsOf(changes: object = {}): object {
  return { ...shcClaims(contentOf()), ...changes }
}

export function decodeJws(jws: string): Decoded {
  return decodeShc(shcText(jws))
}
