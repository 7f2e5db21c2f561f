/**
 * Whether a file writes the day or the month first. `11/5/2026` tells nothing; the other dates of the file do. The order
 * is judged for the file as a whole, birth dates and sample times alike, for one program wrote them all.
 *
 * Day first, as Vietnamese is written, unless something in the file shows another order: then it is refused with the lines,
 * and whoever knows says which it is (`--date-order`).
 */
import type { Column } from './column.ts'
import type { StatedOrder } from './fields.ts'
import type { Field } from './fields.ts'
import type { Row } from './row.ts'
import type { Said } from '../result/said.ts'
import type { Cell } from '../table/table.ts'

/** The order of day and month in dates that have the year last. */
export type DateOrder = StatedOrder

/** `unproven`: the month is put first as was asked for, and no date shows whether that is so. */
export type OrderAnswer = { ok: true; order: DateOrder; unproven: boolean } | { ok: false; problem: Said }

const dated: readonly Field[] = ['birthDate', 'sampledAt']
const yearLast = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/

/** The order that a date shows by a number that is no month; null where it has none, or shows nothing. */
export function orderShownBy(text: string): DateOrder | null {
  const [, first, second] = yearLast.exec(text) ?? []
  if (first === undefined || Number(first) > 12 === Number(second) > 12) return null
  return Number(first) > 12 ? 'day-first' : 'month-first'
}

/** A date that shows its order: of a row, or in the note of a heading. */
interface Sign {
  line: number
  value: string
  order: DateOrder
}

function signs(rows: readonly Row[], columns: readonly Column[]): Sign[] {
  const noted = columns.flatMap(({ heading, order, field }) =>
    order !== null && field !== null && dated.includes(field) ? [{ line: 0, value: heading, order }] : [],
  )
  const written = rows.flatMap(({ place, cells }) =>
    dated.flatMap((field) => {
      const cell = cells.get(field)
      const order = cell?.kind === 'text' ? orderShownBy(cell.text) : null
      return order === null ? [] : [{ line: place.number, value: cell?.text ?? '', order }]
    }),
  )
  return [...noted, ...written]
}

/**
 * A column in which some dates are the spreadsheet's own and others text with the year last: a spreadsheet that reads the
 * month first makes dates of those it can, day and month exchanged, and leaves the others as text.
 */
function halfTurned(rows: readonly Row[]): Said | null {
  for (const field of dated) {
    const typed = rows.find(({ cells }) => cells.get(field)?.kind === 'date')
    const left = rows.find(({ cells }) => {
      const cell = cells.get(field)
      return cell?.kind === 'text' && yearLast.test(cell.text)
    })
    if (typed && left) {
      return {
        sentences: {
          vi: 'Cột ngày vừa có ngày kiểu ngày tháng (dòng {typed}) vừa có ngày kiểu chữ (dòng {line}: {value}): Excel có thể đã đảo ngày và tháng của một số dòng. Lấy lại tệp gốc và để cả cột một kiểu.',
          en: 'A column has dates of the spreadsheet (line {typed}) beside dates as text (line {line}: {value}): Excel may have exchanged day and month in some lines. Take the original file and keep the whole column of one kind.',
        },
        values: { typed: typed.place.number, line: left.place.number, value: left.cells.get(field)?.text ?? '' },
      }
    }
  }
  return null
}

/** A date with its line in front, where it stands in one. */
function placed({ line, value }: Sign, word: string): string {
  return line === 0 ? `"${value}"` : `${word} ${line} "${value}"`
}

function contradiction(day: Sign, month: Sign): Said {
  return {
    sentences: {
      vi: 'Tệp viết ngày theo hai cách: {dayVi} để ngày trước, {monthVi} để tháng trước, nên không rõ các ngày khác. Sửa cả tệp theo một cách: ngày/tháng/năm hoặc năm-tháng-ngày.',
      en: 'The file writes dates in two ways: {dayEn} has the day first, {monthEn} the month first, so that the others are not clear. Write all in one way: dd/mm/yyyy or yyyy-mm-dd.',
    },
    values: {
      dayVi: placed(day, 'dòng'),
      monthVi: placed(month, 'dòng'),
      dayEn: placed(day, 'line'),
      monthEn: placed(month, 'line'),
    },
  }
}

function monthFirst(lines: readonly number[], { value }: Sign): Said {
  return {
    sentences: {
      vi: 'Tệp để tháng trước ngày ("{value}"{lines, select, none {} other {, dòng {lines}}}). Nếu cả tệp viết như vậy, chạy lại với --date-order month; nếu không, sửa thành ngày/tháng/năm.',
      en: 'The file has the month before the day ("{value}"{lines, select, none {} other {, line {lines}}}). If all of it is written so, run again with --date-order month; if not, write dd/mm/yyyy.',
    },
    values: { value, lines: lines.length === 0 ? 'none' : lines.join(', ') },
  }
}

/** Whether a cell is read by the order that holds. */
function isOpen(cell: Cell | undefined): boolean {
  return cell?.kind === 'text' && yearLast.test(cell.text)
}

/** More lines than these are not named: they show the same. */
const mostLinesNamed = 5

/**
 * Judges the order of a file's dates.
 * @param stated what was said on the command line; a date that contradicts it is refused as one that does not exist
 */
export function judgeDateOrder(
  rows: readonly Row[],
  columns: readonly Column[],
  stated: DateOrder | null,
): OrderAnswer {
  const turned = halfTurned(rows)
  if (turned) return { ok: false, problem: turned }
  const shown = signs(rows, columns)
  const day = shown.find(({ order }) => order === 'day-first')
  const month = shown.find(({ order }) => order === 'month-first')
  if (day && month) return { ok: false, problem: contradiction(day, month) }
  if (stated !== null || !month) {
    const unproven =
      stated === 'month-first' && !month && rows.some(({ cells }) => dated.some((field) => isOpen(cells.get(field))))
    return { ok: true, order: stated ?? 'day-first', unproven }
  }
  const lines = new Set(shown.filter(({ line }) => line > 0).map(({ line }) => line))
  return { ok: false, problem: monthFirst([...lines].slice(0, mostLinesNamed), month) }
}
