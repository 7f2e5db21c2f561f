/**
 * The personal code of PC-Covid, Bluezone and the other declaration applications (Decision 1405/QĐ-BTTTT of
 * 11 September 2021, version 1.1): `SoGiayTo|HoTen|NgaySinh|LoaiDinhDanh|QID|EXT`.
 *
 * The first six characters of the number, and the month and day of birth, may be masked. It carries no test result
 * and is not signed in practice.
 */
import { dateFromParts } from '../domain/time/calendar-date.ts'
import type { Document, Sex } from './document.ts'
import { readName, splitFields } from './fields.ts'

/** A citizen, identity-card or passport number; its first six characters may be masked. */
const documentNumber = /^(?=.*\d)(?:\*{6}|[A-Z0-9]{6})[A-Z0-9]{1,8}$/
/** 0: declared by the person; 1: by somebody on their behalf. */
const declarer = /^[01]$/
const codeNumber = /^\d{10,20}$/

function readBirthDate(text: string): string | null {
  const match = /^(\d{4})(?:([-/])(\d\d?|\*\*?)\2(\d\d?|\*\*?))?$/.exec(text)
  return match ? dateFromParts(match[1] ?? '', match[3], match[4]) : null
}

/**
 * EXT is separated by `<`; sex is its first part, or its second where a helper's number (which may be empty) comes
 * first. 1 and 2 are read as in ISO/IEC 5218 and on the health-insurance card; anything else is not known.
 */
function readSex(extension: string): Sex | null {
  const digit = extension.split('<', 2).find((part) => /^[012]$/.test(part))
  if (digit === '1') return 'M'
  return digit === '2' ? 'F' : null
}

/** Reads a personal code; null where the text is not one, or one of its fields is damaged. */
export function readPersonalCode(text: string): Document | null {
  const fields = splitFields(text)
  if (!fields || fields.length < 5 || fields.length > 6) return null
  const [number = '', nameField = '', birthField = '', declaredBy = '', code = ''] = fields.map((field) => field.trim())
  if (!documentNumber.test(number) || !declarer.test(declaredBy) || !codeNumber.test(code)) return null
  const name = readName(nameField)
  const birthDate = readBirthDate(birthField)
  if (!name || !birthDate) return null
  const sex = readSex(fields[5] ?? '')
  const extras = fields.slice(3)
  return { kind: 'personal-code', number, oldNumber: null, name, birthDate, sex, address: null, issued: null, extras }
}
