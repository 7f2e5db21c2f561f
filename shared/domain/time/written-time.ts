/**
 * Times as texts write them: the one reader of ISO 8601's extended format for certificates, rules, files and commands.
 *
 * It takes every spelling that issuers use and that can mean one thing only; what is no day of the calendar and no time
 * of day is no time. Only numbers ever reach `Date`; no text is parsed by it, because it takes 30 February for 2 March
 * and a text without a zone for local time.
 */
import { readWholeDate } from './calendar-date.ts'

/** How exactly a text names a moment: a day, a time of day whose zone is unknown, or an instant. */
export type Precision = 'day' | 'zoneless' | 'instant'

/** A moment as a text names it. */
export interface WrittenTime {
  /** Milliseconds since 1970-01-01T00:00:00Z; a day at its midnight, and a time without a zone, as if in UTC. */
  epoch: number
  precision: Precision
  /** Milliseconds by which the clocks where it was written are ahead of UTC; null where no zone stands there. */
  offset: number | null
}

/** No spelling is longer, but for digits of a second's fraction that no clock has. */
const longestText = 64
const minute = 60_000
const hour = 60 * minute
/** Zones on earth run from UTC−12 to UTC+14. */
export const furthestWest = 12 * hour
export const furthestEast = 14 * hour

/** What stands after `YYYY-MM-DD`. ISO 8601-1 §5.3 has a comma too, §4.4.7 a true minus sign, RFC 3339 §5.6 a space. */
const timeOfDay = /^[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?([Zz]|[+\-−]\d{1,2}(?::?\d{2})?))?$/

/** `Z`, `±h`, `±hh`, `±hmm`, `±hhmm`, `±h:mm`, `±hh:mm` in milliseconds; null where no zone is so far away. */
function readOffset(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0
  const digits = zone.slice(1).replace(':', '')
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits)
  const minutes = digits.length > 2 ? Number(digits.slice(-2)) : 0
  const offset = hours * hour + minutes * minute
  const isEast = zone.startsWith('+')
  if (minutes > 59 || offset > (isEast ? furthestEast : furthestWest)) return null
  return isEast ? offset : -offset
}

/** Calendars of four digits; what an offset carries beyond them can be written no more. */
const earliest = Date.UTC(1000, 0, 1)
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** Whether an instant (epoch milliseconds) can be written with a year of four digits, none of them a leading zero. */
export function isWritable(epoch: number): boolean {
  return epoch >= earliest && epoch <= latest
}

/** Writes an instant (epoch milliseconds) to the second, as the clocks of a zone show it (RFC 3339 §5.6). */
export function writeTime(epoch: number, offset: number): string {
  const text = new Date(epoch + offset).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)
  if (offset === 0) return `${text}Z`
  const zone = new Date(Math.abs(offset)).toISOString().slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDThh:mm'.length)
  return `${text}${offset < 0 ? '-' : '+'}${zone}`
}

/**
 * Does the minute after this one begin a day in UTC? Leap seconds are put in there and nowhere else (ITU-R TF.460-6 §2.1).
 * @param offset milliseconds; null: not known, so that any zone's will do, which are quarters of an hour apart
 */
function endsAtMidnight(hours: number, minutes: number, offset: number | null): boolean {
  if (offset === null) return minutes % 15 === 14
  return (hours * hour + (minutes + 1) * minute - offset) % (24 * hour) === 0
}

/**
 * Reads a day, or a time with or without seconds, a fraction of them and a zone; white space around it is ignored. Null
 * where the text is none, or names a day or time of day that does not exist. A leap second, which a day
 * of UTC may end with, is the first second of the next minute, to a clock that has none.
 */
export function readWrittenTime(text: string): WrittenTime | null {
  const written = text.trim()
  if (written.length > longestText) return null
  const midnight = readWholeDate(written.slice(0, 'YYYY-MM-DD'.length))
  if (midnight === null) return null
  const rest = written.slice('YYYY-MM-DD'.length)
  if (rest === '') return { epoch: midnight, precision: 'day', offset: null }
  const parts = timeOfDay.exec(rest)
  if (!parts) return null
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)]
  const zoned = parts[5] !== undefined
  const offset = parts[5] === undefined ? 0 : readOffset(parts[5])
  if (hours > 23 || minutes > 59 || seconds > 60 || offset === null) return null
  if (seconds === 60 && !endsAtMidnight(hours, minutes, zoned ? offset : null)) return null
  const milliseconds = Number((parts[4] ?? '').slice(0, 3).padEnd(3, '0'))
  const epoch = midnight + hours * hour + minutes * minute + seconds * 1000 + milliseconds - offset
  if (!isWritable(epoch)) return null
  return zoned ? { epoch, precision: 'instant', offset } : { epoch, precision: 'zoneless', offset: null }
}
