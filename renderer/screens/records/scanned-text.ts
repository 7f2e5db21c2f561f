/** Whom a card names that is scanned to look for somebody. */
import { recogniseDocument } from '../../../shared/document/recognise.ts'
import { longestField } from '../../../shared/domain/crossing/crossing.ts'

/** Whom a card names. Birth date as `YYYY-MM-DD` or less of it. */
export interface ScannedPerson {
  number: string | null
  name: string
  birthDate: string | null
}

/** The person of an identity document; null where the code is none. A masked number is none. */
export function personOfScan(text: string): ScannedPerson | null {
  const document = recogniseDocument(text)
  if (!document) return null
  const { number, name, birthDate } = document
  return { number: number?.includes('*') ? null : number, name, birthDate }
}

/** What to search a person by: the number, else the name. */
export function searchTextOf({ number, name }: ScannedPerson): string {
  return (number ?? name).trim().slice(0, longestField)
}
