/**
 * Rows as JSON Lines, for programs: a row a line, each an object by the columns' keys. Codes stand as they are and not in
 * words, times with their zone (RFC 3339), what is not there as null.
 */
import type { Column, Line } from '../column.ts'
import { textOf } from '../value.ts'
import { zonedText } from '../wall-time.ts'
import { onceACrossing, pieceLength, splitColumns, type Writing } from './writing.ts'

/** What stands between quotation marks as it is (RFC 8259 §7): most texts, and `JSON.stringify` asks each of its letters. */
const asItIs = /^[\x20\x21\x23-\x5B\x5D-\uD7FF\uE000-\uFFFF]*$/

const quoted = (text: string): string => (asItIs.test(text) ? `"${text}"` : JSON.stringify(text))

/** The value of one member. */
function value(column: Column, line: Line, identities: boolean): string {
  switch (column.type) {
    case 'integer':
      return String(column.value(line))
    case 'choice': {
      const code = column.value(line)
      return code === null ? 'null' : quoted(code)
    }
    case 'wall-time': {
      const instant = column.value(line)
      return instant === null ? 'null' : `"${zonedText(instant)}"`
    }
    case 'text': {
      const text = textOf(column, line, identities)
      return text === null ? 'null' : quoted(text)
    }
  }
}

/** The file's text, piece by piece: as fast as it is taken, a run of rows at a time. */
export async function* jsonLines({ columns, lines, identities }: Writing): AsyncGenerator<string> {
  const { shared, each } = splitColumns(columns)
  // Added up letter by letter and not joined: what is joined is copied.
  const writerOf = (of: readonly Column[]) => {
    const named = of.map((column, index) => ({ column, name: `${index === 0 ? '' : ','}"${column.key}":` }))
    return (line: Line): string => {
      let text = ''
      for (const { column, name } of named) text += name + value(column, line, identities)
      return text
    }
  }
  const eachText = writerOf(each)
  const sharedText = onceACrossing(writerOf(shared))
  for await (const run of lines) {
    let text = ''
    for (const line of run) {
      text += `{${sharedText(line)},${eachText(line)}}\n`
      if (text.length < pieceLength) continue
      yield text
      text = ''
    }
    if (text !== '') yield text
  }
}
