/**
 * The poster of a place, as Phụ lục II of Công văn 1324/UBND-VX (Bắc Ninh, 7/5/2021) lays it down: whose place it is in
 * capitals, where, its code, and in three steps what whoever comes is to do. One page a place.
 */
import { quietZone, type QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { PosterPlace, PosterSize } from '../../../shared/domain/poster-place.ts'
import { posterCodeSide, posterWords } from '../../../shared/language/poster-words.ts'
import { mm } from '../paper/decree.ts'
import { evenly } from '../paper/evenly.ts'
import { Sheet, type Paper, type Style } from '../paper/sheet.ts'

interface Format {
  paper: Paper
  /** The code's side without its quiet zone: on A4 not under 15 cm. */
  code: number
  /** The largest letters of the name, and those of the steps. */
  name: number
  steps: number
}

const paperOf = (width: number, height: number, margin: number): Paper => ({
  width: mm(width),
  height: mm(height),
  top: mm(margin),
  bottom: mm(margin),
  left: mm(margin),
  right: mm(margin),
  numbered: false,
})

const formats: Readonly<Record<PosterSize, Format>> = {
  A4: { paper: paperOf(210, 297, 12), code: mm(posterCodeSide.A4), name: 28, steps: 16 },
  A5: { paper: paperOf(148, 210, 8), code: mm(posterCodeSide.A5), name: 19, steps: 11.5 },
}

/** No name is set in smaller letters than this part of the largest: what does not fit then, ends in an ellipsis. */
const smallest = 0.5
const mostNameLines = 2
const leading = 1.2
const gap = 3

/** Lines of a text in the largest letters in which so many lines hold it. */
function fitting(sheet: Sheet, text: string, largest: number, style: Style): { lines: string[]; style: Style } {
  for (let size = largest; ; size -= 0.5) {
    const tried = { ...style, size }
    const lines = evenly(sheet, text, sheet.textWidth, tried)
    if (lines.length <= mostNameLines) return { lines, style: tried }
    if (size > largest * smallest) continue
    const kept = lines.slice(0, mostNameLines)
    return { lines: kept.map((line, index) => (index === mostNameLines - 1 ? `${line}…` : line)), style: tried }
  }
}

/** Lines below each other in the middle, or from the left. */
function set(sheet: Sheet, lines: readonly string[], style: Style): void {
  for (const line of lines) {
    sheet.put(line, { x: sheet.paper.left, y: sheet.y, width: sheet.textWidth }, style)
    sheet.y += style.size * leading
  }
}

/** What stands above the code and below it, in letters of a size, and how high both are with their gaps. */
function laid(sheet: Sheet, { name, address }: PosterPlace, app: string, format: Format, part: number) {
  const size = format.steps * part
  const centred: Style = { face: 'bold', size, align: 'centre' }
  const plain: Style = { face: 'regular', size }
  const words = posterWords(app)
  const blocks = {
    name: fitting(sheet, name.toLocaleUpperCase('vi'), format.name * part, centred),
    address: fitting(sheet, words.address(address), size, { ...plain, align: 'centre' }),
    caption: { lines: [words.caption], style: centred },
    how: { lines: [words.how], style: centred },
    steps: words.steps.map((step) => ({ lines: sheet.wrap(step, sheet.textWidth, plain), style: plain })),
  }
  const above = [blocks.name, blocks.address, blocks.caption]
  const below = [blocks.how, ...blocks.steps]
  const high = (all: typeof below): number =>
    all.reduce((sum, { lines, style }) => sum + lines.length * style.size * leading + gap, 0)
  return { above, below, aboveHeight: high(above), belowHeight: high(below) }
}

function setPlace(sheet: Sheet, place: PosterPlace, matrix: QrMatrix, app: string, format: Format): void {
  const { code: side, paper } = format
  // Its quiet zone is as white as the paper, four modules wide: a coarse code leaves its words less room.
  const needed = side * (1 + (2 * quietZone) / matrix.size)
  const room = paper.height - paper.top - paper.bottom
  let part = 1
  let words = laid(sheet, place, app, format, part)
  while (words.aboveHeight + words.belowHeight + needed > room && part > smallest) {
    part -= 0.05
    words = laid(sheet, place, app, format, part)
  }
  const free = room - words.aboveHeight - words.belowHeight
  const put = (all: typeof words.above): void => {
    for (const { lines, style } of all) {
      set(sheet, lines, style)
      sheet.y += gap
    }
  }
  put(words.above)
  sheet.code(matrix, (paper.width - side) / 2, sheet.y + (free - side) / 2, side)
  sheet.y += free
  put(words.below)
}

/** What is asked of the posters of a list. */
export interface Posters {
  places: readonly PosterPlace[]
  size: PosterSize
  /** Of the app that the code is for. */
  app: string
  /** Epoch milliseconds. */
  madeAt: number
  /** Draws a code. @throws where its text does not fit one */
  codeOf: (text: string) => Promise<QrMatrix>
}

/** The posters as the bytes of a PDF, a page each. */
export async function drawPosters({ places, size, app, madeAt, codeOf }: Posters): Promise<AsyncIterable<Uint8Array>> {
  const format = formats[size]
  const [first] = places
  const title = `Mã QR: ${first?.name ?? ''}${places.length > 1 ? ` (${places.length})` : ''}`
  const sheet = new Sheet({ title, author: 'Chốt', madeAt, paper: format.paper })
  for (const [index, place] of places.entries()) {
    if (index > 0) sheet.addPage()
    setPlace(sheet, place, await codeOf(place.code), app, format)
  }
  sheet.document.end()
  return sheet.document
}
