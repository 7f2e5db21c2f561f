/** When a sample was taken, with its time zone: seven hours either way are a tenth of what a result is good for. */
import { readMoment } from '../../shared/certificate/moment.ts'
import type { DateOrder } from './date-order.ts'
import type { Read } from './person.ts'
import { formFault, unrealFault } from './written-forms.ts'

/** A sample time: RFC 3339 text to the second in the zone in which it was written, and epoch milliseconds. */
export interface SampleTime {
  text: string
  instant: number
}

const day = 86_400_000
/** Clocks of laboratories and of this machine differ a little. */
const tolerance = 10 * 60_000

const dateThenTime =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,]+(\d{1,2})[:hg](\d{2})(?::(\d{2}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i
const timeThenDate =
  /^(\d{1,2})[:hg](\d{2})(?::(\d{2}))?[ ,]+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*(Z|[+-]\d{2}:?\d{2})?$/i
const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** The parts of a written time: date and time of day as ISO 8601 has them, null where left out. */
interface Parts {
  date: string
  time: string | null
  zone: string | null
}

const two = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0')

function partsOf(text: string, order: DateOrder): Parts | null {
  const machine = iso.exec(text)
  if (machine)
    return {
      date: machine[1] ?? '',
      time: machine[2] ? `${machine[2]}:${two(machine[3])}` : null,
      zone: machine[4] ?? null,
    }
  const dateOf = (first: string | undefined, second: string | undefined, year: string | undefined): string =>
    order === 'day-first' ? `${year}-${two(second)}-${two(first)}` : `${year}-${two(first)}-${two(second)}`
  const local = dateThenTime.exec(text)
  if (local) {
    const time = local[4] === undefined ? null : `${two(local[4])}:${two(local[5])}:${two(local[6])}`
    return { date: dateOf(local[1], local[2], local[3]), time, zone: local[7] ?? null }
  }
  const spoken = timeThenDate.exec(text)
  if (!spoken) return null
  return {
    date: dateOf(spoken[4], spoken[5], spoken[6]),
    time: `${two(spoken[1])}:${two(spoken[2])}:${two(spoken[3])}`,
    zone: spoken[7] ?? null,
  }
}

/** Writes a zone as RFC 3339 has it: `Z` or `+07:00`. */
function zoneText(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
}

/** Is this a zone as `--zone` takes it? */
export function isZone(text: string): boolean {
  return /^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(text)
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
  const parts = partsOf(written, order)
  if (!parts) return { ok: false, code: formFault(written, 'time-form'), values }
  if (parts.time === null) return { ok: false, code: 'hour-missing', values }
  const stated = parts.zone ?? zone
  if (stated === null) return { ok: false, code: 'zone-missing', values }
  const text = `${parts.date}T${parts.time}${zoneText(stated)}`
  const moment = readMoment(text)
  if (!moment?.zoned)
    return { ok: false, code: iso.test(written) ? 'not-a-time' : unrealFault(order, 'not-a-time'), values }
  if (moment.earliest > now + tolerance) return { ok: false, code: 'in-future', values }
  if (moment.earliest < now - 366 * day) return { ok: false, code: 'too-old', values }
  return { ok: true, value: { text, instant: moment.earliest } }
}
