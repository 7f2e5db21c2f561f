/** Workbooks as laboratories save them, and what only looks like one. */
import { deflateRawSync } from 'node:zlib'
import { type CellObject } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { mostUnfolded } from '../../../../authority/results/bounds.ts'
import { unfold } from '../../../../authority/results/table/unfold.ts'
import { heading, line, meant, understood } from './results-files.ts'
import { birth, sampled, serial, sheet, single, workbook, type Content } from './workbooks.ts'

const dated = (birthDate: Content, sampledAt: Content): Content[] => [
  line[0]!,
  birthDate,
  sampledAt,
  line[3]!,
  line[4]!,
]

describe('a workbook', () => {
  it('is read with its own dates, below titles, by its row numbers', async () => {
    expect(await understood(single(['KẾT QUẢ'], [], heading, dated(birth, sampled)))).toEqual([`4 ${meant}`])
  })

  it('is read with dates as text', async () => {
    expect(await understood(single(heading, line))).toEqual([`2 ${meant}`])
  })

  it('may count its days from 1904', async () => {
    const [b, s] = [serial(33_010 - 1462, 'dd/mm/yyyy'), serial(46_353 - 1462 + 7.5 / 24, 'dd/mm/yyyy hh:mm')]
    expect(await understood(workbook({ A: sheet([heading, dated(b, s)]) }, true))).toEqual([`2 ${meant}`])
  })

  it('has times to the second, whatever the fraction of a day leaves over', async () => {
    const times = ['2026-11-27T07:29:59+07:00', '2026-11-27T00:00:00+07:00', '2026-11-26T23:59:59+07:00']
    const cells = [7 * 3600 + 29 * 60 + 59, 0, -1].map((seconds) =>
      serial(46_353 + seconds / 86_400, 'dd/mm/yyyy hh:mm'),
    )
    const said = await understood(single(heading, ...cells.map((each) => dated(birth, each))))
    expect(said.map((each) => each.split(' | ')[2])).toEqual(times)
  })

  it('has no hour made up for a day alone', async () => {
    expect(await understood(single(heading, dated(birth, serial(46_353, 'dd/mm/yyyy'))))).toEqual([
      expect.stringContaining('has no time of day'),
    ])
  })

  it('may have the date and the time of day in two columns', async () => {
    const apart = ['Họ và tên', 'Ngày sinh', 'Ngày lấy mẫu', 'Giờ lấy mẫu', 'Phương pháp', 'Kết quả']
    const row = (date: Content, time: Content): Content[] => [line[0]!, birth, date, time, line[3]!, line[4]!]
    const dates = [serial(46_353, 'dd/mm/yyyy'), serial(46_353, 'yyyy-mm-dd')]
    const times = [serial(7.5 / 24, 'hh:mm'), serial(7.5 / 24, 'h:mm AM/PM')]
    expect(await understood(single(apart, row(dates[0]!, times[0]!), row(dates[1]!, times[1]!)))).toEqual([
      `2 ${meant}`,
      `3 ${meant}`,
    ])
  })

  it('has numbers as they are shown, and as they are where they are cut short in showing', async () => {
    const row = (uvci: CellObject): Content[] => [...line, uvci]
    const said = await understood(
      single([...heading, 'UVCI'], row({ t: 'n', v: 7, z: '000' }), row({ t: 'n', v: 123_456_789_012_345 })),
    )
    expect(said).toEqual([
      expect.stringContaining('"007" is no UVCI'),
      expect.stringContaining('"123456789012345" is no UVCI'),
    ])
    expect(await understood(single(heading, dated({ t: 'n', v: 1990 }, sampled)))).toEqual([
      expect.stringContaining('| 1990 |'),
    ])
  })

  it.each<[string, CellObject, string]>([
    ['an error', { t: 'e', v: 42, w: '#N/A' }, '#N/A is an error of the spreadsheet'],
    ['a lost reference', { t: 'e', v: 23, w: '#REF!' }, '#REF! is an error of the spreadsheet'],
    ['a truth value', { t: 'b', v: true }, 'TRUE is no text'],
    ['a time of day alone', serial(0.3125, 'hh:mm'), '"07:30" is a time of day without a date'],
    ['a number that is no date', { t: 'n', v: 46_353.3 }, '"46353.3" is a number and no date'],
  ])('is refused where %s stands for a time', async (_, content, why) => {
    expect(await understood(single(heading, dated(birth, content)))).toEqual([
      expect.stringContaining(`line 2, sample time: ${why}`),
    ])
  })

  it('is refused where some dates of a column are its own and some are text: it may have turned them', async () => {
    expect(await understood(single(heading, dated(birth, sampled), dated('27/11/1990', sampled)))).toEqual([
      expect.stringMatching(/exchanged day and month.*/),
    ])
  })

  it('is refused with one sentence for a line below the table', async () => {
    const below: Content[][] = [['Tổng cộng'], ['', '', '', '', 'Người lập bảng']]
    expect(await understood(single(heading, line, ...below))).toEqual([
      expect.stringContaining('line 3 ("Tổng cộng") has one at most of'),
      expect.stringContaining('line 4 ("Người lập bảng") has one at most of'),
    ])
  })

  it('names the line of a cell too many', async () => {
    expect(await understood(single(heading, line, [...line, 'x']))).toEqual([
      expect.stringContaining('Column F has no heading, but line 3 has a cell there'),
    ])
  })

  it.each([
    ['yyyy', '1990'],
    ['mm/yyyy', '1990-05'],
    ['"day" yyyy', '1990'],
  ])('has of a birth date what its format shows: %s', async (format, shown) => {
    expect(await understood(single(heading, dated(serial(33_010, format), sampled)))).toEqual([
      expect.stringContaining(`| ${shown} |`),
    ])
  })

  it('has no day of 1905 for a year in a cell of dates', async () => {
    expect(await understood(single(heading, dated(serial(1990, 'dd/mm/yyyy'), sampled)))).toEqual([
      expect.stringContaining('more than 120 years ago'),
    ])
  })

  it('has its first sheet read, or the one that is named', async () => {
    const book = workbook({ 'Kết quả': sheet([heading, line]), Khác: sheet([heading, line, line]) })
    expect(await understood(book)).toHaveLength(1)
    expect(await understood(book, { sheet: 'Khác' })).toHaveLength(2)
    expect(await understood(book, { sheet: 'X' })).toEqual([
      expect.stringContaining('There is no sheet "X", or it is hidden. The file has: Kết quả, Khác.'),
    ])
  })
})

describe('what is no workbook', () => {
  it.each([
    ['cut short', single(heading, line).subarray(0, 2000)],
    ['an archive of something else', Buffer.from('504b0304', 'hex')],
  ])('is refused: %s', async (_, content) =>
    expect(await understood(content)).toEqual([expect.stringContaining('damaged')]),
  )

  it('is refused as an old or locked file by its first bytes', async () => {
    expect(await understood(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual([expect.stringContaining('old .xls')])
  })

  it.each(['<html><table><tr><td>Kết quả</td></tr></table></html>', '\uFEFF<?xml version="1.0"?>\n<Workbook/>'])(
    'is refused as a web page or XML, which Excel opens with a warning: %s',
    async (content) => expect(await understood(content)).toEqual([expect.stringContaining('a web page or XML')]),
  )

  /** An archive whose sheet is `size` zeros and says that it is `claimed`. */
  function bomb(size: number, claimed: number): Buffer {
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    const folded = deflateRawSync(Buffer.alloc(size))
    const head = (length: number, magic: number, fill: (bytes: Buffer) => void): Buffer => {
      const bytes = Buffer.alloc(length)
      bytes.writeUInt32LE(magic)
      fill(bytes)
      return bytes
    }
    const local = head(30, 0x04034b50, (bytes) => {
      bytes.writeUInt16LE(8, 8)
      bytes.writeUInt32LE(folded.length, 18)
      bytes.writeUInt32LE(claimed, 22)
      bytes.writeUInt16LE(name.length, 26)
    })
    const central = head(46, 0x02014b50, (bytes) => {
      bytes.writeUInt16LE(8, 10)
      bytes.writeUInt32LE(folded.length, 20)
      bytes.writeUInt32LE(claimed, 24)
      bytes.writeUInt16LE(name.length, 28)
    })
    const end = head(22, 0x06054b50, (bytes) => {
      bytes.writeUInt16LE(1, 8)
      bytes.writeUInt16LE(1, 10)
      bytes.writeUInt32LE(central.length + name.length, 12)
      bytes.writeUInt32LE(local.length + name.length + folded.length, 16)
    })
    return Buffer.concat([local, name, folded, central, name, end])
  }

  it('is refused where it says that it unfolds to more than any results do', async () => {
    expect(await understood(bomb(1000, mostUnfolded + 1))).toEqual([expect.stringContaining('unfolds to more than')])
  })

  it('is refused where it unfolds to more than it says', async () => {
    expect(await unfold(bomb(100_000, 1000))).toEqual({ ok: false, why: 'damaged' })
    expect(await unfold(bomb(1000, 1000))).toMatchObject({ ok: true })
  })
})
