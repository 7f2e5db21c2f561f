/** Of which time a report is to be, as it stands on a command line: days of Viet Nam's calendar, or instants. */
import { isRange } from '../../../shared/domain/report/scope.ts'
import { dayLength, localDay, startOfLocalDay } from '../../../shared/language/time.ts'
import type { ShiftSpan } from '../../../shared/domain/shift/shift-span.ts'
import { Failure, UsageError } from '../../terminal/index.ts'
import { entryNumber } from '../entry-number.ts'

/** From … (inclusive) to … (exclusive), epoch milliseconds. */
export interface ExportRange {
  from: number
  to: number
}

/** The shift that the entry of this number closed; null: the one that was closed last. */
export interface AskedShift {
  shift: number | null
}

function shiftOf(text: string): number | null {
  if (text === 'last') return null
  const entry = entryNumber(text)
  if (entry !== null) return entry
  throw new UsageError({
    vi: '--shift nhận last, hoặc số bản ghi kết thúc ca (in trên biên bản)',
    en: '--shift takes last, or the number of the entry that closed it (the handover record has it)',
  })
}

/**
 * The time of what is asked for.
 * @throws Failure where there is no such shift among those that were closed lately
 */
export function spanOf(asked: ExportRange | AskedShift, shifts: readonly ShiftSpan[]): ExportRange {
  if (!('shift' in asked)) return asked
  const found = asked.shift === null ? shifts[0] : shifts.find(({ seq }) => seq === asked.shift)
  if (!found)
    throw new Failure('no-such-shift', {
      vi: 'Không có ca nào như vậy trong các ca kết gần đây. Xem số bản ghi kết thúc ca trên biên bản, hoặc dùng --from và --to.',
      en: 'There is no such shift among those that were closed lately. See the number on the handover record, or give --from and --to.',
    })
  // The first shift began with the journal, whenever that was.
  return { from: found.from ?? found.to - 366 * dayLength, to: found.to }
}

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
export function exportRange(
  { from, to, shift }: { from?: string; to?: string; shift?: string },
  now: number,
): ExportRange | AskedShift {
  if (shift !== undefined) {
    if (from !== undefined || to !== undefined)
      throw new UsageError({
        vi: '--shift đã nói khoảng thời gian: bỏ --from và --to',
        en: '--shift says the time already: leave --from and --to out',
      })
    return { shift: shiftOf(shift) }
  }
  const range = {
    from: from === undefined ? startOfLocalDay(now) : instantOf(from, '--from', false),
    to: to === undefined ? startOfLocalDay(now) + dayLength : instantOf(to, '--to', true),
  }
  if (isRange(range.from, range.to)) return range
  if (range.from < range.to)
    throw new UsageError({
      vi: 'một báo cáo dài nhất một năm: chia ra nhiều báo cáo',
      en: 'a report is of a year at most: make several',
    })
  throw new UsageError({ vi: '--from phải trước --to', en: '--from must be before --to' })
}
