/** What each column of a file was taken for, in both languages at once: whoever checks it may be another than who runs it. */
import { shownText } from '../../../shared/language/shown-text.ts'
import { columnLetter } from './columns.ts'
import { fieldWords } from './fields.ts'
import type { ColumnReport } from '../understand.ts'

const orders = {
  'day-first': 'ngày trước tháng · day before month',
  'month-first': 'tháng trước ngày · month before day',
} as const

const parts = {
  date: { vi: ': ngày', en: ': date' },
  time: { vi: ': giờ', en: ': time of day' },
} as const

/** One line a column, then what else was settled. */
export function columnReport({ columns, titleLines, otherSheets, order }: ColumnReport): string {
  const lines = columns.map(({ index, heading, field, ignored, part }) => {
    const unknown = ignored ? 'bỏ qua · left out' : 'không rõ · not known'
    const { vi, en } = part ? parts[part] : { vi: '', en: '' }
    const meant = field ? `${fieldWords[field].vi}${vi} · ${fieldWords[field].en}${en}` : unknown
    return `  ${columnLetter(index)}  "${shownText(heading)}" → ${meant}`
  })
  if (order) lines.push(`  dd/mm/yyyy: ${orders[order]}`)
  if (titleLines > 0) lines.push(`  ${titleLines} dòng trên tiêu đề không đọc · lines above the heading not read`)
  if (otherSheets.length > 0)
    lines.push(`  trang tính khác không đọc · other sheets not read: ${otherSheets.map(shownText).join(', ')}`)
  return lines.map((line) => `${line}\n`).join('')
}
