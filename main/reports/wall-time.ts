/**
 * The time that a clock at the post shows, as reports write it: always Viet Nam's (+07:00, without daylight time since
 * 1975), whatever zone the laptop believes it is in. Integers alone: a Date of 1899 in Viet Nam carries an old offset of
 * +7:06:30, and every serial number that is made from one is off by that.
 */

const second = 1000
const day = 86_400 * second
const offset = 7 * 3600 * second

/** Days from the spreadsheets' day 0 (30 December 1899) to 1 January 1970. */
const serialOf1970 = 25_569

/** The zone as it is printed in the head of every report. */
export const zoneName = 'UTC+07:00'

/** Days since 1970 and whole seconds of the day, of a wall clock at +07:00. */
function wallClock(instant: number): { days: number; seconds: number } {
  const local = instant + offset
  const days = Math.floor(local / day)
  return { days, seconds: Math.floor((local - days * day) / second) }
}

/**
 * A spreadsheet's number of a wall time, to the second: days since 30 December 1899, and the part of the day.
 * @param instant epoch milliseconds
 */
export function serialOf(instant: number): number {
  const { days, seconds } = wallClock(instant)
  return days + serialOf1970 + seconds / 86_400
}

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))

/** The day that was written last: rows of a report lie beside each other in time. */
let written = { days: Number.NaN, text: '' }

/** `YYYY-MM-DD HH:MM:SS`: what every spreadsheet takes for a time, whichever way its country writes days. */
export function wallText(instant: number): string {
  const { days, seconds } = wallClock(instant)
  if (written.days !== days) written = { days, text: new Date(days * day).toISOString().slice(0, 10) }
  const minutes = Math.floor(seconds / 60)
  return `${written.text} ${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}`
}

/** The same with its zone (RFC 3339 §5.6), for programs: `YYYY-MM-DDTHH:MM:SS+07:00`. */
export function zonedText(instant: number): string {
  return `${wallText(instant).replace(' ', 'T')}+07:00`
}
