/** Dates and times as an officer types them, with a glove, in a hurry: `12/03/1999`, `12.3.1999`, `1999`, `7h30 22/11`, `0730`, `0730 2211`. */
import { dateFromParts } from '../../shared/domain/time/calendar-date.ts'
import { dayLength, localDay } from '../../shared/language/time.ts'

/** A birth date: day, month and year, or the year alone; null where it is none. @returns `YYYY-MM-DD` or `YYYY` */
export function readTypedDate(text: string): string | null {
  const typed = text.trim()
  const parted = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  const [, day, month, year = ''] = parted ?? []
  if (parted) return dateFromParts(year, month, day)
  return /^\d{4}$/.test(typed) ? dateFromParts(typed) : null
}

/** `7:30`, `7h30`, `7h` or `7g`. */
const markedClock = /(?:^|\s)(\d{1,2})[:hg](\d{2})?(?=\s|$)/i

/** `0730`, by itself or with the day's figures right behind it. */
const bareClock = /(?:^|\s)(\d{2})(\d{2})(?=\s|$|\d{4}(?:\d{4})?$)/

/**
 * A moment in Viet Nam's time that lies behind: a time of the day and a date, in either order; without a year the latest
 * such day that is not ahead, without a date the latest such time. Of two groups of four figures the first is the time.
 * @param now epoch milliseconds @returns epoch milliseconds; null where it is none
 */
export function readTypedInstant(text: string, now: number): number | null {
  const typed = text.trim()
  const clock = markedClock.exec(typed) ?? bareClock.exec(typed)
  if (!clock) return null
  const [whole, hour = '', minute = '00'] = clock
  if (Number(hour) > 23 || Number(minute) > 59) return null
  const date = typed.replace(whole, ' ').trim()
  const on = (day: string): number => Date.parse(`${day}T${hour.padStart(2, '0')}:${minute}:00+07:00`)
  if (date === '') return on(localDay(now)) <= now ? on(localDay(now)) : on(localDay(now - dayLength))
  const day = readDay(date, now)
  return day === null ? null : on(day)
}

function readDay(text: string, now: number): string | null {
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})?$/.exec(text)
  if (!parts) return null
  const [, day, month, year] = parts
  if (year !== undefined) return dateFromParts(year, month, day)
  const today = localDay(now)
  const thisYear = dateFromParts(today.slice(0, 4), month, day)
  return thisYear !== null && thisYear > today
    ? dateFromParts(String(Number(today.slice(0, 4)) - 1), month, day)
    : thisYear
}
