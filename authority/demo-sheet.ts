/** The printable sheet of demo codes (A4, SVG): to hold to the camera, or open as a picture. */
import { darkPath, type QrMatrix } from '../main/qr/index.ts'
import { formatInstant } from '../shared/language/time.ts'
import type { DemoCode } from './demo-codes.ts'

/** Millimetres. */
const page = { width: 210, height: 297 }
const codeSize = 72

/** Draws the sheet. Every code is for trying out: it says so. */
export function demoSheet(codes: readonly { code: DemoCode; matrix: QrMatrix }[], now: number): string {
  const cells = codes.map(({ code, matrix }, index) => {
    const x = index % 2 === 0 ? 22 : 116
    const y = 44 + Math.floor(index / 2) * 84
    return [
      `<g transform="translate(${x} ${y}) scale(${codeSize / matrix.size})"><path d="${darkPath(matrix)}"/></g>`,
      `<text x="${x}" y="${y + codeSize + 6}" font-size="5" font-weight="700">${code.vi} · ${code.en}</text>`,
    ].join('\n')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" viewBox="0 0 ${page.width} ${page.height}" font-family="Be Vietnam Pro, Arial, sans-serif">
<rect width="100%" height="100%" fill="#fff"/>
<text x="22" y="22" font-size="8" font-weight="700">TẬP HUẤN · PRACTICE — Chốt: mã dùng thử · demo codes</text>
<text x="22" y="31" font-size="4.2">Không có giá trị thật. Làm lúc ${formatInstant(now)}; tuổi mẫu tính từ lúc này.</text>
<text x="22" y="37" font-size="4.2">Not real. Made at ${formatInstant(now)}; sample ages count from then.</text>
${cells.join('\n')}
</svg>
`
}
