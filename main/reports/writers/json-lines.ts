/**
 * Rows as JSON Lines, for programs: a row a line, each an object by the columns' keys. Codes stand as they are and not in
 * words, times with their zone (RFC 3339), what is not there as null.
 */
import type { Column, Line } from '../column.ts'
import { textOf } from '../value.ts'
import { zonedText } from '../wall-time.ts'
import { onceACrossing, pieceLength, splitColumns, type Writing } from './writing.ts'

function value(column: Column, line: Line, identities: boolean): string | number | null {
  switch (column.type) {
    case 'integer':
    case 'choice':
      return column.value(line)
    case 'wall-time': {
      const instant = column.value(line)
      return instant === null ? null : zonedText(instant)
    }
    case 'text':
      return textOf(column, line, identities)
  }
}

/** The file's text, piece by piece: as fast as it is taken, a run of rows at a time. */
export async function* jsonLines({ columns, lines, identities }: Writing): AsyncGenerator<string> {
  const { shared, each } = splitColumns(columns)
  const members = (of: readonly Column[], line: Line): string =>
    of.map((column) => `"${column.key}":${JSON.stringify(value(column, line, identities))}`).join(',')
  const sharedText = onceACrossing((line) => members(shared, line))
  for await (const run of lines) {
    let text = ''
    for (const line of run) {
      text += `{${sharedText(line)},${members(each, line)}}\n`
      if (text.length < pieceLength) continue
      yield text
      text = ''
    }
    if (text !== '') yield text
  }
}
