/**
 * The code on the Vietnamese health-insurance card (thẻ BHYT) and in its application.
 *
 * `number|name|birth date|1 male, 2 female|address|facility|valid from|valid to or -|issued|…`, the name and usually the
 * address in hexadecimal UTF-8, dates `dd/MM/yyyy` with or without zeros, or only `MM/yyyy` or `yyyy`. What follows
 * differs from issue to issue (office, parent, area, five years' date, check value) and is kept as it is.
 */
import { dateFromParts } from '../domain/time/calendar-date.ts'
import type { Document } from './document.ts'
import { readLine, readName, splitFields } from './fields.ts'
import { decodeHexText } from './hex-text.ts'

/** Two letters of the group, one digit of the benefit, two of the province, ten of the person; or those ten alone. */
const cardNumber = /^(?:[A-Z]{2}\d{13}|\d{10})$/

/** `d/M/yyyy`, `M/yyyy`, `yyyy`, and `ddMMyyyy` as some issues have it. */
function readSlashedDate(text: string): string | null {
  const match = /^(?:(?:(\d\d?)\/)?(\d\d?)\/)?(\d{4})$/.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text)
  return match ? dateFromParts(match[3] ?? '', match[2], match[1]) : null
}

function readWholeDate(text: string | undefined): string | null {
  const date = text === undefined ? null : readSlashedDate(text.trim())
  return date?.length === 10 ? date : null
}

/** Reads a health-insurance card's code; null where the text is not one, or one of its fields is damaged. */
export function readHealthInsuranceCard(text: string): Document | null {
  const fields = splitFields(text)
  if (!fields || fields.length < 8) return null
  const [number = '', nameField = '', birthField = '', sexField, addressField = '', , fromField, toField = ''] =
    fields.map((field) => field.trim())
  if (!cardNumber.test(number)) return null
  const name = readName(decodeHexText(nameField) ?? '')
  const birthDate = readSlashedDate(birthField)
  const sex = sexField === '1' ? 'M' : sexField === '2' ? 'F' : null
  const address = readLine(decodeHexText(addressField) ?? addressField)
  if (!name || !birthDate || !sex || address === undefined) return null
  if (readWholeDate(fromField) === null || !(toField === '' || toField === '-' || readWholeDate(toField))) return null
  const issued = readWholeDate(fields[8])
  return {
    kind: 'health-insurance-card',
    number,
    oldNumber: null,
    name,
    birthDate,
    sex,
    address,
    issued,
    extras: fields.slice(5),
  }
}
