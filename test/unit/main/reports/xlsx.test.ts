/** Workbooks, read back by another program's reader. */
import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { fromBufferPromise } from 'yauzl'
import { describe, expect, test } from 'vitest'
import { columns } from '../../../../main/reports/columns.ts'
import type { Line } from '../../../../main/reports/column.ts'
import { columnLetters } from '../../../../main/reports/writers/sheet-xml.ts'
import { xlsx, type Workbook } from '../../../../main/reports/writers/xlsx.ts'
import { hostileNames } from '../../../fixtures/hostile-names.ts'
import { quotedText } from '../../../../shared/language/shown-text.ts'
import { linesAt, markedLetters, reported, whole, withTravellers } from './reported.ts'

const bytesOf = (lines: Line[][], changes: Partial<Workbook> = {}): Promise<Buffer> =>
  whole(
    xlsx({
      columns,
      locale: 'vi',
      identities: true,
      lines,
      name: 'Lượt qua chốt',
      totals: 'Tổng cộng',
      about: { name: 'Thông tin', rows: () => [['Chốt', 'Chốt <Như> & "Nguyệt"']] },
      marking: null,
      ...changes,
    }),
  )

const bookOf = async (...given: Parameters<typeof bytesOf>): Promise<WorkBook> =>
  read(await bytesOf(...given), { type: 'buffer', cellNF: true, cellFormula: true, cellStyles: true })

const letterOf = (key: string): string => columnLetters(columns.findIndex((each) => each.key === key))
const sheetOf = ({ Sheets, SheetNames }: WorkBook, index = 0): WorkSheet => Sheets[SheetNames[index] ?? ''] ?? {}
const cellIn = (book: WorkBook, key: string, row: number) => sheetOf(book)[`${letterOf(key)}${row}`]

/** The text of one part of the archive. */
async function partOf(bytes: Buffer, name: string): Promise<string> {
  const archive = await fromBufferPromise(bytes)
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName === name) return (await whole(await archive.openReadStreamPromise(entry))).toString('utf8')
  }
  throw new Error(`there is no ${name}`)
}

describe('a workbook', () => {
  test('has a cell’s type from its column, and never from what is in it', async () => {
    const book = await bookOf(
      linesAt(withTravellers({ name: '12345', numbers: ['024099000120'], birthDate: '1990-01-01' })),
    )
    for (const key of ['crossing', 'name', 'numbers', 'birthDate', 'plate'])
      expect(cellIn(book, key, 2)).toMatchObject({ t: 's', z: '@' })
    expect(cellIn(book, 'numbers', 2).v).toBe('024099000120')
    expect(cellIn(book, 'order', 2)).toMatchObject({ t: 'n', v: 1, z: '0' })
  })

  test('has times as a clock at the post showed them, to the second', async () => {
    const cell = cellIn(await bookOf(linesAt(reported())), 'at', 2)
    expect(cell).toMatchObject({ t: 'n', w: '29/11/2026 07:42:10' })
    // 29 November 2026 is day 46355 since 30 December 1899.
    expect(cell.v).toBe(46_355 + (7 * 3600 + 42 * 60 + 10) / 86_400)
  })

  test('keeps every letter of Vietnamese, composed', async () => {
    const name = markedLetters.join('')
    const book = await bookOf(linesAt(withTravellers({ name: name.normalize('NFD') })))
    expect(cellIn(book, 'name', 2).v).toBe(name)
  })

  test.each([...hostileNames, ['looks like an escape of the format', 'An_x0041_B_x000D_'] as const])(
    'has one text of a name that %s',
    async (_, name) => {
      const book = await bookOf(linesAt(withTravellers({ name })))
      const cell = cellIn(book, 'name', 2)
      expect(cell?.f).toBeUndefined()
      expect(cell?.v ?? '').toBe(quotedText(name.normalize('NFC')))
      expect(cellIn(book, 'crossings', 3)).toMatchObject({ v: 1 })
    },
  )

  test('has its heading frozen, filters over all rows and no more, and totals that follow them', async () => {
    const bytes = await bytesOf(linesAt(reported(), reported({ seq: 13 })))
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain(`<autoFilter ref="A1:${columnLetters(columns.length - 1)}5"/>`)
    expect(await partOf(bytes, 'xl/workbook.xml')).toContain(
      `'Lượt qua chốt'!$A$1:$${columnLetters(columns.length - 1)}$5`,
    )
    const book = read(bytes, { type: 'buffer', cellFormula: true })
    expect(cellIn(book, 'crossing', 6)).toMatchObject({ t: 's', v: 'Tổng cộng' })
    const [crossings, people] = [letterOf('crossings'), letterOf('people')]
    expect(cellIn(book, 'crossings', 6)).toMatchObject({ v: 2, f: `SUBTOTAL(109,${crossings}2:${crossings}5)` })
    expect(cellIn(book, 'people', 6)).toMatchObject({ v: 4, f: `SUBTOTAL(109,${people}2:${people}5)` })
  })

  test('of no crossings is a heading and totals of nothing', async () => {
    const book = await bookOf([])
    expect(utils.sheet_to_json(sheetOf(book), { header: 1 })).toHaveLength(2)
    expect(cellIn(book, 'crossings', 2)).toMatchObject({ v: 0 })
  })

  test.each([
    ['a row more than a sheet takes', 5, ['Lượt qua chốt', 'Lượt qua chốt 2', 'Thông tin'], [4, 1]],
    ['just as many as a sheet takes', 4, ['Lượt qua chốt', 'Thông tin'], [4]],
    ['twice as many', 8, ['Lượt qua chốt', 'Lượt qua chốt 2', 'Thông tin'], [4, 4]],
  ])('goes on in another sheet with %s', async (_, count, names, rows) => {
    const lines = Array.from({ length: count }, (__, seq) =>
      linesAt(reported({ seq: seq + 1, crossing: { travellers: 1 } })),
    )
    const book = await bookOf(lines.flat(), { most: 4 })
    expect(book.SheetNames).toEqual(names)
    const found = rows.flatMap((many, sheet) => {
      const below = utils.sheet_to_json<string[]>(sheetOf(book, sheet), { header: 1 }).slice(1)
      expect(below.at(-1)?.[0]).toBe('Tổng cộng')
      expect(below.length).toBe(many + 1)
      return below.slice(0, -1).map(([seq]) => seq)
    })
    expect(found).toEqual(lines.map((__, index) => String(index + 1)))
  })

  test('says what it is in a sheet of its own, and its marking on each printed page', async () => {
    const bytes = await bytesOf(linesAt(reported()), { marking: 'LƯU HÀNH NỘI BỘ & MẬT' })
    const book = read(bytes, { type: 'buffer' })
    expect(utils.sheet_to_json(sheetOf(book, 1), { header: 1 })).toEqual([['Chốt', 'Chốt <Như> & "Nguyệt"']])
    expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('&amp;CLƯU HÀNH NỘI BỘ &amp;&amp; MẬT')
  })

  test('of the same rows is the same file, byte for byte', async () => {
    expect(await bytesOf(linesAt(reported()))).toEqual(await bytesOf(linesAt(reported())))
  })

  test('lets go of where its rows come from when nobody takes the rest', async () => {
    let closed = false
    const runs = {
      *[Symbol.iterator]() {
        try {
          for (;;) yield linesAt(reported())[0]!
        } finally {
          closed = true
        }
      },
    }
    const pieces = xlsx({
      columns,
      locale: 'vi',
      identities: true,
      lines: runs,
      name: 'a',
      totals: 'b',
      about: { name: 'c', rows: () => [] },
      marking: null,
    })
    // The header of the first part, and something of what is in it.
    for (let piece = 0; piece < 2; piece++) await pieces.next()
    await pieces.return(undefined)
    expect(closed).toBe(true)
  })
})

test.each([
  ['2026-11-29T00:00:00+07:00', '29/11/2026 00:00:00'],
  ['2026-11-28T23:59:59.999+07:00', '28/11/2026 23:59:59'],
  ['1975-06-13T00:00:00+07:00', '13/06/1975 00:00:00'],
  ['2100-02-28T12:00:01+07:00', '28/02/2100 12:00:01'],
])('the time %s reads %s', async (at, shown) => {
  expect(cellIn(await bookOf(linesAt(reported({ at: Date.parse(at) }))), 'at', 2).w).toBe(shown)
})
