/** An empty results file with the headings that are understood, and the list of all of them. */
import { extname } from 'node:path'
import { utils, write, type WorkSheet } from '@e965/xlsx'
import type { Locale } from '../../shared/language/locale.ts'
import { UsageError } from '../command/failure.ts'
import { writeNew } from '../repository/durable-write.ts'
import { acceptedHeadings } from './columns.ts'
import { fields, fieldWords, headings, type Field } from './fields.ts'

const templateFields: readonly Field[] = ['name', 'birthDate', 'sampledAt', 'method', 'result', 'centre']
const notes: Readonly<Partial<Record<Field, string>>> = {
  birthDate: ' (dd/mm/yyyy)',
  sampledAt: ' (dd/mm/yyyy hh:mm)',
}
const templateHeadings = templateFields.map((field) => `${headings[field][0]}${notes[field] ?? ''}`)

/** Rows for which columns are made text beforehand: a spreadsheet then makes no dates of its own of what is typed. */
const preparedRows = 1_000

function spreadsheet(): Buffer {
  const sheet: WorkSheet = utils.aoa_to_sheet([templateHeadings])
  for (let row = 1; row <= preparedRows; row++) {
    for (let column = 0; column < templateHeadings.length; column++)
      sheet[utils.encode_cell({ r: row, c: column })] = { t: 's', v: '', z: '@' }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: preparedRows, c: templateHeadings.length - 1 } })
  sheet['!cols'] = templateHeadings.map((heading) => ({ wch: heading.length + 4 }))
  const book = utils.book_new(sheet, 'Kết quả')
  const content: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  if (!Buffer.isBuffer(content)) throw new Error('a workbook was to come as bytes')
  return content
}

/**
 * Writes a template; its kind is told by the file's name.
 * @throws UsageError where that is neither .csv nor .xlsx, Error `EEXIST` where the file is there
 */
export function writeTemplate(file: string): void {
  switch (extname(file).toLowerCase()) {
    case '.csv':
      // With a byte order mark, or Excel takes it for another encoding.
      writeNew(file, `\uFEFF${templateHeadings.join(',')}\r\n`)
      return
    case '.xlsx':
      writeNew(file, spreadsheet())
      return
    default:
      throw new UsageError({
        vi: '--template nhận tên tệp có đuôi .csv hoặc .xlsx',
        en: '--template takes a file name that ends in .csv or .xlsx',
      })
  }
}

/** Every heading that is understood, by field. */
export function headingsText(locale: Locale): string {
  return fields.map((field) => `${fieldWords[field][locale]}: ${acceptedHeadings(field)}\n`).join('')
}
