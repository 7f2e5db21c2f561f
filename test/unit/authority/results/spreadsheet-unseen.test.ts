/** Workbooks that hold what nobody sees, and that cost more than they hold. */
import { utils, write, type Range } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { mostAttributes, mostCells, mostColumns, mostCovered, mostDepth } from '../../../../authority/results/bounds.ts'
import { plainPart } from '../../../../authority/results/table/plain-part.ts'
import { refuseCovered } from '../../../../authority/results/table/unseen.ts'
import { heading, line, meant, understood } from './results-files.ts'
import { edited, sheet, single, workbook } from './workbooks.ts'

const threeLines = [1, 2, 3].map((number) => ({ number, cells: [{ kind: 'text' as const, text: 'x' }] }))

const worksheet = (inner: string): Buffer =>
  Buffer.from(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`)

describe('a workbook', () => {
  it('is refused with a row too low to be seen, and with a column too narrow', async () => {
    const low = sheet([heading, line, line])
    low['!rows'] = [{}, {}, { hpt: 0.5 }]
    expect(await understood(workbook({ A: low }))).toEqual([expect.stringContaining('Line 3 is hidden')])
    const narrow = await edited(single(heading, line), (xml) =>
      xml.replace('<sheetData>', '<cols><col min="5" max="5" width="0" customWidth="1"/></cols><sheetData>'),
    )
    expect(await understood(narrow)).toEqual([expect.stringContaining('The column "Kết quả" (column E) is hidden')])
  })

  it('is refused with what merged cells cover, and taken where they cover nothing', async () => {
    const merged = sheet([heading, line, line])
    merged['!merges'] = [utils.decode_range('E2:E3')]
    expect(await understood(workbook({ A: merged }))).toEqual([
      expect.stringContaining('Line 3 has cells whose content'),
    ])
    const titled = sheet([['KẾT QUẢ'], heading, line])
    titled['!merges'] = [utils.decode_range('A1:E1')]
    expect(await understood(workbook({ A: titled }))).toEqual([`3 ${meant}`])
    const heaped = Array<Range>(mostCovered).fill(utils.decode_range('A3:A3'))
    expect(() => refuseCovered(heaped, threeLines)).toThrow('merged cells cover')
  })

  it.each([
    [
      'a column’s form over every column that can be written',
      '<cols><col min="1" max="4294967295" width="9"/></cols>',
      '',
    ],
    ['a link over all cells', '', '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'],
  ])('costs what it holds, whatever it says that it spans: %s', async (_, before, behind) => {
    const book = await edited(single(heading, line), (xml) =>
      xml.replace('<sheetData>', `${before}<sheetData>`).replace('</sheetData>', `</sheetData>${behind}`),
    )
    expect(await understood(book)).toEqual([`2 ${meant}`])
  })

  it('is given to its reader without links, and with so many columns at most', () => {
    const plain = plainPart(
      worksheet(
        '<cols><col min="1" hidden="1" max="9999999999"/></cols><sheetData/>' +
          '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>',
      ),
    )
    const text = String(plain.ok ? plain.content : plain.why)
    expect(text.match(/<col /g)).toHaveLength(mostColumns + 1)
    expect(text).not.toContain('hyperlink')
    expect(text).not.toContain('9999999999')
  })

  it('is refused with more cells than any results have, more elements, attributes or depth, and in an encoding that no spreadsheet is saved in', () => {
    const aRow = `<row>${'<c/>'.repeat(mostCells / 1000)}</row>`
    const sheetOf = (more: string) => plainPart(worksheet(`<sheetData>${aRow.repeat(1000)}${more}</sheetData>`))
    expect(sheetOf('')).toMatchObject({ ok: true })
    const tooMany = { ok: false, why: 'too-many-cells' }
    expect(sheetOf('<row><c/></row>')).toEqual(tooMany)
    expect(plainPart(worksheet('<x/>'.repeat(9)), 10)).toMatchObject({ ok: true })
    expect(plainPart(worksheet('<x/>'.repeat(10)), 10)).toEqual(tooMany)
    const attributes = (count: number): string => Array.from({ length: count }, (_, at) => ` a${at}="1"`).join('')
    expect(plainPart(worksheet(`<x${attributes(mostAttributes)}/>`))).toMatchObject({ ok: true })
    expect(plainPart(worksheet(`<x${attributes(mostAttributes + 1)}/>`))).toEqual(tooMany)
    const deep = (depth: number): string => '<x>'.repeat(depth) + '</x>'.repeat(depth)
    expect(plainPart(worksheet(deep(mostDepth - 1)))).toMatchObject({ ok: true })
    expect(plainPart(worksheet(deep(mostDepth)))).toEqual(tooMany)
    const damaged = { ok: false, why: 'damaged' }
    expect(plainPart(Buffer.from(`\uFEFF${worksheet('').toString()}`, 'utf16le'))).toEqual(damaged)
    expect(plainPart(Buffer.from(`<?xml version="1.0" encoding="UTF-7"?>${worksheet('').toString()}`))).toEqual(damaged)
  })

  it('has a formula read by what it came to, and none copied out for the cells that share it', async () => {
    const shared = await edited(single(heading, line), (xml) =>
      xml.replace(/(<c r="E2"[^>]*>)/, '$1<f t="shared" si="0" ref="A1:XFD1048576">"Dương tính"</f>'),
    )
    expect(await understood(shared)).toEqual([`2 ${meant}`])
  })

  it('is refused with a hidden row that holds a result', async () => {
    const hidden = sheet([heading, line, line])
    hidden['!rows'] = [{}, {}, { hidden: true }]
    expect(await understood(workbook({ A: hidden }))).toEqual([expect.stringContaining('Line 3 is hidden')])
  })

  it('is refused with a hidden column that would be signed', async () => {
    const hidden = sheet([
      [...heading, 'Ghi chú'],
      [...line, 'x'],
    ])
    hidden['!cols'] = [{}, {}, {}, {}, { hidden: true }, { hidden: true }]
    expect(await understood(workbook({ A: hidden }), { ignore: ['Ghi chú'] })).toEqual([
      expect.stringContaining('The column "Kết quả" (column E) is hidden'),
    ])
  })

  it.each([';;;', ';;;"Âm tính"', '@" (xem lại)"'])(
    'is refused where a format shows another text than it holds: %s',
    async (z) => {
      const held = { t: 's' as const, v: 'Dương tính', z }
      expect(await understood(single(heading, [...line.slice(0, 4), held]))).toEqual([
        expect.stringContaining('line 2, result: "Dương tính" ("'),
      ])
      const plain = { ...held, z: '[Red]@' }
      expect(await understood(single(heading, [...line.slice(0, 4), plain]))).toEqual([`2 ${meant}`])
    },
  )

  it('has no hidden sheet read, whether it is the first or is named', async () => {
    const book = {
      SheetNames: ['Cũ', 'Mới'],
      Sheets: { Cũ: sheet([heading, line, line]), Mới: sheet([heading, line]) },
      Workbook: { Sheets: [{ Hidden: 2 as const }, { Hidden: 0 as const }] },
    }
    const content = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    expect(await understood(content)).toEqual([`2 ${meant}`])
    expect(await understood(content, { sheet: 'Cũ' })).toEqual([
      expect.stringContaining('There is no sheet "Cũ", or it is hidden. The file has: Mới.'),
    ])
  })
})
