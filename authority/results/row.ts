/** Rows of a results file, from CSV or JSON, cells found by field. */
import * as v from 'valibot'
import { Failure, type Sentences } from '../command/failure.ts'
import { readCsv, type CsvFault, type CsvRow } from './csv.ts'
import { fieldOf, fieldWords, fields, type Field } from './fields.ts'

/** Where a row is: the line of a CSV file, the entry of a JSON list. Counted from 1. */
export interface Place {
  kind: 'line' | 'entry'
  number: number
}

/** One row: what is written for each field, trimmed; fields that are not there are left out. */
export interface Row {
  place: Place
  cells: ReadonlyMap<Field, string>
}

/** A results file taken apart. `ignored`: headings that are none of ours. */
export interface Rows {
  rows: Row[]
  ignored: string[]
}

const csvFaults: Readonly<Record<CsvFault, Sentences>> = {
  'stray-quote': { vi: 'dấu ngoặc kép đặt sai chỗ', en: 'a quotation mark in the wrong place' },
  'unclosed-quote': { vi: 'dấu ngoặc kép mở mà không đóng', en: 'a quotation mark that is never closed' },
  'control-character': { vi: 'ký tự điều khiển lạ', en: 'a stray control character' },
}

/** A file that cannot be taken apart into rows: nothing in it may be issued. */
function unreadable(sentences: Sentences, values: Record<string, string | number> = {}): Failure {
  return new Failure('results-unreadable', sentences, values)
}

function decodeText(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw unreadable({
      vi: 'Tệp không phải UTF-8. Trong Excel chọn "Lưu thành", kiểu "CSV UTF-8", rồi chạy lại.',
      en: 'The file is not UTF-8. In Excel choose "Save as", type "CSV UTF-8", and run again.',
    })
  }
}

/** @throws Failure where a column is named twice */
function columnsOf(headings: readonly string[]): { columns: (Field | null)[]; ignored: string[] } {
  const columns = headings.map(fieldOf)
  const twice = fields.find((field) => columns.filter((column) => column === field).length > 1)
  if (twice) {
    throw unreadable(
      { vi: 'Có hai cột "{vi}". Bỏ bớt một cột.', en: 'There are two columns for {en}. Leave one out.' },
      fieldWords[twice],
    )
  }
  return { columns, ignored: headings.filter((heading, index) => columns[index] === null && heading.trim() !== '') }
}

function cellsOf(columns: readonly (Field | null)[], values: readonly string[]): ReadonlyMap<Field, string> {
  return new Map(columns.flatMap((field, index) => (field ? [[field, (values[index] ?? '').trim()] as const] : [])))
}

function fromCsv(text: string): Rows {
  const read = readCsv(text)
  if (!read.ok) {
    const why = csvFaults[read.why]
    throw unreadable(
      { vi: 'Dòng {line}: {vi}. Sửa dòng đó rồi chạy lại.', en: 'Line {line}: {en}. Correct that line and run again.' },
      { line: read.line, ...why },
    )
  }
  const [header, ...rows] = read.rows
  const { columns, ignored } = columnsOf(header?.cells ?? [])
  const rowOf = ({ line, cells }: CsvRow): Row => {
    if (cells.length !== columns.length) {
      throw unreadable(
        {
          vi: 'Dòng {line} có {found} ô, dòng tiêu đề có {expected}. Ô chứa dấu phẩy hay chấm phẩy phải đặt trong ngoặc kép.',
          en: 'Line {line} has {found} cells, the heading has {expected}. A cell with a comma or semicolon must be quoted.',
        },
        { line, found: cells.length, expected: columns.length },
      )
    }
    return { place: { kind: 'line', number: line }, cells: cellsOf(columns, cells) }
  }
  return { rows: rows.map(rowOf), ignored }
}

const jsonSchema = v.pipe(
  v.union([
    v.array(v.record(v.string(), v.unknown())),
    v.pipe(
      v.object({ results: v.array(v.record(v.string(), v.unknown())) }),
      v.transform(({ results }) => results),
    ),
  ]),
)

function fromJson(text: string): Rows {
  let entries: Record<string, unknown>[]
  try {
    entries = v.parse(jsonSchema, JSON.parse(text))
  } catch {
    throw unreadable({
      vi: 'Tệp JSON không phải danh sách kết quả. Cần một danh sách các mục, hoặc danh sách đó dưới tên "results".',
      en: 'The JSON file is no list of results. It must be a list of objects, or hold that list as "results".',
    })
  }
  const ignored = new Set<string>()
  const rows = entries.map((entry, index): Row => {
    const headings = Object.keys(entry)
    const found = columnsOf(headings)
    for (const heading of found.ignored) ignored.add(heading)
    // A number or a list where a text should be is as wrong as an empty cell, and is reported as one.
    const values = headings.map((heading) => (typeof entry[heading] === 'string' ? entry[heading] : ''))
    return { place: { kind: 'entry', number: index + 1 }, cells: cellsOf(found.columns, values) }
  })
  return { rows, ignored: [...ignored] }
}

/**
 * Reads a results file: CSV with a heading row, or a JSON list of objects; which of them is seen from its first character.
 * @throws Failure where rows cannot be told apart with certainty
 */
export function readRows(content: Buffer): Rows {
  const text = decodeText(content)
  const read = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text)
  if (read.rows.length > 0) return read
  throw unreadable({ vi: 'Tệp không có kết quả nào.', en: 'There are no results in the file.' })
}
