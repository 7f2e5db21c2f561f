/** An empty results file with the headings that are understood, and the list of all of them. */
import { extname } from 'node:path'
import type { Locale } from '../../../shared/language/locale.ts'
import { UsageError } from '../../../main/terminal/index.ts'
import { writeNew } from '../../repository/durable-write.ts'
import { acceptedHeadings } from './columns.ts'
import { fields, fieldWords, headings, type Field } from './fields.ts'

const templateFields: readonly Field[] = ['name', 'birthDate', 'sampledAt', 'method', 'result', 'centre']
const notes: Readonly<Partial<Record<Field, string>>> = {
  birthDate: ' (dd/mm/yyyy)',
  sampledAt: ' (dd/mm/yyyy hh:mm)',
}
const templateHeadings = templateFields.map((field) => `${headings[field][0]}${notes[field] ?? ''}`)

/**
 * Writes a template; its kind is told by the file's name.
 * @throws UsageError where that is neither .csv nor .xlsx, Error `EEXIST` where the file is there
 */
export async function writeTemplate(file: string): Promise<void> {
  switch (extname(file).toLowerCase()) {
    case '.csv':
      // With a byte order mark, or Excel takes it for another encoding.
      writeNew(file, `\uFEFF${templateHeadings.join(',')}\r\n`)
      return
    case '.xlsx': {
      // Loaded for this alone, as in read-table.ts.
      const { templateSheet } = await import('./template-sheet.ts')
      writeNew(file, templateSheet(templateHeadings))
      return
    }
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
