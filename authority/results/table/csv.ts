/**
 * CSV as laboratories' programs and spreadsheets write it (RFC 4180): commas, semicolons or tabs, quoted cells with line
 * breaks in them, `sep=;` in the first line. Strict: what could be read in two ways is refused, because a shifted cell is
 * another person's result.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { longestCell, mostColumns, mostTitleLines } from '../bounds.ts'
import { readHeading } from '../columns/fields.ts'
import { isBlank, text, unreadable, type Line, type Table } from './table.ts'

const separators = [',', ';', '\t'] as const
const lineEnds = ['\r\n', '\n', '\r']

/** Excel's own way to say which separator a file has. */
const stated = /^sep=(.)(?:\r\n|\n|\r)/i

/** The separator under which some line near the beginning has most headings that are known: it cannot be told by counting. */
function separatorOf(content: string): string {
  const lines = content.split(/\r\n|\n|\r/, mostTitleLines)
  const known = (separator: string): number =>
    Math.max(
      ...lines.map(
        (line) => line.split(separator).filter((cell) => readHeading(cell.replace(/^"|"$/g, '')).field !== null).length,
      ),
    )
  const counts = separators.map(known)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

const faults = {
  INVALID_OPENING_QUOTE: { vi: 'dấu ngoặc kép đặt sai chỗ', en: 'a quotation mark in the wrong place' },
  CSV_INVALID_CLOSING_QUOTE: { vi: 'dấu ngoặc kép đặt sai chỗ', en: 'a quotation mark in the wrong place' },
  CSV_QUOTE_NOT_CLOSED: { vi: 'dấu ngoặc kép mở mà không đóng', en: 'a quotation mark that is never closed' },
  CSV_MAX_RECORD_SIZE: { vi: 'dòng quá dài', en: 'a line that is too long' },
} as const

function refusal(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const why = Object.entries(faults).find(([code]) => code === error.code)?.[1] ?? {
    vi: error.message,
    en: error.message,
  }
  const line = Number(error['lines'])
  return unreadable(
    { vi: 'Dòng {line}: {vi}. Sửa dòng đó rồi chạy lại.', en: 'Line {line}: {en}. Correct that line and run again.' },
    { line, ...why },
    { cause: error },
  )
}

const breaks = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)

/**
 * Takes CSV text apart. Blank lines are left out; a line's number is that of its beginning.
 * @throws Failure with the line where a quotation mark is out of place
 */
export function readCsv(content: string): Table {
  const said = stated.exec(content)
  const lines: Line[] = []
  try {
    parse(content, {
      delimiter: said?.[1] ?? separatorOf(content),
      record_delimiter: lineEnds,
      relax_column_count: true,
      skip_empty_lines: true,
      from_line: said ? 2 : 1,
      max_record_size: mostColumns * longestCell,
      on_record: (record: string[], context) => {
        lines.push({ number: context.lines - breaks(record), cells: record.map(text) })
        return null
      },
    })
  } catch (error) {
    throw refusal(error)
  }
  return { kind: 'csv', heading: null, lines: lines.filter((line) => !isBlank(line)), otherSheets: [] }
}
