/** Of which time a report is to be, as it stands on a command line: days of Viet Nam's calendar, or instants. */
import { localDay, startOfLocalDay } from '../../shared/language/time.ts'
import { UsageError } from '../terminal/index.ts'

/** From … (inclusive) to … (exclusive), epoch milliseconds. */
export interface ExportRange {
  from: number
  to: number
}

const dayLength = 86_400_000

/** A day, or a time of a day to the minute, both of Viet Nam. */
const written = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/

/** @param end whether a day alone means all of it */
function instantOf(text: string, option: string, end: boolean): number {
  const [, day, time] = written.exec(text) ?? []
  const instant = day === undefined ? Number.NaN : Date.parse(`${day}T${time ?? '00:00'}:00+07:00`)
  // A day that no month has is the next month's for `Date`.
  if (Number.isNaN(instant) || localDay(instant) !== day)
    throw new UsageError(
      {
        vi: '{option} nhận ngày YYYY-MM-DD hoặc giờ YYYY-MM-DDTHH:MM (giờ Việt Nam), không nhận "{text}"',
        en: '{option} takes a day YYYY-MM-DD or a time YYYY-MM-DDTHH:MM (of Viet Nam), not "{text}"',
      },
      { option, text },
    )
  return end && time === undefined ? instant + dayLength : instant
}

/**
 * The time asked for. A last day is wholly in it; a last instant is its end. Without either it is today.
 * @throws UsageError
 */
export function exportRange({ from, to }: { from?: string; to?: string }, now: number): ExportRange {
  const range = {
    from: from === undefined ? startOfLocalDay(now) : instantOf(from, '--from', false),
    to: to === undefined ? startOfLocalDay(now) + dayLength : instantOf(to, '--to', true),
  }
  if (range.from < range.to) return range
  throw new UsageError({ vi: '--from phải trước --to', en: '--from must be before --to' })
}
