/** The head of a document: boxes 1 to 5a, 9a and 11 of the decree's diagram. */
import { headColumns, mm, page, rulePart, sizes, textWidth } from './decree.ts'
import { evenly } from './evenly.ts'
import type { Letterhead } from './letterhead.ts'
import type { Sheet, Style } from './sheet.ts'

const state = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'

/** As it stands in a document's number (Phụ lục III, Mục I): a report, a record. */
type DocumentType = 'BC' | 'BB'

/** Number and date are given after signing, by whoever keeps the register (Điều 15): blank on paper. */
const blankNumber = (type: DocumentType, symbol: string): string =>
  `Số:        /${type}${symbol === '' ? '' : `-${symbol}`}`
const blankDate = (place: string): string => `${place === '' ? '……………' : place}, ngày      tháng      năm 20`

const leading = 1.2

/** Lines below each other in a column, each in the middle of it. Answers where the next would stand, and how wide the last text is. */
function column(
  sheet: Sheet,
  x: number,
  width: number,
  y: number,
  lines: readonly [string, Style][],
): { end: number; wide: number } {
  let end = y
  let wide = 0
  for (const [text, style] of lines) {
    const parts = evenly(sheet, text, width, style)
    wide = Math.max(...parts.map((part) => sheet.widthOf(part, style)))
    for (const line of parts) {
      sheet.put(line, { x, y: end, width }, { ...style, align: 'centre' })
      end += style.size * leading
    }
  }
  return { end, wide }
}

/** Boxes 1 to 4. */
function bodies(sheet: Sheet, { parentBody, issuingBody, symbol, place }: Letterhead, type: DocumentType): void {
  const left = page.left
  const right = page.left + headColumns.left
  const issuing: Style = { face: 'bold', size: sizes.body }
  const parent: Style = { face: 'regular', size: sizes.body }
  const bodyWidth = headColumns.left - mm(3)
  const body = column(sheet, left, bodyWidth, sheet.y, [
    ...(parentBody === null ? [] : [[parentBody.toUpperCase(), parent] as [string, Style]]),
    [issuingBody.toUpperCase(), issuing],
  ])
  const bodyRule = body.wide * rulePart
  sheet.rule(left + (bodyWidth - bodyRule) / 2, body.end + 2, bodyRule)
  const mottoStyle: Style = { face: 'bold', size: sizes.motto }
  const { end: stateEnd, wide: mottoWidth } = column(sheet, right, headColumns.right, sheet.y, [
    [state, { face: 'bold', size: sizes.state }],
    [motto, mottoStyle],
  ])
  // Just as long as the words.
  sheet.rule(right + (headColumns.right - mottoWidth) / 2, stateEnd + 2, mottoWidth)
  const y = Math.max(body.end, stateEnd) + 12
  const number: Style = { face: 'regular', size: sizes.number, align: 'centre' }
  const date: Style = { face: 'italic', size: sizes.date, align: 'centre' }
  sheet.put(blankNumber(type, symbol), { x: left, y, width: bodyWidth }, number)
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
  const { end, wide } = column(sheet, page.left, textWidth, sheet.y + 18, [
    [kind, style],
    ...about.map((line) => [line, style] as [string, Style]),
  ])
  const rule = wide * rulePart
  sheet.rule(page.left + (textWidth - rule) / 2, end + 2, rule)
  sheet.y = end + 14
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
  {
    type,
    kind,
    about,
    marking,
  }: { type: DocumentType; kind: string; about: readonly string[]; marking: string | null },
): void {
  bodies(sheet, letterhead, type)
  if (marking !== null) frame(sheet, marking)
  title(sheet, kind, about)
  addressed(sheet, letterhead.addressees)
}
