/**
 * Times as a Vietnamese officer writes them (`07:42 22/11/2026`), always in Viet Nam's own time whatever zone the
 * laptop believes it is in. Viet Nam has kept UTC+7 without daylight time since 1975, so this is plain arithmetic.
 */

const hour = 3_600_000

/** How long a day of Viet Nam's calendar is, in milliseconds: there is no daylight time. */
export const dayLength = 24 * hour

const vietnamOffset = 7 * hour

/** How far Viet Nam's clocks are before UTC, in milliseconds, for whoever has a database do the arithmetic. */
export const clockOffset = vietnamOffset

const two = (value: number): string => String(value).padStart(2, '0')

/** `HH:mm dd/MM/yyyy` in Viet Nam. `instant` in epoch milliseconds; an impossible one reads `—`. */
export function formatInstant(instant: number): string {
  const local = new Date(instant + vietnamOffset)
  if (Number.isNaN(local.getTime())) return '—'
  return `${formatClock(instant)} ${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`
}

/** `HH:mm` in Viet Nam. `instant` in epoch milliseconds. */
export function formatClock(instant: number): string {
  const local = new Date(instant + vietnamOffset)
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** The calendar day in Viet Nam, `YYYY-MM-DD`. `instant` in epoch milliseconds. */
export function localDay(instant: number): string {
  return new Date(instant + vietnamOffset).toISOString().slice(0, 10)
}

/** When the calendar day in Viet Nam that holds `instant` begins. Epoch milliseconds. */
export function startOfLocalDay(instant: number): number {
  return Math.floor((instant + vietnamOffset) / dayLength) * dayLength - vietnamOffset
}

/** The hour of the day in Viet Nam, 0 to 23. */
export function localHour(instant: number): number {
  return new Date(instant + vietnamOffset).getUTCHours()
}

/** A calendar day `YYYY-MM-DD` as an officer writes it: `22/11/2026`. */
export const writtenDay = (calendarDay: string): string => calendarDay.split('-').toReversed().join('/')
