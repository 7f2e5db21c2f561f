/**
 * Calendar dates as documents give them: whole, without a day, or with a month or day that is masked.
 *
 * Written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, where a masked month or day is `**`.
 */

/** A date of which the month and the day may be unknown: left out and masked are the same here. */
export interface CalendarDate {
  year: number
  /** 1 to 12. */
  month: number | null
  /** 1 to 31; may be known while the month is not. */
  day: number | null
}

/** No living person and no document of ours lies outside; keeps a run of digits from passing for a date. */
const firstYear = 1900
const lastYear = 2199

const written = /^(\d{4})(?:-(\d{2}|\*\*)(?:-(\d{2}|\*\*))?)?$/

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Is this a day or month of the calendar? Parts that are null are taken as any. */
function exists({ year, month, day }: CalendarDate): boolean {
  if (month !== null && (month < 1 || month > 12)) return false
  return day === null || (day >= 1 && day <= (month === null ? 31 : daysInMonth(year, month)))
}

function readPart(digits: string | undefined): number | null {
  return digits === undefined || digits === '**' ? null : Number(digits)
}

function writePart(text: string): string {
  return /^\*+$/.test(text) ? '**' : text.padStart(2, '0')
}

function readAnyYear(text: string): CalendarDate | null {
  const match = written.exec(text)
  if (!match) return null
  const date = { year: Number(match[1]), month: readPart(match[2]), day: readPart(match[3]) }
  return exists(date) ? date : null
}

/**
 * Reads `YYYY[-MM[-DD]]`, with `**` for a masked month or day; null where it is no date that exists, or none that a
 * document can bear.
 */
export function readDate(text: string): CalendarDate | null {
  const date = readAnyYear(text)
  return date && date.year >= firstYear && date.year <= lastYear ? date : null
}

/**
 * Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as midnight UTC of the last day that it can mean, epoch milliseconds; null
 * where that is none, or before the year 1000.
 */
export function readLastDay(text: string): number | null {
  const date = text.includes('*') ? null : readAnyYear(text)
  if (!date || date.year < 1000) return null
  const month = date.month ?? 12
  return Date.UTC(date.year, month - 1, date.day ?? daysInMonth(date.year, month))
}

/** Reads `YYYY-MM-DD` as its midnight UTC, epoch milliseconds; null where it is no day, or before the year 1000. */
export function readWholeDate(text: string): number | null {
  return text.length === 'YYYY-MM-DD'.length ? readLastDay(text) : null
}

/**
 * The date that a certificate states, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time that some issuers append is left out,
 * which a date does not need. Null where that is no date, or none that exists.
 */
export function statedDate(text: string): string | null {
  const stated = text.trim()
  const date = stated.length > 'YYYY-MM-DD'.length ? (/^[\d-]+(?=[Tt ])/.exec(stated)?.[0] ?? '') : stated
  return !date.includes('*') && readDate(date) ? date : null
}

/**
 * The same date from its parts as a document has them: digits, or asterisks where masked, or undefined where left out.
 * Null where it is no date that exists. Digits need not be padded.
 */
export function dateFromParts(year: string, month?: string, day?: string): string | null {
  let text = year
  if (month !== undefined) text += `-${writePart(month)}`
  if (month !== undefined && day !== undefined) text += `-${writePart(day)}`
  return readDate(text) ? text : null
}
