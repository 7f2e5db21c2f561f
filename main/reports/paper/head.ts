/** The head of a document: boxes 1 to 5a, 9a and 11 of the decree's diagram. */
import { headColumns, mm, page, sizes, textWidth } from './decree.ts'
import type { Letterhead } from './letterhead.ts'
import type { Sheet, Style } from './sheet.ts'

const state = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Number and date are given after signing, by whoever keeps the register (Điều 15): blank on paper. */
const blankNumber = (kind: string, symbol: string): string => `Số:        /${kind}${symbol === '' ? '' : `-${symbol}`}`
const blankDate = (place: string): string => `${place === '' ? '……………' : place}, ngày      tháng      năm 20`

const leading = 1.2

/** As few lines as there must be, of about one length: no name of a body has a single word on its second line. */
function evenly(sheet: Sheet, text: string, width: number, style: Style): string[] {
  let lines = sheet.wrap(text, width, style)
  for (let narrower = width * 0.95; narrower > width / 3; narrower *= 0.95) {
    const next = sheet.wrap(text, narrower, style)
    if (next.length > lines.length) break
    lines = next
  }
  return lines
}

/** Lines below each other in a column, each in the middle of it. Answers where the next would stand. */
function column(sheet: Sheet, x: number, width: number, y: number, lines: readonly [string, Style][]): number {
  let top = y
  for (const [text, style] of lines) {
    for (const line of evenly(sheet, text, width, style)) {
      sheet.put(line, { x, y: top, width }, { ...style, align: 'centre' })
      top += style.size * leading
    }
  }
  return top
}

/** Boxes 1 to 4. */
function bodies(sheet: Sheet, { parentBody, issuingBody, symbol, place }: Letterhead): void {
  const left = page.left
  const right = page.left + headColumns.left
  const issuing: Style = { face: 'bold', size: sizes.body }
  const parent: Style = { face: 'regular', size: sizes.body }
  const bodyEnd = column(sheet, left, headColumns.left - mm(3), sheet.y, [
    ...(parentBody === null ? [] : [[parentBody.toUpperCase(), parent] as [string, Style]]),
    [issuingBody.toUpperCase(), issuing],
  ])
  // A third to a half of the words' length, in the middle.
  sheet.rule(left + (headColumns.left - mm(3)) / 2 - mm(10), bodyEnd + 2, mm(20))
  const mottoStyle: Style = { face: 'bold', size: sizes.motto }
  const stateEnd = column(sheet, right, headColumns.right, sheet.y, [
    [state, { face: 'bold', size: sizes.state }],
    [motto, mottoStyle],
  ])
  const mottoWidth = sheet.widthOf(motto, mottoStyle)
  sheet.rule(right + (headColumns.right - mottoWidth) / 2, stateEnd + 2, mottoWidth)
  const y = Math.max(bodyEnd, stateEnd) + 12
  const number: Style = { face: 'regular', size: sizes.number, align: 'centre' }
  const date: Style = { face: 'italic', size: sizes.date, align: 'centre' }
  sheet.put(blankNumber('BC', symbol), { x: left, y, width: headColumns.left - mm(3) }, number)
  sheet.put(blankDate(place), { x: right, y, width: headColumns.right }, date)
  sheet.y = y + sizes.number * leading
}

/** Box 11: a mark of circulation in a single frame. */
function frame(sheet: Sheet, marking: string): void {
  const style: Style = { face: 'bold', size: sizes.marking, align: 'centre' }
  const width = Math.min(textWidth, sheet.widthOf(marking, style) + mm(8))
  const height = sizes.marking * 1.8
  sheet.y += 6
  sheet.document.lineWidth(1).rect(page.left, sheet.y, width, height).stroke()
  sheet.put(marking, { x: page.left, y: sheet.y + sizes.marking * 0.3, width }, style)
  sheet.y += height
}

/** Box 5a. */
function title(sheet: Sheet, kind: string, about: readonly string[]): void {
  const style: Style = { face: 'bold', size: sizes.text }
  const y = column(sheet, page.left, textWidth, sheet.y + 18, [
    [kind, style],
    ...about.map((line) => [line, style] as [string, Style]),
  ])
  sheet.rule(page.left + textWidth / 2 - mm(20), y + 2, mm(40))
  sheet.y = y + 14
}

/** Box 9a: one on the same line; several below each other, their dashes under the colon. */
function addressed(sheet: Sheet, addressees: readonly string[]): void {
  if (addressees.length === 0) return
  const style: Style = { face: 'regular', size: sizes.text }
  const label = 'Kính gửi: '
  const from = page.left + mm(25)
  const indent = from + sheet.widthOf(label, style)
  sheet.put(label, { x: from, y: sheet.y, width: textWidth }, style)
  const single = addressees.length === 1
  for (const [index, each] of addressees.entries()) {
    const text = single ? each : `- ${each}${index === addressees.length - 1 ? '.' : ';'}`
    for (const line of sheet.wrap(text, page.width - page.right - indent, style)) {
      sheet.put(line, { x: indent, y: sheet.y, width: textWidth }, style)
      sheet.y += sizes.text * leading
    }
  }
  sheet.y += 8
}

/** Sets the whole head. @param about each line of what the document is about */
export function setHead(
  sheet: Sheet,
  letterhead: Letterhead,
  { kind, about, marking }: { kind: string; about: readonly string[]; marking: string | null },
): void {
  bodies(sheet, letterhead)
  if (marking !== null) frame(sheet, marking)
  title(sheet, kind, about)
  addressed(sheet, letterhead.addressees)
}
