/** Results files of every kind that laboratories have: rows told apart with certainty, or refused. */
import { describe, expect, it, test } from 'vitest'
import { longestCell, mostBytes, mostColumns, mostRows } from '../../../../authority/results/bounds.ts'
import { readCsv } from '../../../../authority/results/table/csv.ts'
import { checkBounds, text } from '../../../../authority/results/table/table.ts'
import { readTable } from '../../../../authority/results/table/read-table.ts'
import { csv, heading, line, meant, understood } from './results-files.ts'

const cells = (content: string): string[][] => readCsv(content).lines.map((each) => each.cells.map((cell) => cell.text))
const numbers = (content: string): number[] => readCsv(content).lines.map(({ number }) => number)
const fault = (content: string): string => {
  try {
    return JSON.stringify(cells(content))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('CSV', () => {
  it.each([',', ';', '\t'])('is read with %j between cells', async (separator) => {
    expect(await understood([heading, line].map((each) => each.join(separator)).join('\n'))).toEqual([`2 ${meant}`])
  })

  it('may say in its first line what is between cells', async () => {
    expect(await understood(`sep=;\r\n${[heading, line].map((each) => each.join(';')).join('\r\n')}`)).toEqual([
      `3 ${meant}`,
    ])
  })

  it('may have commas in titles above a heading with semicolons', async () => {
    const title = 'Sở Y tế, CDC, Phòng xét nghiệm, tầng 2'
    expect(await understood([title, heading.join(';'), line.join(';')].join('\n'))).toEqual([`3 ${meant}`])
  })

  it('is read with any line end, and without the last one', () => {
    expect(cells('a,b\r\n1,2\r3,4\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('has quoted cells with separators, quotes and line breaks in them', () => {
    expect(cells('a,b\n"1,""2""\n3",4')).toEqual([
      ['a', 'b'],
      ['1,"2"\n3', '4'],
    ])
  })

  it('keeps empty cells at the ends of a row, and leaves out rows without anything', () => {
    expect(cells('a,b,c\n\n,1,\n , ,\n2,,')).toEqual([
      ['a', 'b', 'c'],
      ['', '1', ''],
      ['2', '', ''],
    ])
  })

  it('counts lines over blank ones and line breaks in cells', () => {
    expect(numbers('a,b\n"1\n1",2\n\n3,4')).toEqual([1, 2, 5])
  })

  it.each([
    ['a quote inside a cell', 'a,b\n1"2,3', 'Line 2: a quotation mark in the wrong place'],
    ['text after a closing quote', 'a,b\n"1"2,3', 'Line 2: a quotation mark in the wrong place'],
    ['a quote that is never closed', 'a,b\n1,2\n"3,4\n', 'Line 3: a quotation mark that is never closed'],
  ])('is refused with its line for %s', (_, content, said) => expect(fault(content)).toContain(said))

  it('is refused with all lines that have too few or too many cells, for a shifted cell is another person’s', async () => {
    const short = line.slice(0, 4)
    expect(await understood(csv(heading, line, short, [...line, '']))).toEqual([
      expect.stringMatching(/^line 3 has 4 cells, the heading has 5/),
      expect.stringMatching(/^line 4 has 6 cells, the heading has 5/),
    ])
  })
})

describe('an encoding', () => {
  const content = csv(heading, line)
  it.each([
    ['UTF-8', Buffer.from(content)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${content}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${content}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${content}`, 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', Buffer.from(content.replace('Họ', 'Họ'), 'utf16le')],
    ['decomposed letters', Buffer.from(content.normalize('NFD'))],
  ])('may be %s', async (_, bytes) => expect(await understood(bytes)).toEqual([`2 ${meant}`]))

  it('is refused where it is none of Unicode’s', async () => {
    expect(await understood(Buffer.from('name,result\nNguy\xean,b', 'latin1'))).toEqual([
      expect.stringContaining('UTF-8'),
    ])
  })
})

test('a PDF is called so', async () => {
  expect(await understood('%PDF-1.7\n')).toEqual([expect.stringContaining('The file is a PDF')])
})

describe('JSON', () => {
  const entry = {
    name: line[0],
    birthDate: '1990',
    sampledAt: '2026-11-27T07:30:00+07:00',
    method: 'PCR',
    result: 'negative',
  }
  const json = (...entries: unknown[]): string => JSON.stringify(entries)

  it('is a list, or an object that holds it', async () => {
    const said = ['1 Đặng Thị Mẫu | 1990 | 2026-11-27T07:30:00+07:00']
    expect(await understood(json(entry))).toEqual(said)
    expect(await understood(JSON.stringify({ results: [entry] }))).toEqual(said)
  })

  it.each([
    [{ centre: 77 }, 'entry 1, test centre: 77 is no text'],
    [{ uvci: 12345 }, 'entry 1, identifier (UVCI): 12345 is no text'],
    [{ birthDate: 1990 }, 'entry 1, birth date: 1990 is no text'],
    [{ result: ['negative'] }, 'entry 1, result: ["negative"] is no text'],
  ])('never has %o replaced', async (change, said) =>
    expect(await understood(json({ ...entry, ...change }))).toEqual([expect.stringContaining(said)]),
  )

  it('has every member named that is not known, in whichever entry', async () => {
    expect(await understood(json(entry, { ...entry, identifier: '12345' }))).toEqual([
      expect.stringContaining('"identifier"'),
    ])
    expect(await understood(json(entry, { ...entry, phone: 5 }), { ignore: ['phone'] })).toHaveLength(2)
  })

  it('takes null for an empty cell', async () => {
    expect(await understood(json({ ...entry, uvci: null }))).toHaveLength(1)
    expect(await understood(json({ ...entry, result: null }))).toEqual([expect.stringContaining('result: is empty')])
  })

  it.each(['{"name":"a"}', '[1]', '[{"name":"a","name":"b"}]', '[{}', '{"results":[],"more":1}'])(
    'is refused as %s',
    async (content) => expect(await understood(content)).toEqual([expect.stringContaining('no list of results')]),
  )
})

describe('a file that is larger than any laboratory’s', () => {
  const table = (lines: number, width: number, content: string) =>
    ({
      kind: 'csv',
      heading: null,
      otherSheets: [],
      lines: Array.from({ length: lines }, (_, index) => ({
        number: index + 1,
        cells: Array.from({ length: width }, () => text(content)),
      })),
    }) as const

  test('is refused by its bytes, before it is read', async () =>
    await expect(readTable(Buffer.alloc(mostBytes + 1), null)).rejects.toMatchObject({ code: 'results-unreadable' }))

  test.each([
    ['lines', table(mostRows + 1, 1, 'a')],
    ['columns', table(1, mostColumns + 1, 'a')],
    ['characters in a cell', table(1, 1, 'a'.repeat(longestCell + 1))],
  ])('is refused by its %s', (_, large) => expect(() => checkBounds(large)).toThrow(/more than/))

  test('is refused by a quotation mark that swallows it', () =>
    expect(fault(`a,b\n"${'x,'.repeat(mostColumns * longestCell)}`)).toContain('a line that is too long'))
})
