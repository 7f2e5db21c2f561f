/** The daily report on paper, read back from its own bytes. */
import { describe, expect, test } from 'vitest'
import { totalsOf } from '../../../../main/reports/day/tally.ts'
import { dailyReport, type DailyReport } from '../../../../main/reports/paper/daily-report.ts'
import { faces, readFace } from '../../../../main/reports/paper/faces.ts'
import { mm, page, textWidth } from '../../../../main/reports/paper/decree.ts'
import { letterheadOf } from '../../../../main/reports/paper/letterhead.ts'
import { Sheet } from '../../../../main/reports/paper/sheet.ts'
import { create } from 'fontkit'
import { markedLetters, morning, place, reported, whole, withTravellers } from './reported.ts'
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
    madeAt: morning,
    practice: false,
    totals: await totalsOf([crossings]),
    beside: { voided: 3, erased: 4, scans: 50, unreadable: 6 },
    head: { seq: 77, hash: 'ab'.repeat(32) },
    list: null,
    ...changes,
  }
}

const bytesOf = async (changes: Partial<DailyReport> = {}): Promise<Buffer> =>
  whole(dailyReport(await reportOf(changes)))
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
    expect(text).toMatch(/đến mục 77 của nhật ký/)
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

  test('is marked where it names people or nobody is real', async () => {
    expect(await textOf({ list: { crossings: [], identities: true } })).toContain('LƯU HÀNH NỘI BỘ')
    expect(await textOf({ practice: true })).toContain('TẬP HUẤN')
    expect(await textOf()).not.toMatch(/LƯU HÀNH|TẬP HUẤN/)
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
