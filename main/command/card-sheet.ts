/**
 * The printable card of command codes (A4, SVG): held beside the scanner, it works a lane without a keyboard. Decisions
 * and keys above, reasons below; black on white, to be cut along its corners and laminated.
 */
import { commands, commandText, type Command } from '../../shared/domain/command-code.ts'
import type { Decision } from '../../shared/domain/crossing/crossing.ts'
import { decisionWords, reasonWords } from '../../shared/language/crossing-words.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { darkPath, quietZone, type QrMatrix } from '../qr/index.ts'

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

/** A part of the card: where its first code is, how far its codes are apart, how large, and how wide a line of words is. */
interface Part {
  columns: number
  left: number
  top: number
  across: number
  down: number
  code: number
  font: number
  /** Most characters of a line. */
  line: number
}
const orders: Part = { columns: 3, left: 29, top: 30, across: 60, down: 53.5, code: 32, font: 4.4, line: 24 }
const reasons: Part = { columns: 4, left: 21, top: 142, across: 47, down: 48, code: 25, font: 3.1, line: 24 }

/** What a key for a decision says in English: lists name it as something that was done. */
const orderWords: Record<Decision, string> = { admitted: 'Admit', refused: 'Refuse', referred: 'Refer to medical post' }

/** What stands under a code. */
export function commandWords(locale: Locale, command: Command): string {
  switch (command.kind) {
    case 'decide':
      return { vi: decisionWords.vi[command.decision], en: orderWords[command.decision] }[locale]
    case 'reason':
      return reasonWords[locale][command.code]
    case 'next':
      return { vi: 'Người tiếp theo', en: 'Next traveller' }[locale]
    case 'undo':
      return { vi: 'Hoàn tác', en: 'Undo' }[locale]
    case 'turn':
      return { vi: 'Đổi hướng vào/ra', en: 'Change direction' }[locale]
  }
}

/** Draws every command of command-code.ts with `draw`, in the order of the card. */
export async function drawCommands(draw: (text: string) => Promise<QrMatrix>): Promise<DrawnCommand[]> {
  return Promise.all(commands.map(async (command) => ({ command, matrix: await draw(commandText(command)) })))
}

/** Draws the card. */
export function cardSheet(drawn: readonly DrawnCommand[]): string {
  const isReason = ({ command }: DrawnCommand): boolean => command.kind === 'reason'
  const cells = [
    ...drawn.filter((each) => !isReason(each)).map((each, index) => cell(orders, each, index)),
    ...drawn.filter(isReason).map((each, index) => cell(reasons, each, index)),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" viewBox="0 0 ${page.width} ${page.height}" font-family="Be Vietnam Pro, Arial, sans-serif">
<rect width="100%" height="100%" fill="#fff"/>
<path d="${cutMarks()}" fill="none" stroke="#000" stroke-width="0.2"/>
<text x="17" y="15" font-size="4.6" font-weight="700">Chốt: thẻ lệnh · command card</text>
<text x="17" y="19.2" font-size="2.6">Quét mã thay cho bấm phím. In đúng cỡ A4, cắt, ép nhựa mờ.</text>
<text x="17" y="23" font-size="2.6">Scan instead of pressing keys. Print at full size, cut, laminate.</text>
<path d="M17 132H193" stroke="#000" stroke-width="0.4"/>
<text x="17" y="137" font-size="3.3" font-weight="700">Lý do: quét khi máy hỏi · Reasons: scan when asked</text>
${cells.join('\n')}
</svg>
`
}

function cell(
  { columns, left, top, across, down, code, font, line }: Part,
  drawn: DrawnCommand,
  index: number,
): string {
  const { command, matrix } = drawn
  const x = left + (index % columns) * across
  const y = top + Math.floor(index / columns) * down
  const scale = code / matrix.size
  // Words begin where the quiet zone ends.
  const firstLine = y + code + quietZone * scale + 0.75 * font
  const words = [
    ...wrapped(commandWords('vi', command), line).map((text) => ({ text, weight: 700 })),
    ...wrapped(commandWords('en', command), line).map((text) => ({ text, weight: 400 })),
  ]
  return [
    `<g transform="translate(${x} ${y}) scale(${scale})"><path d="${darkPath(matrix)}" shape-rendering="crispEdges"/></g>`,
    ...words.map(
      ({ text, weight }, row) =>
        `<text x="${x + code / 2}" y="${firstLine + 1.2 * font * row}" font-size="${font}" font-weight="${weight}" text-anchor="middle">${text}</text>`,
    ),
  ].join('\n')
}

/** Words in lines of at most so many characters, as even as they come. */
function wrapped(text: string, most: number): string[] {
  const width = Math.ceil(text.length / Math.ceil(text.length / most)) + 2
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= Math.min(width, most))
      lines.push(`${lines.pop()} ${word}`)
    else lines.push(word)
  }
  return lines
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
