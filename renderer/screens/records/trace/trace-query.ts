/** What the fields of a trace ask the program for, and how they are filled in from a recorded crossing. */
import { mostMinutesApart, type TraceQuery } from '../../../../shared/contract/trace-schemas.ts'
import type { Crossing, Traveller } from '../../../../shared/domain/crossing/crossing.ts'
import { readTypedDate } from '../../../ui/typed-times.ts'
import { sayDate } from '../../../i18n/said-date.ts'
import { readDays, type DaysFault } from '../search/search-query.ts'
import { typedDay } from '../../../ui/typed-days.ts'

/** The fields as they are filled in. */
export interface TraceFields {
  kind: TraceQuery['subject']['kind']
  plate: string
  number: string
  name: string
  birthDate: string
  from: string
  to: string
  minutes: string
}

/** `plate`, `person`: nobody is named. `birth`: that is no whole date. */
export type TraceFault = DaysFault | 'days' | 'plate' | 'person' | 'birth' | 'minutes'

/** How far back a trace looks unless somebody says otherwise; the days before a crossing that it starts from. */
const daysBack = 29

/** Closer than this counts as met in the lane unless somebody says otherwise. Minutes. */
const usualMinutes = '30'

/** Empty fields: the last 30 days up to `now`. @param at the crossing from which the trace starts; both epoch milliseconds */
export function emptyTrace(now: number, at: number = now): TraceFields {
  const days = { from: typedDay(Math.min(at, now), -daysBack), to: typedDay(now) }
  return { kind: 'plate', plate: '', number: '', name: '', birthDate: '', ...days, minutes: usualMinutes }
}

/** A trace of a crossing's vehicle; null where no plate is known. @param at when it was recorded, epoch milliseconds */
export function traceOfVehicle(
  { vehicle }: Pick<Crossing, 'vehicle'>,
  at: number,
  now = Date.now(),
): TraceFields | null {
  const plate = vehicle?.plate ?? null
  return plate === null ? null : { ...emptyTrace(now, at), plate }
}

/** A trace of a traveller; null where nothing is known by which to find them. @param at as above */
export function traceOfTraveller(
  { name, birthDate, numbers }: Pick<Traveller, 'name' | 'birthDate' | 'numbers'>,
  at: number,
  now = Date.now(),
): TraceFields | null {
  const number = numbers.find((each) => !each.includes('*')) ?? ''
  const whole = birthDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? sayDate(birthDate) : ''
  if (number === '' && (name === null || whole === '')) return null
  return { ...emptyTrace(now, at), kind: 'person', number, name: name ?? '', birthDate: whole }
}

/** The question, or the field that keeps it from being asked. */
export function readTrace(fields: TraceFields): { ok: true; query: TraceQuery } | { ok: false; fault: TraceFault } {
  const subject = readSubject(fields)
  if (typeof subject === 'string') return { ok: false, fault: subject }
  const days = readDays(fields)
  if (!days.ok) return days
  const { from, to } = days
  if (from === null || to === null) return { ok: false, fault: 'days' }
  const withinMinutes = /^\d{1,3}$/.test(fields.minutes.trim()) ? Number(fields.minutes) : Number.NaN
  if (!(withinMinutes <= mostMinutesApart)) return { ok: false, fault: 'minutes' }
  return { ok: true, query: { subject, from, to, withinMinutes } }
}

function readSubject({ kind, ...fields }: TraceFields): TraceQuery['subject'] | TraceFault {
  const [plate, number, name] = [fields.plate.trim(), fields.number.trim(), fields.name.trim()]
  if (kind === 'plate') return plate === '' ? 'plate' : { kind, plate }
  const typed = fields.birthDate.trim() === '' ? null : readTypedDate(fields.birthDate)
  const birthDate = typed?.length === 'YYYY-MM-DD'.length ? typed : null
  if (fields.birthDate.trim() !== '' && birthDate === null) return 'birth'
  if (number === '' && (name === '' || birthDate === null)) return 'person'
  return { kind, number: number || null, name: name || null, birthDate }
}
