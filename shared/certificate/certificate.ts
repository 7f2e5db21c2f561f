/**
 * What every signed format is decoded into: one shape for the checks, the screen and the journal.
 *
 * All instants are milliseconds since 1970-01-01T00:00:00Z. Everything is JSON-safe: no Date, Map or bytes.
 */

/** Signed formats, by the name their own specification uses. */
export const formats = ['HC1', 'SHC', 'VDS-NC', 'NZCP'] as const
export type Format = (typeof formats)[number]

/** The person a certificate names. */
export interface Holder {
  /** As printed, family name first ("Nguyễn Văn An"); falls back to the transliteration. Never empty. */
  name: string
  /** ICAO 9303 transliteration with `<` between parts, where the format carries one. */
  transliterated: { family: string; given: string } | null
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the certificate leaves it out. */
  birthDate: string | null
  /** Number of the identity document that the certificate names; null where it names none. */
  number: string | null
}

/**
 * A moment as the certificate states it. Where the text has no zone the real instant is only known to lie between
 * `earliest` and `latest` (any zone on earth); with a zone the two are equal.
 */
export interface Moment {
  text: string
  earliest: number
  latest: number
  zoned: boolean
}

/** A laboratory result. */
export interface TestStatement {
  kind: 'test'
  /** `naat`: nucleic-acid amplification (RT-PCR and its kin). */
  method: 'naat' | 'rapid-antigen' | 'unknown'
  result: 'negative' | 'positive' | 'unknown'
  sampled: Moment | null
  /** When the result was reported, which is not when the sample was taken. */
  reported: Moment | null
  centre: string | null
}

/** A vaccination. */
export interface VaccinationStatement {
  kind: 'vaccination'
  product: string | null
  dose: number | null
  doses: number | null
  date: string | null
}

/** A recovery from an earlier infection. */
export interface RecoveryStatement {
  kind: 'recovery'
  firstPositive: string | null
  validFrom: string | null
  validUntil: string | null
}

/** A pass: its holder met its issuer's conditions when it was issued; it is made not to tell which. */
export interface PassStatement {
  kind: 'pass'
}

/** What is stated about the holder, whatever the disease. */
export type Statement = (TestStatement | VaccinationStatement | RecoveryStatement | PassStatement) & {
  /** Code of the disease or agent targeted, as the format gives it (SNOMED CT in HC1). */
  disease: string | null
  /** Who issued the certificate, in words. */
  authority: string | null
  country: string | null
  /** Unique certificate identifier (UVCI in HC1). */
  identifier: string | null
}

export const statementKinds = [
  'test',
  'vaccination',
  'recovery',
  'pass',
] as const satisfies readonly Statement['kind'][]
export type StatementKind = (typeof statementKinds)[number]

/** The decoded content of a signed code, before anything about it has been believed. */
export interface Certificate {
  format: Format
  /** Issuer as the envelope names it: ISO 3166 country in HC1 and VDS-NC, an https address in SHC, a DID in NZCP. */
  issuer: string | null
  /** Key identifier as the envelope has it (see `Envelope`); null where it carries none. */
  kid: string | null
  issuedAt: number | null
  notBefore: number | null
  expiresAt: number | null
  holder: Holder
  statement: Statement
}
