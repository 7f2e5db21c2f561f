/** The person of a result: names as a certificate has them, and the birth date. */
import { dateFromParts } from '../../../shared/domain/time/calendar-date.ts'
import { nameDamage } from '../../../shared/domain/person/name-plausibility.ts'
import { foldLetters } from '../../../shared/domain/person/letter-folding.ts'
import { nameTokens } from '../../../shared/domain/person/names.ts'
import type { DateOrder } from '../columns/date-order.ts'
import type { FaultCode } from './faults.ts'
import type { Field } from '../columns/fields.ts'
import { nameForm } from './name-form.ts'
import { formFault, unrealFault } from './written-forms.ts'
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'

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

const noName: NamePart = { written: '', icao: '' }

/** What a person with a single name has in the cell of the other: an empty one may have been forgotten. */
const noOtherName = /^[-–—]$/

function readPart(text: string): Read<NamePart> {
  const damage = nameDamage(text)
  if (damage !== null) return { ok: false, code: `name-${damage}`, values: { value: text } }
  // A comma is in no name here: it tells "family, given" from "given family", which two columns tell better.
  if (text.includes(',')) return { ok: false, code: 'name-not-letters', values: { value: text } }
  const form = nameForm(text)
  if (form !== null) return { ok: false, code: `name-${form}`, values: { value: text } }
  const written = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (written.length > longestText) return { ok: false, code: 'too-long', values: { limit: longestText } }
  const icao = nameTokens(written, 'expanded').join('<').slice(0, longestText)
  return icao === '' || hasUnknownLetter(written)
    ? { ok: false, code: 'not-latin', values: { value: written } }
    : { ok: true, value: { written, icao } }
}

/** Is there a letter of which no machine-readable zone is made? It would be left out, and the rest signed as the whole. */
function hasUnknownLetter(name: string): boolean {
  return /[^\p{M}A-Z]/u.test(foldLetters(name, 'expanded').replace(/[ .'’ʼʻ‘-]+/g, ''))
}

/** A whole name in Vietnamese order: the family name is its first word. */
function readWhole(text: string, field: Field): Read<PersonName> {
  const whole = readPart(text)
  if (!whole.ok) return { ...whole, field }
  const [family = '', ...given] = whole.value.written.split(' ')
  if (given.length === 0) return { ok: false, code: 'one-word-name', values: { value: text }, field }
  return joined(readPart(family), readPart(given.join(' ')), field, field)
}

/** What stands in the columns of a person's name; a field whose column is not there is undefined. */
export type NameCells = Readonly<Partial<Record<'name' | 'familyMiddle' | 'family' | 'given', string>>>

/**
 * Reads a name from one column, in which, as in Viet Nam, the family name is the first word; from `Họ đệm` and `Tên`,
 * which are put together and read likewise; or from family and given name, of which one may be a dash where a person has a
 * single name.
 */
export function readName({ name, familyMiddle, family = '', given = '' }: NameCells): Read<PersonName> {
  if (name !== undefined) return name === '' ? { ok: false, code: 'missing', field: 'name' } : readWhole(name, 'name')
  if (familyMiddle !== undefined) {
    if (familyMiddle === '' || given === '')
      return { ok: false, code: 'missing', field: given === '' ? 'given' : 'familyMiddle' }
    const parts = joined(readPart(familyMiddle), readPart(given), 'familyMiddle', 'given')
    return parts.ok ? readWhole(`${familyMiddle} ${given}`, 'familyMiddle') : parts
  }
  if (family === '' || given === '')
    return { ok: false, code: 'name-part-missing', field: given === '' ? 'given' : 'family' }
  if (noOtherName.test(given)) return joined(readPart(family), { ok: true, value: noName }, 'family', 'given')
  if (noOtherName.test(family)) return joined(readPart(given), { ok: true, value: noName }, 'given', 'family')
  return joined(readPart(family), readPart(given), 'family', 'given')
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
const yearLast = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/
/** Databases give a birth date the first moment of its day. */
const midnight = /[ T]00:00(?::00(?:\.0+)?)?$/

/** Reads `YYYY-MM-DD`, `DD/MM/YYYY` (or with the month first), or either without a day, or a year alone, as `YYYY[-MM[-DD]]`. */
export function readBirthDate(text: string, order: DateOrder): Read<string> {
  if (text === '') return { ok: false, code: 'missing' }
  const date = isoDate(text.replace(midnight, ''), order)
  if (date !== null) return { ok: true, value: date }
  const values = { value: text }
  const day = text.replace(midnight, '')
  if (yearFirst.test(day)) return { ok: false, code: 'not-a-date', values }
  return {
    ok: false,
    code: yearLast.test(day) ? unrealFault(order, 'not-a-date') : formFault(text, 'date-form'),
    values,
  }
}

function isoDate(text: string, order: DateOrder): string | null {
  const iso = yearFirst.exec(text)
  if (iso) return dateFromParts(iso[1] ?? '', iso[2], iso[3])
  const local = yearLast.exec(text)
  if (!local) return null
  const [, first, second, year = ''] = local
  if (first === undefined) return dateFromParts(year, second)
  return order === 'day-first' ? dateFromParts(year, second, first) : dateFromParts(year, first, second)
}
