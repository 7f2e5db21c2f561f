/**
 * Rows as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel takes it for another encoding; times and numbers
 * in the one form that every country's spreadsheet understands; no `sep=` line, which makes Excel overlook the mark.
 */
import type { Column, Line } from '../column.ts'
import { textOf, wordsOf } from '../value.ts'
import { wallText } from '../wall-time.ts'
import { guardFormulas } from './formula.ts'
import { onceACrossing, pieceLength, splitColumns, type Writing } from './writing.ts'

/** Which list separator the reader's Windows is set to decides which file opens in columns. */
export const separators = { comma: ',', semicolon: ';' } as const
export type Separator = (typeof separators)[keyof typeof separators]

const lineEnd = '\r\n'

/** RFC 4180 §2.6; both separators, so that a cell stays one under either. */
const needsQuotes = /[",;\r\n\t]/

const quoted = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The text of one cell. */
function cell(column: Column, line: Line, { locale, identities, guarded }: Writing): string {
  switch (column.type) {
    case 'integer':
      return column.value(line)?.toString() ?? ''
    case 'wall-time': {
      const instant = column.value(line)
      return instant === null ? '' : wallText(instant)
    }
    case 'choice':
      return quoted(wordsOf(column, line, locale) ?? '')
    case 'text': {
      const text = textOf(column, line, identities)
      if (text === null) return ''
      if (!column.foreign) return quoted(text)
      const safe = guardFormulas(text)
      if (safe !== text) guarded?.(column.key)
      return quoted(safe)
    }
  }
}

/** The file's text, piece by piece: as fast as it is taken, a run of rows at a time. */
export async function* csv(writing: Writing, separator: Separator): AsyncGenerator<string> {
  const { columns, locale, lines } = writing
  const { shared, each } = splitColumns(columns)
  const cells = (of: readonly Column[], line: Line): string => {
    let text = ''
    for (const column of of) text += (column === of[0] ? '' : separator) + cell(column, line, writing)
    return text
  }
  yield `\uFEFF${columns.map(({ heading }) => quoted(heading[locale])).join(separator)}${lineEnd}`
  const sharedText = onceACrossing((line) => cells(shared, line))
  for await (const run of lines) {
    let text = ''
    for (const line of run) {
      text += sharedText(line) + separator + cells(each, line) + lineEnd
      if (text.length < pieceLength) continue
      yield text
      text = ''
    }
    if (text !== '') yield text
  }
}
