/** `chot card`: the printable card of command codes. */
import { writeFileSync } from 'node:fs'
import { qrMatrix } from '../qr/index.ts'
import { cardSheet, drawCommands } from './card-sheet.ts'
import { defineCommand, Failure, status } from '../terminal/index.ts'
import { outputOption } from './options.ts'

function unwritable(file: string, error: unknown): Failure {
  return new Failure(
    'card-not-written',
    {
      vi: 'không ghi được {file}: {why}. Chọn chỗ khác rồi chạy lại.',
      en: '{file} cannot be written: {why}. Choose another place and run this again.',
    },
    { file },
    { cause: error, status: status.system },
  )
}

export const cardCommand = defineCommand({
  summary: { vi: 'thẻ mã lệnh để in', en: 'the card of command codes, to print' },
  about: {
    vi: 'Vẽ thẻ mã lệnh (A4, SVG) để điều khiển làn chỉ bằng máy quét: in ra, cắt, ép nhựa.',
    en: 'Draws the card of command codes (A4, SVG) that works a lane by scanner alone: print, cut, laminate.',
  },
  options: outputOption,
  statuses: { 0: { vi: 'đã vẽ', en: 'drawn' } },
  async run(_words, { output: file }, { print }) {
    const sheet = cardSheet(await drawCommands((text) => qrMatrix(text)))
    if (file === undefined) {
      print(sheet)
      return 0
    }
    try {
      writeFileSync(file, sheet)
    } catch (error) {
      throw unwritable(file, error)
    }
    return 0
  },
})
