/** A results file as a table, whatever it was: CSV, a spreadsheet, or a JSON list. */
import { Failure } from '../../../main/terminal/index.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { shownValues } from '../result/said.ts'
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'
import { longestCell, mostColumns, mostRows } from '../bounds.ts'

/**
 * What stands in a cell. `date`: what a spreadsheet holds as a date, as ISO 8601 text with a space before the time of day.
 * A spreadsheet's time of day is text. `other`: what is no text where a text should be, as it was shown (`#N/A`, `12345` in JSON).
 */
export interface Cell {
  kind: 'text' | 'date' | 'other'
  text: string
}

/** One line; `number` is its line in the file, its row in the sheet, or its place in the list, counted from 1. */
export interface Line {
  number: number
  cells: readonly Cell[]
}

/** `heading`: the line of headings where it is known (JSON), else it is to be found among the lines. */
export interface Table {
  kind: 'csv' | 'spreadsheet' | 'json'
  heading: Line | null
  lines: readonly Line[]
  /** Further sheets, which are not read. */
  otherSheets: readonly string[]
  /** Columns that a spreadsheet keeps from view, counted from 0. */
  hiddenColumns?: readonly number[]
}

/** A file that cannot be taken apart into rows: nothing in it may be issued. */
export function unreadable(sentences: Sentences, values: FindingValues = {}, options?: ErrorOptions): Failure {
  return new Failure('results-unreadable', sentences, shownValues(values), options)
}

export function text(written: string): Cell {
  return { kind: 'text', text: trimmed(written) }
}

/** Spaces, tabs and line breaks at the ends of a cell say nothing; an unbreakable space may be half a letter. */
export function trimmed(written: string): string {
  return written.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '')
}

export function isBlank({ cells }: Line): boolean {
  return cells.every((cell) => cell.text === '')
}

/** @throws Failure where a bound is passed */
export function checkBounds({ lines }: Table): void {
  if (lines.length > mostRows) {
    throw unreadable(
      {
        vi: 'Tệp có hơn {most} dòng. Chia thành nhiều tệp rồi cấp từng tệp.',
        en: 'The file has more than {most} lines. Split it and issue each part.',
      },
      { most: mostRows },
    )
  }
  for (const { number, cells } of lines) {
    if (cells.length > mostColumns) {
      throw unreadable(
        {
          vi: 'Dòng {number} có hơn {most} cột. Chỉ giữ những cột cần thiết.',
          en: 'Line {number} has more than {most} columns. Keep those that are needed.',
        },
        { number, most: mostColumns },
      )
    }
    if (cells.some((cell) => cell.text.length > longestCell)) {
      throw unreadable(
        {
          vi: 'Dòng {number} có ô dài hơn {most} ký tự. Xem lại dấu ngoặc kép và nội dung ô đó.',
          en: 'Line {number} has a cell of more than {most} characters. Check its quotation marks and what is in it.',
        },
        { number, most: longestCell },
      )
    }
  }
}
