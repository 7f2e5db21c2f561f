/** Of which time the screen's report is: a day, or from one instant to another. Pure. */
import { everything, isRange, type ReportScope } from '../../../shared/domain/report/scope.ts'
import { laneNamed } from '../../../shared/domain/report/lane-named.ts'
import { officerNamed, type KnownOfficer } from '../../../shared/domain/report/officer-named.ts'
import { dayLength, formatInstant, localDay, startOfLocalDay, writtenDay } from '../../../shared/language/time.ts'
import { endOfDay, readTypedDay, typedDay } from '../../ui/typed-days.ts'

/** `today`: goes on with the calendar while it is looked at. Instants are epoch milliseconds. */
export type Period = { kind: 'today' } | { kind: 'span'; from: number; to: number }

/** The time of it, from … (inclusive) to … (exclusive). */
export function spanOf(period: Period, now: number): { from: number; to: number } {
  if (period.kind === 'span') return { from: period.from, to: period.to }
  const from = startOfLocalDay(now)
  return { from, to: from + dayLength }
}

/** Only whose, by number, and of which lane; null: all. */
export interface Only {
  officer: string | null
  lane: string | null
}

/** What is asked for. */
export const scopeOf = (period: Period, only: Only, now: number): ReportScope => ({
  ...spanOf(period, now),
  ...everything,
  ...only,
})

/** The day that a time is, `YYYY-MM-DD`; null: it is not just one. */
export function dayOf({ from, to }: { from: number; to: number }): string | null {
  return from === startOfLocalDay(from) && to === from + dayLength ? localDay(from) : null
}

/** The day before or after, or the time as long as this one before or after it; null: that has not begun. */
export function beside(period: Period, step: -1 | 1, now: number): Period | null {
  const { from, to } = spanOf(period, now)
  const moved = { from: from + step * (to - from), to: to + step * (to - from) }
  if (moved.from > now) return null
  return moved.from === startOfLocalDay(now) && dayOf(moved) !== null ? { kind: 'today' } : { kind: 'span', ...moved }
}

/** A time as it is said: a day, days, or from when until when. */
export function sayPeriod({ from, to }: { from: number; to: number }): string {
  const day = dayOf({ from, to })
  if (day !== null) return writtenDay(day)
  const areDays = from === startOfLocalDay(from) && to === startOfLocalDay(to)
  return areDays
    ? `${writtenDay(localDay(from))} – ${writtenDay(localDay(to - 1))}`
    : `${formatInstant(from)} – ${formatInstant(to)}`
}

/** The fields as they are typed. */
export interface PeriodFields {
  from: string
  to: string
  officer: string
  lane: string
}

/** The days of a time as its fields have them: those that it begins and ends on. */
export const daysOf = ({ from, to }: { from: number; to: number }): Pick<PeriodFields, 'from' | 'to'> => ({
  from: typedDay(from),
  to: typedDay(to - 1),
})

export type PeriodFault = 'from' | 'to' | 'order' | 'long' | 'officer' | 'officers' | 'lane'

/** What is typed as a time; both days count as a whole. */
export function readPeriod({
  from,
  to,
}: PeriodFields): { ok: true; period: Period } | { ok: false; fault: PeriodFault } {
  const first = readTypedDay(from)
  if (first === undefined || first === null) return { ok: false, fault: 'from' }
  const last = to.trim() === '' ? first : readTypedDay(to)
  if (last === undefined || last === null) return { ok: false, fault: 'to' }
  if (last < first) return { ok: false, fault: 'order' }
  const span = { from: first, to: endOfDay(last) }
  return isRange(span.from, span.to) ? { ok: true, period: { kind: 'span', ...span } } : { ok: false, fault: 'long' }
}

/** Whose crossings, by number or name; nothing typed is everybody's. `officer`: that is nobody; `officers`: several. */
export function readOfficer(
  typed: string,
  known: readonly KnownOfficer[],
): { ok: true; officer: string | null } | { ok: false; fault: PeriodFault } {
  if (typed.trim() === '') return { ok: true, officer: null }
  const named = officerNamed(typed, known)
  if (named.kind === 'one') return { ok: true, officer: named.number }
  return { ok: false, fault: named.kind === 'nobody' ? 'officer' : 'officers' }
}

/** Of which lane, as it is typed; nothing typed is all of them. */
export function readLane(
  typed: string,
  known: readonly string[],
): { ok: true; lane: string | null } | { ok: false; fault: PeriodFault } {
  if (typed.trim() === '') return { ok: true, lane: null }
  const lane = laneNamed(typed, known)
  return lane === null ? { ok: false, fault: 'lane' } : { ok: true, lane }
}
