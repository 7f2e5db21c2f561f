/** CSV, read back by another program's reader. */
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { columns } from '../../../../main/reports/columns.ts'
import type { Line } from '../../../../main/reports/column.ts'
import { csv, type Separator } from '../../../../main/reports/writers/csv.ts'
import type { Writing } from '../../../../main/reports/writers/writing.ts'
import { guardFormulas } from '../../../../main/reports/writers/formula.ts'
import { besideIsolates, harmful, hostileNames } from '../../../fixtures/hostile-names.ts'
import { linesAt, markedLetters, reported, whole, withTravellers } from './reported.ts'

async function written(
  lines: Line[][],
  { separator = ',', identities = true, guarded = () => {} }: { separator?: Separator } & Partial<Writing> = {},
) {
  return whole(csv({ columns, locale: 'vi', identities, lines, guarded }, separator))
}

async function read(lines: Line[][], options: Parameters<typeof written>[1] = {}): Promise<Record<string, string>[]> {
  const bytes = await written(lines, options)
  return parse(bytes, { bom: true, columns: true, delimiter: options.separator ?? ',', record_delimiter: '\r\n' })
}

describe('a CSV file', () => {
  test('begins with a byte order mark, has no sep= line, and ends each line as RFC 4180 has it', async () => {
    const bytes = await written(linesAt(reported()))
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const lines = bytes.toString('utf8').split('\r\n')
    expect(lines.length).toBe(1 + 2 + 1)
    expect(lines[0]).toMatch(/^\uFEFFSố lượt,/)
    expect(lines.join('')).not.toMatch(/[\r\n]/)
  })

  test.each([',', ';'] as const)('is read back cell by cell under %j', async (separator) => {
    const [one, two] = await read(
      linesAt(withTravellers({ name: 'Trần "Tý"; An, Bình' }, { name: null, birthDate: null })),
      {
        separator,
      },
    )
    expect(one).toMatchObject({
      'Số lượt': '12',
      Chốt: 'Chốt Như Nguyệt',
      'Thời điểm (giờ Việt Nam, +07:00)': '2026-11-29 07:42:10',
      'Nhập sau lúc (giờ Việt Nam, +07:00)': '',
      Chiều: 'vào tỉnh',
      'Loại xe': 'xe tải',
      'Biển số': '98A-123.45',
      'Quyết định': 'Cho qua',
      'Họ và tên': 'Trần "Tý"; An, Bình',
      'Số giấy tờ': '024099000120',
      'Tính lượt': '1',
      'Tính người': '1',
    })
    expect(two).toMatchObject({ 'Họ và tên': '', 'Ngày sinh': '', 'Tính lượt': '0', 'Tính người': '1' })
  })

  test('keeps every letter of Vietnamese, composed, however it was typed', async () => {
    expect(markedLetters.length).toBe(134)
    const name = markedLetters.join('')
    const [composed, apart] = await read(linesAt(withTravellers({ name }, { name: name.normalize('NFD') })))
    expect(composed?.['Họ và tên']).toBe(name)
    expect(apart?.['Họ và tên']).toBe(name)
  })

  test.each(hostileNames)('has one harmless cell of a name that %s', async (_, name) => {
    const rows = await read(linesAt(withTravellers({ name })))
    expect(rows.length).toBe(1)
    const cell = rows[0]?.['Họ và tên'] ?? ''
    expect(besideIsolates(cell)).not.toMatch(harmful)
    // Neither as it stands nor as another list separator would cut it does a formula begin.
    for (const part of cell.split(/[,;|\t]/)) expect(part).not.toMatch(/^["' ]*(?<!')[=+\-@＝＋－＠]/u)
  })

  test('guards text alone, and tells of which column', async () => {
    const heard: string[] = []
    const crossing = withTravellers({ name: '=1+1' }, { name: '-5' })
    const lines = linesAt({ ...crossing, crossing: { ...crossing.crossing, people: 2 } })
    const [one, two] = await read(lines, { guarded: (key) => void heard.push(key) })
    expect([one?.['Họ và tên'], two?.['Họ và tên'], one?.['Số người đã đếm']]).toEqual(["'=1+1", "'-5", '2'])
    expect(heard).toEqual(['name', 'name'])
  })

  test('masks people unless it is told not to', async () => {
    const text = (await written(linesAt(reported()), { identities: false })).toString('utf8')
    expect(text).not.toMatch(/Nguyễn|024099000120|98A-123/)
    expect(text).toContain('N.V.A.')
  })

  test('is written no faster than it is taken', async () => {
    let asked = 0
    const runs = {
      *[Symbol.iterator]() {
        for (;;) {
          asked++
          yield linesAt(reported())[0]!
        }
      },
    }
    const pieces = csv({ columns, locale: 'vi', identities: false, lines: runs }, ',')
    for (let piece = 0; piece < 4; piece++) await pieces.next()
    await pieces.return(undefined)
    expect(asked).toBe(3)
  })
})

test.each([
  ['=1+1', "'=1+1"],
  ['an;=1+1', "an;'=1+1"],
  ['an, -1', "an,' -1"],
  ['＝1', "'＝1"],
  ['+84 912', "'+84 912"],
  ['1-2', '1-2'],
  ['Bà Rịa - Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
])('%j is guarded as %j', (text, guarded) => {
  expect(guardFormulas(text)).toBe(guarded)
})
