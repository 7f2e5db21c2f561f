/** Cells of a worksheet (ECMA-376 Part 1, §18.3.1): typed by their column, never by what they hold. */
import type { Column, Line } from '../column.ts'
import { textOf, wordsOf } from '../value.ts'
import { serialOf } from '../wall-time.ts'
import type { Writing } from './writing.ts'

/** Places in the style sheet's list (`cellXfs`), see workbook-parts.ts. */
export const styles = { text: 1, integer: 2, wallTime: 3, heading: 4, totalText: 5, totalInteger: 6 } as const
type Style = (typeof styles)[keyof typeof styles]

/** Text between tags. What looks like an escape of the format itself (`_x0041_`, §22.9.2.19) is one no longer. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** The letters by which a spreadsheet calls a column: A, B, … Z, AA. @param index from 0 */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCodePoint(0x41 + (index % 26))
}

/** A cell without its place, which is put before it: a text is text whatever it looks like. */
export const textCell = (text: string, style: Style = styles.text): string =>
  `" s="${style}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`

const numberCell = (value: number, style: Style): string => `" s="${style}"><v>${value}</v></c>`

/** A sum that follows the filter, with the sum of all as it is now. */
export function totalCell(letters: string, rows: number, sum: number): string {
  if (rows === 0) return numberCell(sum, styles.totalInteger)
  return `" s="${styles.totalInteger}"><f>SUBTOTAL(109,${letters}2:${letters}${rows + 1})</f><v>${sum}</v></c>`
}

/** The cell of a column in a row; null where there is nothing in it. */
export function cellOf(column: Column, line: Line, { locale, identities }: Writing): string | null {
  switch (column.type) {
    case 'integer': {
      const value = column.value(line)
      return value === null ? null : numberCell(value, styles.integer)
    }
    case 'wall-time': {
      const instant = column.value(line)
      return instant === null ? null : numberCell(serialOf(instant), styles.wallTime)
    }
    case 'choice': {
      const words = wordsOf(column, line, locale)
      return words === null ? null : textCell(words)
    }
    case 'text': {
      const text = textOf(column, line, identities)
      return text === null ? null : textCell(text)
    }
  }
}
