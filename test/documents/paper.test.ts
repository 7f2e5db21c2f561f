/** The report on paper as Poppler reads it: letters, fonts, margins, and the code of every page from its picture. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { mm, page, textWidth } from '../../main/reports/paper/decree.ts'
import { faces } from '../../main/reports/paper/faces.ts'
import { Sheet } from '../../main/reports/paper/sheet.ts'
import { formatNumber } from '../../shared/language/number.ts'
import { readPaperCode } from '../../shared/paper/paper-code.ts'
import { codesInPicture } from '../fixtures/read-codes.ts'
import { markedLetters, whole } from '../unit/main/reports/reported.ts'
import { given, practiceDay } from './a-day.ts'
import { ask } from './tools.ts'

interface Word {
  page: number
  left: number
  top: number
  right: number
  bottom: number
  text: string
}

/** All words with their places, in points from the left and the top. */
function wordsOf(file: string): Word[] {
  const number = (text: string | undefined): number => Number(text)
  return ask('pdftotext', ['-bbox', file, '-'])
    .split('<page ')
    .slice(1)
    .flatMap((part, index) =>
      [
        ...part.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, text = '']) => ({
        page: index + 1,
        left: number(left),
        top: number(top),
        right: number(right),
        bottom: number(bottom),
        text,
      })),
    )
}

describe('the report of a day', () => {
  let day: { folder: string; profile: string }
  let file: string
  beforeAll(() => {
    day = practiceDay()
    file = given(day, 'America/New_York', 'report.pdf', '--appendix')
  })

  test('keeps to the margins of the decree; above them stands the page’s number alone', () => {
    const words = wordsOf(file)
    const within = 0.5
    const beyond = words.filter(({ left, right, top, bottom, text, page: number }) => {
      const isNumber =
        number > 1 &&
        /^\d+$/.test(text) &&
        bottom < page.top &&
        Math.abs((left + right) / 2 - (page.left + textWidth / 2)) < 1
      const isInside =
        left >= page.left - within &&
        right <= page.width - page.right + within &&
        top >= page.top - 3 &&
        bottom <= page.height - page.bottom + 3
      return !isNumber && !isInside
    })
    expect(beyond).toEqual([])
    expect(words.filter(({ bottom }) => bottom < page.top).length).toBeGreaterThan(1)
  })

  test('has whole fonts in it, none that a reader would have to bring', () => {
    const fonts = ask('pdffonts', [file]).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(4)
    for (const font of fonts) expect(font).toMatch(/Tinos.*TrueType.*Identity-H\s+yes\s+yes\s+yes/)
  })

  test('has on every page a code that our own reader reads from its picture, of that page, with the totals of the text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chot-pages-'))
    ask('pdftoppm', ['-r', '150', '-gray', '-png', '-l', '12', file, join(folder, 'page')])
    const pictures = readdirSync(folder).toSorted()
    const text = ask('pdftotext', ['-l', '1', file, '-']).replaceAll(/\s+/g, ' ')
    for (const [index, picture] of pictures.entries()) {
      const [code = ''] = await codesInPicture(readFileSync(join(folder, picture)))
      const claim = readPaperCode(code)?.claim
      expect(claim).toMatchObject({ paper: 'report', practice: true, page: index + 1 })
      if (claim?.paper === 'report')
        expect(text).toContain(
          `đã kiểm soát ${formatNumber('vi', claim.crossings)} lượt với ${formatNumber('vi', claim.people)} người`,
        )
    }
    expect(pictures.length).toBeGreaterThan(3)
  })
})

test.each(faces)('the letters of Vietnamese in the %s face come back as they were', async (face) => {
  const sheet = new Sheet({ title: '', author: '', madeAt: 0 })
  const words = Array.from({ length: 14 }, (_, index) => markedLetters.slice(index * 10, index * 10 + 10).join(''))
  for (const [index, word] of words.entries())
    sheet.put(word, { x: mm(30), y: mm(20) + index * 20, width: textWidth }, { face, size: 14 })
  sheet.document.end()
  const file = join(mkdtempSync(join(tmpdir(), 'chot-letters-')), 'letters.pdf')
  writeFileSync(file, await whole(sheet.document))
  const read = ask('pdftotext', [file, '-'])
  expect(read.replaceAll(/\s+/g, '').normalize('NFC')).toBe(markedLetters.join(''))
  expect(markedLetters).toHaveLength(134)
})
