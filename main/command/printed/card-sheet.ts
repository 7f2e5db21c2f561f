/**
 * The printable card of command codes (A4, SVG): held beside the scanner, it works a lane without a keyboard. It is one
 * kiosk's, and says whose; black on white, to be cut along its corners and laminated.
 */
import { commands, type Command } from '../../../shared/domain/command-code.ts'
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import { decisionWords } from '../../../shared/language/crossing-words.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { darkPath, quietZone, type QrMatrix } from '../../qr/index.ts'

/** A command and its drawn code. */
export interface DrawnCommand {
  command: Command
  matrix: QrMatrix
}

/** Millimetres, all that follows. */
const page = { width: 210, height: 297 }
/** What is left after cutting; printers leave some 5 mm of the paper white. */
const card = { left: 9, top: 9, right: 201, bottom: 288 }
const cutMark = 6

/** Where the first code is, how far the codes are apart, how large, and the letters of the words under them. */
const grid = { columns: 2, left: 31, top: 36, across: 92, down: 84, code: 56, font: 5 }

/** What a key for a decision says in English: lists name it as something that was done. */
const orderWords: Record<Decision, string> = { admitted: 'Admit', refused: 'Refuse', referred: 'Refer to medical post' }

/** What stands under a code. */
export function commandWords(locale: Locale, command: Command): string {
  switch (command.kind) {
    case 'decide':
      return { vi: decisionWords.vi[command.decision], en: orderWords[command.decision] }[locale]
    case 'next':
      return { vi: 'Người tiếp theo', en: 'Next traveller' }[locale]
    case 'undo':
      return { vi: 'Hoàn tác', en: 'Undo' }[locale]
    case 'turn':
      return { vi: 'Đổi hướng vào/ra', en: 'Change direction' }[locale]
  }
}

/** Draws every command of command-code.ts with `draw`, in the order of the card. */
export async function drawCommands(draw: (command: Command) => Promise<QrMatrix>): Promise<DrawnCommand[]> {
  return Promise.all(commands.map(async (command) => ({ command, matrix: await draw(command) })))
}

/** What the card says of itself. */
interface CardWords {
  /** Whose it is, as its officers call it. */
  kiosk: string
  /** Which of the kiosk's cards: those with a lower number command nothing any more. */
  number: number
  /** One for practice says so. */
  mode: Mode
}

/** Draws the card. */
export function cardSheet(drawn: readonly DrawnCommand[], { kiosk, number, mode }: CardWords): string {
  const practice =
    mode === 'practice'
      ? `<text x="195" y="33" font-size="8" font-weight="700" text-anchor="end">TẬP HUẤN · PRACTICE</text>\n`
      : ''

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" viewBox="0 0 ${page.width} ${page.height}" font-family="Be Vietnam Pro, Arial, sans-serif">
<rect width="100%" height="100%" fill="#fff"/>
<path d="${cutMarks()}" fill="none" stroke="#000" stroke-width="0.2"/>
<text x="17" y="16" font-size="4.6" font-weight="700">Chốt: thẻ lệnh · command card ${number} · ${escaped(shownText(kiosk))}</text>
<text x="17" y="21" font-size="2.6">Quét mã thay cho bấm phím; chỉ quyết định đúng theo kết quả. In đúng cỡ A4, cắt, ép nhựa mờ. Cất như chìa khóa.</text>
<text x="17" y="25" font-size="2.6">Scan instead of pressing keys; decides only what the verdict asks for. Print at full size, cut, laminate. Keep it like a key.</text>
${practice}${drawn.map(cell).join('\n')}
</svg>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function cell({ command, matrix }: DrawnCommand, index: number): string {
  const { columns, left, top, across, down, code, font } = grid
  const x = left + (index % columns) * across
  const y = top + Math.floor(index / columns) * down
  const scale = code / matrix.size
  // Words begin where the quiet zone ends.
  const firstLine = y + code + quietZone * scale + 0.75 * font
  const words = [
    { text: commandWords('vi', command), weight: 700 },
    { text: commandWords('en', command), weight: 400 },
  ]
  return [
    `<g transform="translate(${x} ${y}) scale(${scale})"><path d="${darkPath(matrix)}" shape-rendering="crispEdges"/></g>`,
    ...words.map(
      ({ text, weight }, row) =>
        `<text x="${x + code / 2}" y="${firstLine + 1.2 * font * row}" font-size="${font}" font-weight="${weight}" text-anchor="middle">${text}</text>`,
    ),
  ].join('\n')
}

/** Two strokes at each corner, outside of what is cut out. */
function cutMarks(): string {
  const corners = [
    [card.left, card.top, -1, -1],
    [card.right, card.top, 1, -1],
    [card.left, card.bottom, -1, 1],
    [card.right, card.bottom, 1, 1],
  ] as const
  return corners.map(([x, y, h, w]) => `M${x} ${y}h${h * cutMark}M${x} ${y}v${w * cutMark}`).join('')
}
