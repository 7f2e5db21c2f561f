/** When a sample was taken, with its time zone: seven hours either way are a tenth of what a result is good for. */
import { readWrittenTime, writeTime } from '../../../shared/domain/time/written-time.ts'
import type { DateOrder } from '../columns/date-order.ts'
import type { FaultCode } from './faults.ts'
import type { Read } from './person.ts'
import { spelledTimeOfDay } from './time-of-day.ts'
import { formFault, unrealFault } from './written-forms.ts'

/** A sample time: RFC 3339 text to the second in the zone in which it was written, and epoch milliseconds. */
export interface SampleTime {
  text: string
  instant: number
}

const wholeDay = 86_400_000
/** Clocks of laboratories and of this machine differ a little. */
const tolerance = 10 * 60_000

const yearFirst = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)/i
/**
 * What stands behind date and time is their zone, and the reader's. Not one west of Greenwich: `07:30-08:00` is how people
 * write from when to when, and would be a sample of fifteen hours later.
 */
const dateThenTime = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,]+(\d{1,2}[:hg]\d{2}(?::\d{2})?))?\s*(Z|\+.*)?$/i
const timeThenDate = /^(\d{1,2}[:hg]\d{2}(?::\d{2})?)[ ,]+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*(Z|\+.*)?$/i

const two = (digits: string): string => digits.padStart(2, '0')

/** Spells a date or a time that has its year last as ISO 8601 does; null where it is spelled otherwise. Judges no value. */
function respelled(text: string, order: DateOrder): string | null {
  const [, first, second, year, hours, zone] = dateThenTime.exec(text) ?? inOrder(timeThenDate.exec(text)) ?? []
  if (first === undefined || second === undefined || year === undefined) return null
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  const time = hours === undefined ? '' : `T${spelledTimeOfDay(hours) ?? hours}`
  return `${year}-${two(month)}-${two(day)}${time}${zone ?? ''}`
}

/** The parts of a time that stands before its date, as those of one that stands behind it. */
function inOrder(parts: readonly string[] | null): (string | undefined)[] | null {
  if (!parts) return null
  const [whole, hours, first, second, year, zone] = parts
  return [whole, first, second, year, hours, zone]
}

/** Is this a zone as `--zone` takes it? */
export function isZone(text: string): boolean {
  return readWrittenTime(`2000-01-01T00:00${text}`)?.precision === 'instant'
}

/** How a file writes its times, and when it is read. */
export interface TimeReading {
  /** Zone of times without one (`+07:00`); null: such times are refused. */
  zone: string | null
  order: DateOrder
  /** Epoch milliseconds. */
  now: number
}

/** Reads a sample time: ISO 8601, `DD/MM/YYYY HH:mm` or `HH:mm DD/MM/YYYY`, or with the month first. */
export function readSampleTime(written: string, { zone, order, now }: TimeReading): Read<SampleTime> {
  if (written === '') return { ok: false, code: 'missing' }
  const values = { value: written }
  const respelling = respelled(written, order)
  const text = respelling ?? written
  const read = readWrittenTime(text)
  if (!read) return { ok: false, code: faultOf(written, respelling, order), values }
  if (read.precision === 'day') return { ok: false, code: 'hour-missing', values }
  if (read.precision === 'zoneless' && zone === null) return { ok: false, code: 'zone-missing', values }
  const time = read.precision === 'zoneless' ? readWrittenTime(`${text}${zone}`) : read
  if (time?.offset == null) return { ok: false, code: 'not-a-time', values }
  if (time.epoch > now + tolerance) return { ok: false, code: 'in-future', values }
  if (time.epoch < now - 366 * wholeDay) return { ok: false, code: 'too-old', values }
  const instant = Math.floor(time.epoch / 1000) * 1000
  return { ok: true, value: { text: writeTime(instant, time.offset), instant } }
}

function faultOf(written: string, respelling: string | null, order: DateOrder): FaultCode {
  if (respelling !== null) return unrealFault(order, 'not-a-time')
  return yearFirst.test(written) ? 'not-a-time' : formFault(written, 'time-form')
}
