/** Dates and times as an officer types them, with a glove, in a hurry: `12/03/1999`, `12.3.1999`, `1999`, `7:30 22/11`. */
import { dateFromParts } from '../../shared/domain/calendar-date.ts'
import { localDay } from '../../shared/language/time.ts'

/** A birth date: day, month and year, or the year alone; null where it is none. @returns `YYYY-MM-DD` or `YYYY` */
export function readTypedDate(text: string): string | null {
  const typed = text.trim()
  const parted = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  const [, day, month, year = ''] = parted ?? []
  if (parted) return dateFromParts(year, month, day)
  return /^\d{4}$/.test(typed) ? dateFromParts(typed) : null
}

/**
 * A moment in Viet Nam's time: a time of the day and a date, in either order; without a year the latest such day that
 * is not ahead, without a date today. @param now epoch milliseconds @returns epoch milliseconds; null where it is none
 */
export function readTypedInstant(text: string, now: number): number | null {
  const clock = /(?:^|\s)(\d{1,2})[:hg](\d{2})?(?=\s|$)/i.exec(text.trim())
  if (!clock) return null
  const [whole, hour = '', minute = '00'] = clock
  if (Number(hour) > 23 || Number(minute) > 59) return null
  const day = readDay(text.trim().replace(whole, ' ').trim(), now)
  return day === null ? null : Date.parse(`${day}T${hour.padStart(2, '0')}:${minute}:00+07:00`)
}

function readDay(text: string, now: number): string | null {
  const today = localDay(now)
  if (text === '') return today
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text)
  if (!parts) return null
  const [, day, month, year] = parts
  if (year !== undefined) return dateFromParts(year, month, day)
  const thisYear = dateFromParts(today.slice(0, 4), month, day)
  return thisYear !== null && thisYear > today
    ? dateFromParts(String(Number(today.slice(0, 4)) - 1), month, day)
    : thisYear
}
