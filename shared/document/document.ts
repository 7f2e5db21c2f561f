/**
 * What every unsigned code that only identifies is read into. All of it is a claim: anybody can print such a code.
 * JSON-safe.
 */

export const documentKinds = ['citizen-card', 'health-insurance-card', 'personal-code'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** ICAO 9303's letters. */
export type Sex = 'M' | 'F'

export interface Document {
  kind: DocumentKind
  /** As the code gives it; masked characters are `*`. */
  number: string
  /** The nine-digit number of the identity card before (CMND), where there was one. */
  oldNumber: string | null
  /** NFC, single spaces, case and marks as the code has them. */
  name: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a masked month or day is `**`. Null where left out. */
  birthDate: string | null
  sex: Sex | null
  address: string | null
  /** `YYYY-MM-DD`. */
  issued: string | null
  /** The fields that have no place above, in their order, as the code has them. */
  extras: string[]
}
