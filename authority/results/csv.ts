/**
 * CSV as laboratories' programs and spreadsheets write it (RFC 4180): commas, semicolons or tabs, quoted cells with
 * line breaks in them. Strict: what could be read in two ways is refused, because a shifted cell is another person's
 * result.
 */

/** One row; `line` is where it begins, counted from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

export type CsvFault = 'stray-quote' | 'unclosed-quote' | 'control-character'

/** Rows, or the first line that cannot be read and why. */
export type CsvAnswer = { ok: true; rows: CsvRow[] } | { ok: false; line: number; why: CsvFault }

const separators = [',', ';', '\t']

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const counts = separators.map((separator) => header.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Everything but tab, line feed and carriage return below the space: no program writes it on purpose. */
function hasControlCharacter(cell: string): boolean {
  for (let index = 0; index < cell.length; index++) {
    const code = cell.charCodeAt(index)
    if (code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)) return true
  }
  return false
}

/** One cell, where it ends, and how many line breaks were in it. */
type Cell = { text: string; end: number; breaks: number } | CsvFault

function quotedCell(text: string, from: number): Cell {
  let content = ''
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return 'unclosed-quote'
    content += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { text: content, end: quote + 1, breaks: content.split('\n').length - 1 }
    content += '"'
    at = quote + 2
  }
}

function cellAt(text: string, from: number, separator: string): Cell {
  if (text[from] === '"') return quotedCell(text, from)
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    if (text[end] === '"') return 'stray-quote'
    end++
  }
  return { text: text.slice(from, end), end, breaks: 0 }
}

/** Reads CSV text, without a byte order mark. Empty lines are left out; cells are as written, spaces and all. */
export function readCsv(text: string): CsvAnswer {
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let line = 1
  for (let at = 0; at < text.length; ) {
    const cell = cellAt(text, at, separator)
    if (typeof cell === 'string') return { ok: false, line, why: cell }
    if (hasControlCharacter(cell.text)) return { ok: false, line, why: 'control-character' }
    row.cells.push(cell.text)
    line += cell.breaks
    at = cell.end
    if (text[at] === separator) {
      at++
      if (at === text.length) row.cells.push('')
      else if (text[at] !== '\n' && text[at] !== '\r') continue
      else row.cells.push('')
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') return { ok: false, line, why: 'stray-quote' }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line++
    if (row.cells.some((written) => written !== '')) rows.push(row)
    row = { line, cells: [] }
  }
  return { ok: true, rows }
}
