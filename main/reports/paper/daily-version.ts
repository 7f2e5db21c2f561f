/** Which version of a closed day the daily report is, and a table of each figure that the one before had otherwise. */
import { writtenDay } from '../../../shared/language/time.ts'
import { changedSince, type ChangedFigure } from '../figure-rows.ts'
import type { DailyReport } from './daily-content.ts'
import { mm, textWidth } from './decree.ts'
import type { Sheet } from './sheet.ts'
import { table } from './table.ts'
import { heading } from './text.ts'

/** `before`: the last version of the day; where nothing is changed, it is this one. */
interface ReportVersion {
  day: string
  before: number
  changed: readonly ChangedFigure[]
}

const countWidth = mm(46)

/** Null: the report is of no day that was closed. */
export function versionOf({ closed, totals, beside }: Pick<DailyReport, 'closed' | 'totals' | 'beside'>) {
  if (closed === null) return null
  const { day, version: before } = closed
  return { day: writtenDay(day), before, changed: changedSince('vi', closed, totals, beside) } satisfies ReportVersion
}

export const sayVersion = ({ day, before, changed }: ReportVersion): string =>
  changed.length === 0
    ? `Số liệu ngày ${day} đã chốt, bản ${before}: số liệu dưới đây đúng như đã chốt.`
    : `Đây là bản ${before + 1} của số liệu ngày ${day}, thay bản ${before} đã chốt; ${changed.length} số liệu khác bản ${before} được nêu ở Mục III.`

/** Sets the table of differences. */
export function setChanged(sheet: Sheet, { before, changed }: ReportVersion): void {
  heading(sheet, `III. SỐ LIỆU KHÁC BẢN ${before} ĐÃ CHỐT`)
  table(
    sheet,
    [
      { heading: 'Số liệu', width: textWidth - 2 * countWidth },
      { heading: `Bản ${before}`, width: countWidth },
      { heading: `Bản ${before + 1} (báo cáo này)`, width: countWidth },
    ],
    changed.map(({ label, was, is }) => [label, was, is]),
  )
}
