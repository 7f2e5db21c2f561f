/** The list of all who crossed, as an appendix (Phụ lục I, Mục III of the decree): with pages of its own count. */
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { columns } from '../columns.ts'
import type { Column, Line } from '../column.ts'
import { linesOf } from '../lines.ts'
import { textOf, wordsOf } from '../value.ts'
import { mm, page, sizes, textWidth } from './decree.ts'
import type { Letterhead } from './letterhead.ts'
import type { Sheet, Style } from './sheet.ts'
import { table, type TableColumn } from './table.ts'

/** Rows of one appendix: what is longer is no paper but a spreadsheet. */
export const mostListed = 20_000

/** Of the one table of columns, those that a page has room for. */
const listed: readonly (readonly [key: string, heading: string, width: number])[] = [
  ['at', 'Thời điểm', 32],
  ['direction', 'Chiều', 16],
  ['plate', 'Biển số', 22],
  ['name', 'Họ và tên', 35],
  ['travellerOutcome', 'Kết luận', 26],
  ['decision', 'Quyết định', 23],
]
const numberWidth = 11

function columnOf(key: string): Column {
  const found = columns.find((each) => each.key === key)
  if (!found) throw new Error(`there is no column ${key}`)
  return found
}

function cell(column: Column, line: Line, identities: boolean): string {
  switch (column.type) {
    case 'text':
      return textOf(column, line, identities) ?? ''
    case 'choice':
      // A list is read and not looked at from afar: its verdicts need no capitals.
      return (wordsOf(column, line, 'vi') ?? '').toLocaleLowerCase('vi')
    case 'integer': {
      const count = column.value(line)
      return count === null ? '' : formatNumber('vi', count)
    }
    case 'wall-time': {
      const instant = column.value(line)
      return instant === null ? '' : formatInstant(instant)
    }
  }
}

function* rowsOf(crossings: readonly ReportedCrossing[], identities: boolean): Generator<string[]> {
  const asked = listed.map(([key]) => columnOf(key))
  let number = 0
  for (const reported of crossings)
    for (const line of linesOf(reported, () => ({ post: '', lane: '' }), null)) {
      if (++number > mostListed) return
      yield [formatNumber('vi', number), ...asked.map((column) => cell(column, line, identities))]
    }
}

/** Sets it on pages of its own. */
export function appendix(
  sheet: Sheet,
  { issuingBody }: Letterhead,
  { crossings, identities }: { crossings: readonly ReportedCrossing[]; identities: boolean },
): void {
  sheet.addAppendix()
  const bold: Style = { face: 'bold', size: sizes.text, align: 'centre' }
  const italic: Style = { face: 'italic', size: sizes.text, align: 'centre' }
  const lines: [string, Style][] = [
    ['Phụ lục', bold],
    ['DANH SÁCH LƯỢT QUA CHỐT', bold],
    [`(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm 20…… của ${issuingBody})`, italic],
  ]
  for (const [text, style] of lines)
    for (const line of sheet.wrap(text, textWidth, style)) {
      sheet.put(line, { x: page.left, y: sheet.y, width: textWidth }, style)
      sheet.y += style.size * 1.2
    }
  sheet.y += 8
  const tableColumns: TableColumn[] = [
    { heading: 'TT', width: mm(numberWidth), align: 'right' },
    ...listed.map(([, heading, width]) => ({ heading, width: mm(width) })),
  ]
  table(sheet, tableColumns, rowsOf(crossings, identities), { size: sizes.list })
}
