/**
 * Rows as a workbook (ECMA-376), written while the rows come: nothing of it is held but the row at hand. One sheet of rows,
 * and another where a sheet is full; behind them one that says what they are.
 */
import type { Column, Line } from '../column.ts'
import type { Runs } from '../lines.ts'
import { cellOf, columnLetters, styles, textCell, totalCell } from './sheet-xml.ts'
import { otherParts, sheetBeginning, sheetEnd, type WrittenSheet } from './workbook-parts.ts'
import { onceACrossing, pieceLength, splitColumns, type Writing } from './writing.ts'
import { zip, type ZipPart } from './zip.ts'

/** A workbook to be written. */
export interface Workbook extends Writing {
  /** What a sheet of rows is called; the second has a 2 behind it. At most 25 characters, none of `[]:*?/\`. */
  name: string
  /** What the row of totals is called. */
  totals: string
  /** The sheet that says what this is, line by line; asked once all rows are written. */
  about: { name: string; rows: () => readonly (readonly [label: string, text: string])[] }
  marking: string | null
  /** Rows of one sheet; a spreadsheet has 1,048,576 with heading and totals. */
  most?: number
}

/** Rows of one sheet where nobody says otherwise: a spreadsheet has 1,048,576. */
const mostRows = 1_000_000

/** Characters of one sheet: far under what a part of an archive may have, however long its cells are. */
const mostCharacters = 2 ** 30

/** Rows one run at a time, of which what a sheet did not take waits for the next. */
class Waiting {
  private readonly runs: AsyncIterator<readonly Line[]> | Iterator<readonly Line[]>
  private rest: readonly Line[] = []
  private ended = false

  constructor(runs: Runs<Line>) {
    this.runs = Symbol.asyncIterator in runs ? runs[Symbol.asyncIterator]() : runs[Symbol.iterator]()
  }

  /** Whether there is another. */
  async more(): Promise<boolean> {
    while (this.rest.length === 0 && !this.ended) {
      const next = await this.runs.next()
      if (next.done) this.ended = true
      else this.rest = next.value
    }
    return this.rest.length > 0
  }

  /** At most so many; none where there are no more. */
  async take(most: number): Promise<readonly Line[]> {
    await this.more()
    const taken = this.rest.slice(0, most)
    this.rest = this.rest.slice(taken.length)
    return taken
  }

  /** Lets the source go, where nobody takes what is left. */
  async close(): Promise<void> {
    await this.runs.return?.()
  }
}

/** The file's bytes, as fast as they are taken. */
export function xlsx(book: Workbook): AsyncGenerator<Buffer> {
  return zip(partsOf(book))
}

async function* partsOf(book: Workbook): AsyncGenerator<ZipPart> {
  const sheets: WrittenSheet[] = []
  const waiting = new Waiting(book.lines)
  const part = (content: ZipPart['content']): ZipPart => ({
    name: `xl/worksheets/sheet${sheets.length}.xml`,
    content,
  })
  try {
    do {
      const sheet: WrittenSheet = {
        name: sheets.length === 0 ? book.name : `${book.name} ${sheets.length + 1}`,
        filter: null,
      }
      sheets.push(sheet)
      yield part(sheetOfRows(book, waiting, sheet))
    } while (await waiting.more())
  } finally {
    await waiting.close()
  }
  sheets.push({ name: book.about.name, filter: null })
  yield part(sheetAbout(book))
  yield* otherParts(sheets)
}

/** One sheet of rows. */
async function* sheetOfRows(book: Workbook, waiting: Waiting, sheet: WrittenSheet): AsyncGenerator<string> {
  const { columns, locale, marking, most = mostRows } = book
  const letters = columns.map((_, index) => columnLetters(index))
  const row = new RowWriter(book, letters)
  const headings = columns.map(({ heading }) => textCell(heading[locale], styles.heading))
  yield sheetBeginning(
    columns.map(({ width }) => width),
    1,
  )
  yield rowXml(1, headings, letters)
  let characters = 0
  while (characters < mostCharacters) {
    const run = await waiting.take(most - row.count)
    if (run.length === 0) break
    let text = ''
    for (const line of run) {
      text += row.write(line)
      if (text.length < pieceLength) continue
      characters += text.length
      yield text
      text = ''
    }
    characters += text.length
    if (text !== '') yield text
  }
  yield rowXml(row.count + 2, row.totals(book.totals), letters)
  sheet.filter = `A1:${letters.at(-1)}${row.count + 1}`
  yield sheetEnd(sheet.filter, marking)
}

/** Writes rows, and adds up what has a sum. */
class RowWriter {
  count = 0
  private readonly book: Workbook
  private readonly letters: readonly string[]
  private readonly shared: (line: Line) => (string | null)[]
  private readonly each: readonly Column[]
  private readonly sums: number[]

  constructor(book: Workbook, letters: readonly string[]) {
    this.book = book
    this.letters = letters
    const { shared, each } = splitColumns(book.columns)
    this.shared = onceACrossing((line) => shared.map((column) => cellOf(column, line, book)))
    this.each = each
    this.sums = book.columns.map(() => 0)
  }

  write(line: Line): string {
    this.count++
    for (const [index, column] of this.book.columns.entries())
      if (column.type === 'integer' && column.total) this.sums[index]! += column.value(line) ?? 0
    const cells = [...this.shared(line), ...this.each.map((column) => cellOf(column, line, this.book))]
    return rowXml(this.count + 1, cells, this.letters)
  }

  totals(name: string): (string | null)[] {
    return this.book.columns.map((column, index) => {
      if (index === 0) return textCell(name, styles.totalText)
      const hasSum = column.type === 'integer' && column.total
      return hasSum ? totalCell(this.letters[index] ?? '', this.count, this.sums[index] ?? 0) : null
    })
  }
}

/** @param cells without their places; null: nothing in it */
function rowXml(number: number, cells: readonly (string | null)[], letters: readonly string[]): string {
  let text = `<row r="${number}">`
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]
    if (cell != null) text += `<c r="${letters[index]}${number}${cell}`
  }
  return `${text}</row>`
}

function* sheetAbout({ about, marking }: Workbook): Generator<string> {
  yield sheetBeginning([34, 90], 0)
  for (const [index, [label, text]] of about.rows().entries())
    yield rowXml(index + 1, [textCell(label, styles.totalText), textCell(text)], ['A', 'B'])
  yield sheetEnd(null, marking)
}
