/**
 * Moments as certificates write them: ISO 8601 date-times with or without a zone, and bare dates.
 *
 * A time without a zone is kept as the span of instants that it may mean, so that nothing downstream can take it for
 * UTC unnoticed: at UTC+7 that mistake is worth seven of the seventy-two hours a result is good for.
 */
import type { Moment } from './certificate.ts'

const hour = 3_600_000
const minute = 60_000
/** Zones on earth run from UTC−12 to UTC+14. */
const furthestWest = 12 * hour
const furthestEast = 14 * hour

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)?)?$/

/**
 * Reads an ISO 8601 date or date-time. Null where it is none, or names a day or hour that does not exist.
 */
export function readMoment(text: string): Moment | null {
  const match = pattern.exec(text.trim())
  if (!match) return null
  const part = (index: number): number => Number(match[index] ?? 0)
  const [year, month, day, hours, minutes, seconds] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  if (hours > 23 || minutes > 59 || seconds > 60) return null
  // A leap second is the first second of the next minute to a clock that has none.
  const milliseconds = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000)
  const utc = Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds)
  const date = new Date(Date.UTC(year, month - 1, day))
  if (month === 0 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || date.getUTCFullYear() !== year)
    return null
  const written = { text: text.trim() }
  if (match[8] !== undefined) return { ...written, earliest: utc, latest: utc, zoned: true }
  if (match[9] !== undefined) {
    if (part(10) > 14 || part(11) > 59) return null
    const offset = (part(10) * hour + part(11) * minute) * (match[9] === '-' ? -1 : 1)
    return { ...written, earliest: utc - offset, latest: utc - offset, zoned: true }
  }
  const span = match[4] === undefined ? 24 * hour : 0
  return { ...written, earliest: utc - furthestEast, latest: utc + span + furthestWest, zoned: false }
}

/**
 * Reads a validation clock: like `readMoment`, but a time without a zone is UTC, as the public test cases have it.
 * Epoch milliseconds, or null.
 */
export function readClock(text: string): number | null {
  const moment = readMoment(text)
  if (!moment) return null
  return moment.zoned ? moment.earliest : moment.earliest + furthestEast
}
