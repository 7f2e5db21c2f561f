/** The template as a workbook. */
import { utils, write, type WorkSheet } from '@e965/xlsx'

/** Rows for which columns are made text beforehand: a spreadsheet then makes no dates of its own of what is typed. */
const preparedRows = 1_000

/** A workbook with these headings, and text columns below them. */
export function templateSheet(headings: readonly string[]): Buffer {
  const sheet: WorkSheet = utils.aoa_to_sheet([[...headings]])
  for (let row = 1; row <= preparedRows; row++) {
    for (let column = 0; column < headings.length; column++)
      sheet[utils.encode_cell({ r: row, c: column })] = { t: 's', v: '', z: '@' }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: preparedRows, c: headings.length - 1 } })
  sheet['!cols'] = headings.map((heading) => ({ wch: heading.length + 4 }))
  const book = utils.book_new(sheet, 'Kết quả')
  const content: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  if (!Buffer.isBuffer(content)) throw new Error('a workbook was to come as bytes')
  return content
}
