/**
 * The code on the Vietnamese citizen card (CCCD with chip, from 2021) and identity card (Căn cước, from 2024).
 *
 * `number|old number or empty|name|ddMMyyyy|Nam or Nữ|address|ddMMyyyy of issue`, then on the 2024 card further fields
 * about relatives, of which no order has been published: kept as they are. Some cards leave the old number out
 * altogether and so have six fields. People who know only their year of birth have only that on the card, and a field
 * of eight digits that must be filled then begins with zeros.
 */
import { dateFromParts } from '../domain/time/calendar-date.ts'
import { foldName } from '../domain/person/names.ts'
import type { Document, Sex } from './document.ts'
import { readLine, readName, splitFields } from './fields.ts'

const personalNumber = /^\d{12}$/
/** Nine digits, twelve on the identity cards of 2012 to 2015, or nothing. */
const oldIdentityNumber = /^(?:\d{9}|\d{12})?$/

/** `ddMMyyyy`, or what is known of it: `MMyyyy`, `yyyy`, and the same with `00` for what is not. */
function readCompactDate(digits: string): string | null {
  const known = digits.replace(/^0000(?=\d{4}$)|^00(?=\d{4}(?:\d\d)?$)/, '')
  const match = /^(?:(\d\d)?(\d\d))?(\d{4})$/.exec(known)
  return match ? dateFromParts(match[3] ?? '', match[2], match[1]) : null
}

function readSex(word: string): Sex | null {
  const folded = foldName(word)
  if (folded === 'NAM') return 'M'
  return folded === 'NU' ? 'F' : null
}

/** Reads a citizen card's code; null where the text is not one, or one of its fields is damaged. */
export function readCitizenCard(text: string): Document | null {
  const fields = splitFields(text)
  if (!fields || fields.length < 6) return null
  const [number = '', second = ''] = fields.map((field) => field.trim())
  if (!personalNumber.test(number)) return null
  const hasOldNumber = oldIdentityNumber.test(second)
  const rest = fields.slice(hasOldNumber ? 2 : 1)
  if (rest.length < 5) return null
  const [nameField = '', birthField = '', sexField = '', addressField = '', issuedField = '', ...extras] = rest
  const name = readName(nameField)
  const birthDate = readCompactDate(birthField.trim())
  const sex = readSex(sexField)
  const address = readLine(addressField)
  const issued = readCompactDate(issuedField.trim())
  if (!name || !birthDate || !sex || address === undefined || issued?.length !== 'YYYY-MM-DD'.length) return null
  // Compared as far as the birth date is known: text of this form sorts like the dates it stands for.
  if (issued.slice(0, birthDate.length) < birthDate) return null
  const oldNumber = hasOldNumber && second !== '' ? second : null
  return { kind: 'citizen-card', number, oldNumber, name, birthDate, sex, address, issued, extras }
}
