/**
 * A laboratory's slips: A6, one a result, to be handed out. Serial number and name are in sight above the code, so that nobody
 * is given another person's; what the result is stands in the signed code alone.
 */
import { quietZone } from '../../../shared/barcode/dark-path.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { mm } from '../paper/decree.ts'
import { evenly } from '../paper/evenly.ts'
import { Sheet, type Paper, type Style } from '../paper/sheet.ts'
import type { ResultSlip, ResultSlips } from './result-slip.ts'

const margin = mm(7)
const a6: Paper = {
  width: mm(105),
  height: mm(148),
  top: margin,
  bottom: margin,
  left: margin,
  right: margin,
  numbered: false,
}

/** As large as its quiet zone lets it be: a phone and a webcam read it off the paper. */
const widest = a6.width - mm(4)
const leading = 1.2
const mostLines = 2

function set(sheet: Sheet, text: string, style: Style): void {
  for (const line of evenly(sheet, text, sheet.textWidth, style).slice(0, mostLines)) {
    sheet.put(line, { x: a6.left, y: sheet.y, width: sheet.textWidth }, style)
    sheet.y += style.size * leading
  }
}

const centred = (face: Style['face'], size: number): Style => ({ face, size, align: 'centre' })

function setSlip(sheet: Sheet, authority: string, { serial, name, birthDate, sampledAt, code }: ResultSlip): void {
  set(sheet, shownText(authority), centred('regular', 9))
  set(sheet, 'PHIẾU KẾT QUẢ XÉT NGHIỆM', centred('bold', 12))
  set(sheet, 'TEST RESULT', centred('regular', 9))
  sheet.y += 4
  set(sheet, `Số · No. ${serial}`, centred('bold', 18))
  set(sheet, shownText(name).toLocaleUpperCase('vi'), centred('bold', 14))
  set(sheet, `Ngày sinh · Born ${shownText(birthDate)}`, centred('regular', 10))
  set(sheet, `Lấy mẫu · Sampled ${shownText(sampledAt)}`, centred('regular', 10))
  const foot = 2 * 8 * leading
  const room = a6.height - a6.bottom - foot - sheet.y
  const whole = Math.min(widest, room)
  const side = (whole * code.size) / (code.size + 2 * quietZone)
  sheet.code(code, (a6.width - side) / 2, sheet.y + (room - side) / 2, side)
  sheet.y = a6.height - a6.bottom - foot
  set(sheet, 'Đưa mã này ra tại chốt kiểm soát; đừng đăng lên mạng.', centred('regular', 8))
  set(sheet, 'Show this code at checkpoints; do not post it online.', centred('regular', 8))
}

/** The slips as the bytes of a PDF, in the order in which they come. */
export async function* drawResultSlips({ authority, madeAt, slips }: ResultSlips): AsyncGenerator<Uint8Array> {
  const title = `Phiếu kết quả xét nghiệm: ${authority}`
  const sheet = new Sheet({ title, author: authority, madeAt, paper: a6, flowing: true })
  let isFirst = true
  const { document } = sheet
  for (const slip of slips) {
    if (!isFirst) sheet.addPage()
    isFirst = false
    setSlip(sheet, authority, slip)
    // What is drawn is handed on before more is: a batch of many thousands never lies in memory.
    for (let piece: unknown = document.read(); piece instanceof Uint8Array; piece = document.read()) yield piece
  }
  document.end()
  for await (const piece of document) yield piece
}
