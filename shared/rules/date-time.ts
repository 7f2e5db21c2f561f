/** Dates and times inside CertLogic. Instants are milliseconds since 1970-01-01T00:00:00Z. */
import { daysInMonth, readLastDay } from '../domain/time/calendar-date.ts'
import { isWritable, readWrittenTime, type WrittenTime } from '../domain/time/written-time.ts'

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

const hour = 3_600_000
const day = 24 * hour

/**
 * Reads a time or a day in any spelling of shared/domain/time/written-time.ts, among them all formats of the CertLogic
 * specification ("Dates and date-times"), or a date without its day or month, which stands for its last possible day
 * (test suite, "recognising minors"). A day is taken at midnight UTC, a time without a zone as UTC: `precision` says so,
 * and the caller decides whether that will do. Anything else, null.
 */
export function readDateTime(text: string): WrittenTime | null {
  if (text === lastText) return lastTime
  lastText = text
  const lastDay = readLastDay(text)
  lastTime = lastDay === null ? readWrittenTime(text) : { epoch: lastDay, precision: 'day', offset: null }
  return lastTime
}

/** The text read last: the rules of one certificate all ask about the same one. */
let lastText = ''
let lastTime: WrittenTime | null = null

/**
 * Adds whole units in UTC. A month without the day that falls there ends on its last day: 31 January and one month
 * is 28 or 29 February. Null outside the years 1000 to 9999.
 */
export function addTime(epoch: number, amount: number, unit: TimeUnit): number | null {
  const moved = unit === 'hour' ? epoch + amount * hour : unit === 'day' ? epoch + amount * day : null
  const result = moved ?? addMonths(epoch, unit === 'year' ? amount * 12 : amount)
  return isWritable(result) ? result : null
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
