/** The person of a result: names as a certificate has them, and the birth date. */
import { dateFromParts } from '../../shared/domain/calendar-date.ts'
import { nameTokens } from '../../shared/domain/names.ts'
import type { FaultCode } from './faults.ts'
import type { Field } from './fields.ts'
import type { FindingValues } from '../../shared/domain/verdict.ts'

/** A value, or what is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; code: FaultCode; values?: FindingValues; field?: Field }

/** A name as written and as a machine-readable zone has it (ICAO 9303, `<` between parts). */
export interface NamePart {
  written: string
  icao: string
}

/** A person's name. Who has a single name has it as the family name (ICAO 9303-3 §4.6). */
export interface PersonName {
  family: NamePart
  given: NamePart
}

/** DCC schema 1.3: texts have at most 80 characters. */
export const longestText = 80

/** Letters of any script with their marks, spaces, and what stands between parts of names. */
const namePattern = /^[\p{L}\p{M} .'’ʼ-]+$/u

const noName: NamePart = { written: '', icao: '' }

function readPart(text: string): Read<NamePart> {
  const written = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (written.length > longestText) return { ok: false, code: 'too-long', values: { limit: longestText } }
  if (!namePattern.test(written)) return { ok: false, code: 'not-a-name', values: { value: written } }
  const icao = nameTokens(written, 'expanded').join('<').slice(0, longestText)
  return icao === ''
    ? { ok: false, code: 'not-latin', values: { value: written } }
    : { ok: true, value: { written, icao } }
}

/**
 * Reads a name from two columns, or from one, in which, as in Viet Nam, the family name is the first word. Two columns
 * with one of them empty are a person with a single name.
 */
export function readName(name: string, family: string, given: string): Read<PersonName> {
  if (family === '' && given === '') {
    if (name === '') return { ok: false, code: 'missing', field: 'name' }
    const [first = '', ...rest] = name.trim().split(/\s+/)
    if (rest.length === 0) return { ok: false, code: 'one-word-name', values: { value: name }, field: 'name' }
    return joined(readPart(first), readPart(rest.join(' ')), 'name', 'name')
  }
  if (family !== '' && given !== '') return joined(readPart(family), readPart(given), 'family', 'given')
  return joined(readPart(family || given), { ok: true, value: noName }, family === '' ? 'given' : 'family', 'given')
}

function joined(
  family: Read<NamePart>,
  given: Read<NamePart>,
  familyField: Field,
  givenField: Field,
): Read<PersonName> {
  if (!family.ok) return { ...family, field: familyField }
  if (!given.ok) return { ...given, field: givenField }
  return { ok: true, value: { family: family.value, given: given.value } }
}

const yearFirst = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const dayFirst = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])(\d{4})$/

/** Reads `YYYY-MM-DD`, `DD/MM/YYYY`, or either without a day, or a year alone, as `YYYY[-MM[-DD]]`. */
export function readBirthDate(text: string): Read<string> {
  if (text === '') return { ok: false, code: 'missing' }
  const [iso, local] = [yearFirst.exec(text), dayFirst.exec(text)]
  const date = iso
    ? dateFromParts(iso[1] ?? '', iso[2], iso[3])
    : local
      ? dateFromParts(local[3] ?? '', local[2], local[1])
      : null
  return date === null ? { ok: false, code: 'not-a-date', values: { value: text } } : { ok: true, value: date }
}
