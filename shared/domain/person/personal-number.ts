/**
 * The personal number of a Vietnamese citizen (Decree 137/2015/NĐ-CP, article 13), twelve digits: three for the place
 * where the birth was registered, one for century and sex, two for the year of birth, six by chance. There is no check
 * digit, so all that can be done is to compare it with the rest of the card.
 *
 * The nine-digit number of the identity card before (CMND) says nothing about its holder.
 */
import { birthProvinces } from './birth-province.ts'
import { readDate } from '../time/calendar-date.ts'

export interface PersonalNumber {
  kind: 'personal'
  /** `name` is null for a birth registered abroad and for a code nobody has. */
  province: { code: string; name: string | null; abroad: boolean }
  sex: 'M' | 'F'
  birthYear: number
  serial: string
}

/** A number of the card before: nothing to take apart. */
export interface OldIdentityNumber {
  kind: 'old'
}

const firstCodeAbroad = 100

/** Takes a number apart; null where it is neither twelve nor nine digits. */
export function readPersonalNumber(number: string): PersonalNumber | OldIdentityNumber | null {
  if (/^\d{9}$/.test(number)) return { kind: 'old' }
  const match = /^(\d{3})(\d)(\d{2})(\d{6})$/.exec(number)
  if (!match) return null
  const [, code = '', centuryAndSex = '', year = '', serial = ''] = match
  return {
    kind: 'personal',
    province: { code, name: birthProvinces.get(code) ?? null, abroad: Number(code) >= firstCodeAbroad },
    sex: Number(centuryAndSex) % 2 === 0 ? 'M' : 'F',
    birthYear: 1900 + 100 * Math.floor(Number(centuryAndSex) / 2) + Number(year),
    serial,
  }
}

/** What of a number can contradict the card it stands on. `form`: it is no such number at all. */
export type PersonalNumberField = 'form' | 'province' | 'sex' | 'birth-year'

export type PersonalNumberCheck = { consistent: true } | { consistent: false; fields: PersonalNumberField[] }

/** Compares a number with the sex and birth date beside it; what is null there contradicts nothing. */
export function checkPersonalNumber(
  number: string,
  card: { sex: 'M' | 'F' | null; birthDate: string | null },
): PersonalNumberCheck {
  const read = readPersonalNumber(number)
  if (!read) return { consistent: false, fields: ['form'] }
  if (read.kind === 'old') return { consistent: true }
  const fields: PersonalNumberField[] = []
  if (read.province.name === null && !read.province.abroad) fields.push('province')
  if (card.sex !== null && card.sex !== read.sex) fields.push('sex')
  const birthDate = card.birthDate === null ? null : readDate(card.birthDate)
  if (birthDate && birthDate.year !== read.birthYear) fields.push('birth-year')
  return fields.length === 0 ? { consistent: true } : { consistent: false, fields }
}

/** Whether a card's number can be its holder's: it tells century, sex and year of birth; a masked or older one tells nothing. */
export function isNumberPlausible(card: { number: string; sex: 'M' | 'F' | null; birthDate: string | null }): boolean {
  return readPersonalNumber(card.number) === null || checkPersonalNumber(card.number, card).consistent
}
