/** What a code that is scanned while records are looked through says to search by: a person, or a certificate. */
import { decode } from '../../../shared/certificate/decode.ts'
import { recogniseDocument } from '../../../shared/document/recognise.ts'
import { longestField } from '../../../shared/domain/crossing/crossing.ts'

/** Whom a code names. Birth date as `YYYY-MM-DD` or less of it. */
export interface ScannedPerson {
  number: string | null
  name: string
  birthDate: string | null
}

/** The person of an identity document or a certificate; null where the code is neither. A masked number is none. */
export function personOfScan(text: string): ScannedPerson | null {
  const document = recogniseDocument(text)
  const person = document ?? decode(text)?.certificate?.holder
  if (!person) return null
  const { number, name, birthDate } = person
  return { number: number?.includes('*') ? null : number, name, birthDate }
}

/** What to search for: the certificate itself, else the person's number or name, else the text. */
export function searchTextOfScan(text: string): string {
  const identifier = decode(text)?.certificate?.statement.identifier
  const person = personOfScan(text)
  return (identifier ?? person?.number ?? person?.name ?? text).trim().slice(0, longestField)
}
