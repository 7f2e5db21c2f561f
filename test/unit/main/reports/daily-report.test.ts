/** The daily report on paper, read back from its own bytes. */
import { describe, expect, test } from 'vitest'
import { totalsOf } from '../../../../main/reports/day/tally.ts'
import type { DailyReport } from '../../../../main/reports/paper/daily-content.ts'
import { dailyReport } from '../../../../main/reports/paper/daily-report.ts'
import { faces, readFace } from '../../../../main/reports/paper/faces.ts'
import { mm, page, textWidth } from '../../../../main/reports/paper/decree.ts'
import { readPaperCode } from '../../../../shared/paper/paper-code.ts'
import { letterheadOf } from '../../../../main/reports/paper/letterhead.ts'
import { Sheet } from '../../../../main/reports/paper/sheet.ts'
import { create } from 'fontkit'
import { markedLetters, morning, place, reported, whole, withTravellers } from './reported.ts'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { sealed } from '../../../fixtures/sealed-paper.ts'
import { codesOf, rulesOf } from './drawn-pdf.ts'
import { pagesOf } from './read-pdf.ts'

async function reportOf(changes: Partial<DailyReport> = {}): Promise<DailyReport> {
  const crossings = [reported(), withTravellers({ name: 'Đặng Thị Ửng' })]
  return {
    letterhead: {
      ...letterheadOf(place.post, 'Bắc Ninh'),
      parentBody: 'Ủy ban nhân dân tỉnh Bắc Ninh',
      symbol: 'CNN',
      addressees: ['Ban Chỉ đạo tỉnh'],
    },
    ...place,
    kiosk: 'kiosk-1',
    from: Date.parse('2026-11-29T00:00:00+07:00'),
    to: Date.parse('2026-11-30T00:00:00+07:00'),
    filter: null,
    madeAt: morning,
    practice: false,
    totals: await totalsOf([crossings]),
    beside: { voided: 3, erased: 4, scans: 50, unreadable: 6 },
    officers: [],
    closed: null,
    head: { seq: 77, hash: 'ab'.repeat(32) },
    list: null,
    codeOf: (claim) => qrMatrix(sealed(claim), 'M'),
    ...changes,
  }
}

const bytesOf = async (changes: Partial<DailyReport> = {}): Promise<Buffer> =>
  whole(await dailyReport(await reportOf(changes)))
const linesOf = async (changes: Partial<DailyReport> = {}) => pagesOf(await bytesOf(changes))
const textOf = async (changes: Partial<DailyReport> = {}): Promise<string> =>
  (await linesOf(changes))
    .flat()
    .map(({ text }) => text)
    .join('\n')

describe('the daily report', () => {
  test('has the head of the decree, number and date left blank', async () => {
    const text = await textOf()
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH',
      'CHỐT NHƯ NGUYỆT',
      'BÁO CÁO',
      'Nơi nhận:',
      'CHỈ HUY CHỐT',
    ])
      expect(text).toContain(said)
    expect(text).toMatch(/^Số: +\/BC-CNN$/m)
    expect(text).toMatch(/^Bắc Ninh, ngày +tháng +năm 20$/m)
  })

  test('has every total that was counted, its zone and what it rests on', async () => {
    const text = await textOf()
    expect(text).toContain('2 lượt với 3 người')
    expect(text).toContain('đã hủy, không tính ở trên: 3')
    expect(text).toMatch(/Mã đã quét: 50; không đọc được: 6/)
    expect(text.replaceAll('\n', ' ')).toContain('đến bản ghi 77 của nhật ký')
    expect(text).toContain('UTC+07:00')
  })

  test('keeps to the margins of the decree', async () => {
    const lines = (await linesOf({ list: { crossings: [reported()], identities: false } })).flat()
    const beyond = lines.filter(({ x }) => x < page.left - 0.01 || x > page.width - page.right)
    expect(beyond).toEqual([])
    expect([page.left, page.right]).toEqual([mm(30), mm(15)])
    expect(textWidth).toBeCloseTo(mm(165))
  })

  test('has its list only where it is asked for, masked, on pages of their own count', async () => {
    expect(await textOf()).not.toContain('Phụ lục')
    const crossings = Array.from({ length: 120 }, (_, seq) => reported({ seq: seq + 1 }))
    const pages = await linesOf({ list: { crossings, identities: false } })
    const first = pages.findIndex((lines) => lines.some(({ text }) => text === 'Phụ lục'))
    const numbers = pages.map((lines) => lines.find(({ text, y }) => /^\d+$/.test(text) && y < page.top)?.text ?? null)
    expect(numbers).toEqual(
      pages.map((_, index) => {
        const own = index < first ? index + 1 : index - first + 1
        return own === 1 ? null : String(own)
      }),
    )
    expect(pages.length - first).toBeGreaterThan(3)
    const listed = pages
      .slice(first)
      .flat()
      .filter(({ text }) => text === 'N.V.A.')
    expect(listed.length).toBe(120)
    expect(pages.flat().some(({ text }) => text.includes('Nguyễn'))).toBe(false)
  })

  test('has at the foot of each page a code that says whose page it is, and the totals that stand on it', async () => {
    const crossings = Array.from({ length: 60 }, (_, seq) => reported({ seq: seq + 1 }))
    const codes = await codesOf(await bytesOf({ list: { crossings, identities: false } }))
    const claims = codes.map(([text = '']) => readPaperCode(text)?.claim)
    expect(claims).toEqual(
      codes.map((_, index) => ({
        paper: 'report',
        practice: false,
        ...place,
        kiosk: 'kiosk-1',
        madeAt: Math.floor(morning / 1000) * 1000,
        from: Date.parse('2026-11-29T00:00:00+07:00'),
        to: Date.parse('2026-11-30T00:00:00+07:00'),
        head: { seq: 77, hash: 'ab'.repeat(8) },
        page: index + 1,
        pages: codes.length,
        crossings: 2,
        people: 3,
        apart: { in: 2, out: 0, admitted: 2, refused: 0, referred: 0 },
      })),
    )
    expect(codes.length).toBeGreaterThan(3)
  })

  test('has rules as the decree measures them: as long as the motto, a third to a half of body and title', async () => {
    const bytes = await bytesOf()
    const sheet = new Sheet({ title: '', author: '', madeAt: 0 })
    const wide = (text: string, size: number): number => sheet.widthOf(text, { face: 'bold', size })
    const [first = []] = rulesOf(bytes)
    const [body, motto, title] = first.map(({ width }) => width)
    const foot = first.at(-1)?.width ?? 0
    expect(motto).toBeCloseTo(wide('Độc lập - Tự do - Hạnh phúc', 13), 1)
    const period = '(từ 00:00 29/11/2026 đến trước 00:00 30/11/2026, giờ Việt Nam)'
    for (const [rule = 0, words] of [
      [body, wide('CHỐT NHƯ NGUYỆT', 12)],
      [title, wide(period, 14)],
      [title, wide('Kết quả kiểm soát người và phương tiện qua chốt', 14)],
    ] as const) {
      expect(rule / words).toBeGreaterThanOrEqual(1 / 3)
      expect(rule / words).toBeLessThanOrEqual(1 / 2)
    }
    expect(foot).toBeCloseTo(textWidth)
  })

  test('leaves the foot of every page to its code: no text of the report comes near it', async () => {
    const crossings = Array.from({ length: 60 }, (_, seq) => reported({ seq: seq + 1 }))
    const bytes = await bytesOf({ list: { crossings, identities: false } })
    const pages = await linesOf({ list: { crossings, identities: false } })
    for (const [index, rules] of rulesOf(bytes).entries()) {
      const foot = Math.max(...rules.map(({ y }) => y))
      const under = (pages[index] ?? []).filter(({ y }) => y > foot)
      expect(under[0]?.text).toMatch(new RegExp(`^Trang ${index + 1}/${pages.length}\\.`))
      expect(under.length).toBeLessThanOrEqual(5)
      expect(Math.max(...under.map(({ y }) => y))).toBeLessThan(page.height - page.bottom)
    }
  })

  test('is marked where it names people or nobody is real', async () => {
    expect(await textOf({ list: { crossings: [], identities: true } })).toContain('LƯU HÀNH NỘI BỘ')
    expect(await textOf({ practice: true })).toContain('TẬP HUẤN')
    expect(await textOf()).not.toMatch(/LƯU HÀNH|TẬP HUẤN/)
  })

  test('draws what its tables say, each drawing above the table of its numbers', async () => {
    const crossings = [
      ...[1, 2, 3].map((seq) => reported({ seq })),
      reported({ seq: 4, crossing: { vehicle: null, direction: 'out' } }),
    ]
    const totals = await totalsOf([crossings])
    const lines = (await linesOf({ totals })).flat().map(({ text }) => text)
    const [, hours = '', kinds = ''] = lines.join('\n').split(/^Số lượt (?:theo giờ|theo loại phương tiện|vào tỉnh)/m)
    // Names of hours and the largest of each way, then the table's head.
    expect(hours).toMatch(/^Vào tỉnh\nRa tỉnh\n(?:\d+\n)+Giờ$/m)
    expect(kinds).toMatch(/^Xe tải\n3\nĐi bộ\n1\nLoại phương tiện$/m)
  })

  test('leaves out the drawing of one thing alone', async () => {
    const totals = await totalsOf([[reported()]])
    const text = await textOf({ totals })
    expect(text).toMatch(/theo loại phương tiện:\nLoại phương tiện$/m)
  })

  test('writes thousands as a page of Vietnamese does, in sentences, tables and drawings alike', async () => {
    const totals = await totalsOf([[reported(), reported({ crossing: { direction: 'out' } })]])
    totals.all = { crossings: 12_040, people: 23_100 }
    totals.byKind.truck = { crossings: 1204, people: 2310 }
    totals.byKind.bus = { crossings: 1310, people: 9000 }
    const text = await textOf({ totals, beside: { voided: 1001, erased: 0, scans: 30_500, unreadable: 12 } })
    expect(text).toContain('12.040 lượt với 23.100 người')
    expect(text).toContain('Mã đã quét: 30.500; không đọc được: 12.')
    expect(text.match(/1\.204/g)).toHaveLength(2)
    expect(text).not.toMatch(/1204|2310|12040|30500|1001/)
  })

  test('of some crossings alone says of which, in its title', async () => {
    const filter = { officer: '204118', direction: 'in', decision: null, lane: '1' } as const
    const text = (await textOf({ filter })).replaceAll('\n', ' ')
    expect(text).toContain('chỉ gồm: làn 1 · cán bộ 204118 · vào tỉnh')
    // A sentence that is read out by itself is not taken for all of the lane either.
    expect(text).toContain('Chỉ tính phần đã chọn (làn 1 · cán bộ 204118 · vào tỉnh): ')
    expect(await textOf()).not.toMatch(/chỉ gồm|Chỉ tính/)
  })

  test('says by whom a verdict was not followed, by number, rank and name', async () => {
    const totals = await totalsOf([[reported()]])
    totals.overrides = {
      crossings: 3,
      people: 4,
      byOfficer: [
        { officer: '1012', crossings: 2, people: 3 },
        { officer: null, crossings: 1, people: 1 },
      ],
    }
    const text = await textOf({ totals, officers: [{ number: '1012', name: 'Lê Văn Luân', rank: 'Thiếu úy' }] })
    expect(text).toContain('1012 Thiếu úy Lê Văn Luân')
    expect(text).toContain('Chưa đăng nhập')
  })

  test('says of a part of a time what is not known of it alone', async () => {
    const text = (await textOf({ beside: { voided: 2, erased: null, scans: null, unreadable: null } })).replaceAll(
      '\n',
      ' ',
    )
    expect(text).toContain('Mã đã quét, mã không đọc được: không tách được theo phần đã chọn.')
    expect(text).toContain(
      'đã hủy, không tính ở trên: 2; đã xóa dữ liệu theo quy định, không tính ở trên: không tách được',
    )
  })

  test('says of a closed day which version it is, and of a later one each figure that the one before had otherwise', async () => {
    const totals = await totalsOf([[reported()]])
    const { beside, head } = await reportOf()
    const closed = { day: '2026-11-29', version: 1, head: { ...head, epoch: null }, totals, beside }
    expect((await textOf({ totals, closed })).replaceAll('\n', ' ')).toContain(
      'Số liệu ngày 29/11/2026 đã chốt, bản 1: số liệu dưới đây đúng như đã chốt.',
    )
    const later = await textOf({ totals: await totalsOf([[reported(), reported({ seq: 13 })]]), closed })
    expect(later.replaceAll('\n', ' ')).toContain('Đây là bản 2 của số liệu ngày 29/11/2026, thay bản 1 đã chốt')
    expect(later).toContain('III. SỐ LIỆU KHÁC BẢN 1 ĐÃ CHỐT')
    expect(later).toMatch(/^Chiều: Tất cả\n1 lượt, \d người\n2 lượt, \d người$/m)
    expect(await textOf()).not.toMatch(/bản \d/)
  })

  test('of the same totals is the same file, byte for byte', async () => {
    expect(await bytesOf()).toEqual(await bytesOf())
  })
})

describe('the letters', () => {
  test.each(faces)('of the %s face have every letter of Vietnamese, composed and as marks', (face) => {
    const font = create(readFace(face))
    if (!('hasGlyphForCodePoint' in font)) throw new Error('a face is one font')
    const wanted = [...markedLetters, ...Array.from('₫–…“”\u0300\u0301\u0303\u0309\u0323')]
    expect(wanted.filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([])
    expect(font.familyName).toBe('Tinos')
  })

  test.each(faces)('of the %s face come back from the page as they were', async (face) => {
    const sheet = new Sheet({ title: '', author: '', madeAt: 0 })
    const words = Array.from({ length: 14 }, (_, index) => markedLetters.slice(index * 10, index * 10 + 10).join(''))
    for (const [index, word] of words.entries())
      sheet.put(word.normalize('NFD'), { x: page.left, y: page.top + index * 20, width: textWidth }, { face, size: 14 })
    sheet.document.end()
    const [lines = []] = pagesOf(await whole(sheet.document))
    expect(lines.map(({ text }) => text)).toEqual(words.filter((word) => word !== ''))
  })
})

test('a document has no font in it that every reader has, for none of those knows Vietnamese', async () => {
  const raw = (await bytesOf()).toString('latin1')
  expect(raw).not.toMatch(/\/Type1\b|Helvetica|Times/)
  expect(raw.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(4)
})
