/**
 * What stands in a cell: the one place where a value is taken out of a row, made fit to be seen and masked. Whatever form
 * a report has, it says the same, because it asks here.
 */
import type { Locale } from '../../shared/language/locale.ts'
import { quotedText } from '../../shared/language/shown-text.ts'
import type { ChoiceColumn, Column, Line, TextColumn } from './column.ts'

/**
 * The text of a cell: composed (NFC), in one line, without what would command a screen or a spreadsheet, shorter than any
 * cell's limit; masked unless identities are shown. Null: there is none.
 */
export function textOf(column: TextColumn, line: Line, identities: boolean): string | null {
  const text = column.value(line)
  if (text === null) return null
  const shown = column.foreign ? quotedText(text.normalize('NFC')) : text
  if (shown === '') return null
  return column.mask === null || identities ? shown : column.mask(shown)
}

/** The words of a choice. A code of a version that this one does not know stands for itself. */
export function wordsOf(column: ChoiceColumn, line: Line, locale: Locale): string | null {
  const code = column.value(line)
  return code === null ? null : (column.words[locale][code] ?? code)
}

/** Whether a cell of this column can hold what is not said to everybody. */
export const isPersonal = (column: Column): boolean => column.type === 'text' && column.mask !== null
