/**
 * Dates and times as CertLogic reads them, strictly: what is not a day of the calendar is not a date.
 *
 * Instants are milliseconds since 1970-01-01T00:00:00Z. Only numbers ever reach `Date`; no text is parsed by it,
 * because it takes 30 February for 2 March and a text without a zone for local time.
 */

/** How exactly a text names a moment: a day, a time of day whose zone is unknown, or an instant. */
export type Precision = 'day' | 'zoneless' | 'instant'

/** The units of CertLogic's `plusTime`. */
export const timeUnits = ['year', 'month', 'day', 'hour'] as const
export type TimeUnit = (typeof timeUnits)[number]

/** A date-time inside an evaluation. A class, so that nothing in a payload can pass for one. */
export class DateTime {
  readonly epoch: number

  constructor(epoch: number) {
    this.epoch = epoch
  }

  toJSON(): string {
    return writeInstant(this.epoch)
  }
}

const longestText = 64
const hour = 3_600_000
const day = 24 * hour
const widestOffset = 14 * 60
const earliest = Date.UTC(1000, 0, 1)
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const timePattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{1,2}(?::?\d{2})?)?$/

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const withinRange = (epoch: number): boolean => epoch >= earliest && epoch <= latest

/**
 * Reads a text in one of the formats of the CertLogic specification ("Dates and date-times"), or a date without its
 * day or month, which stands for its last possible day (test suite, "recognising minors"). A day is taken at midnight UTC,
 * a time without a zone as UTC: `precision` says so, and the caller decides whether that will do. Anything else, null.
 */
export function readDateTime(text: string): ReadMoment | null {
  if (text === lastText) return lastMoment
  lastText = text
  lastMoment = parseDateTime(text)
  return lastMoment
}

/** A moment as a text names it. */
interface ReadMoment {
  epoch: number
  precision: Precision
}

/** The text read last: the rules of one certificate all ask about the same one. */
let lastText = ''
let lastMoment: ReadMoment | null = null

function parseDateTime(text: string): ReadMoment | null {
  if (text.length > longestText) return null
  const date = readDate(text)
  if (date !== null) return { epoch: date, precision: 'day' }
  const parts = timePattern.exec(text)
  if (!parts) return null
  const midnight = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const [hours, minutes, seconds] = [Number(parts[4]), Number(parts[5]), Number(parts[6])]
  const offset = minutesOf(parts[8] ?? 'Z')
  if (midnight === null || offset === null || hours > 23 || minutes > 59 || seconds > 59) return null
  const milliseconds = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const epoch = midnight + hours * hour + (minutes - offset) * 60_000 + seconds * 1000 + milliseconds
  if (!withinRange(epoch)) return null
  return { epoch, precision: parts[8] === undefined ? 'zoneless' : 'instant' }
}

/** Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as midnight UTC of the last day it can mean; anything else, null. */
export function readDate(text: string): number | null {
  const parts = datePattern.exec(text)
  if (!parts) return null
  const year = Number(parts[1])
  const month = parts[2] === undefined ? 12 : Number(parts[2])
  if (month < 1 || month > 12) return null
  return dayOf(year, month, parts[3] === undefined ? daysInMonth(year, month) : Number(parts[3]))
}

/**
 * Adds whole units in UTC. A month without the day that falls there ends on its last day: 31 January and one month
 * is 28 or 29 February. Null outside the years 1000 to 9999.
 */
export function addTime(epoch: number, amount: number, unit: TimeUnit): number | null {
  const moved = unit === 'hour' ? epoch + amount * hour : unit === 'day' ? epoch + amount * day : null
  const result = moved ?? addMonths(epoch, unit === 'year' ? amount * 12 : amount)
  return withinRange(result) ? result : null
}

/** `YYYY-MM-DDTHH:mm:ss.sssZ`. `epoch` in milliseconds. */
export function writeInstant(epoch: number): string {
  return new Date(epoch).toISOString()
}

function addMonths(epoch: number, months: number): number {
  const start = new Date(epoch)
  const index = start.getUTCFullYear() * 12 + start.getUTCMonth() + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  if (year < 1000 || year > 9999) return Number.NaN
  const dayOfMonth = Math.min(start.getUTCDate(), daysInMonth(year, month))
  return Date.UTC(year, month - 1, dayOfMonth) + (((epoch % day) + day) % day)
}

function dayOf(year: number, month: number, dayOfMonth: number): number | null {
  const real = year >= 1000 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
  return real ? Date.UTC(year, month - 1, dayOfMonth) : null
}

function minutesOf(offset: string): number | null {
  if (offset === 'Z') return 0
  const digits = offset.slice(1).replace(':', '')
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits)
  const minutes = digits.length > 2 ? Number(digits.slice(-2)) : 0
  const total = hours * 60 + minutes
  if (minutes > 59 || total > widestOffset) return null
  return offset.startsWith('-') ? -total : total
}
