/** `chot card`: the printable card of command codes, which carry the mark of one profile's kiosk. */
import { writeRegularFile } from '../files/index.ts'
import { CommandMarks } from '../lane/index.ts'
import { readCheckpoint } from '../profile/index.ts'
import { qrMatrix } from '../qr/index.ts'
import { defineCommand, Failure, status } from '../terminal/index.ts'
import { cardSheet, drawCommands } from './card-sheet.ts'
import { readingSecrets } from './command-secrets.ts'
import { chosenProfile, outputOption, profileOption } from './options.ts'

/** Who has the card can work the lane. */
const ownerOnly = 0o600

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
    vi: 'Vẽ thẻ mã lệnh (A4, SVG) của riêng máy này, để điều khiển làn chỉ bằng máy quét: in ra, cắt, ép nhựa, cất như chìa khóa. Thẻ chỉ quyết định đúng theo kết quả.',
    en: 'Draws this kiosk’s own card of command codes (A4, SVG), which works its lane by scanner alone: print, cut, laminate, keep it like a key. It decides only what the verdict asks for.',
  },
  options: { ...outputOption, ...profileOption },
  statuses: { 0: { vi: 'đã vẽ', en: 'drawn' } },
  async run(_words, values, { env, print }) {
    const profile = chosenProfile(values, env)
    const { name, lane, mode } = readCheckpoint(profile)
    const marks = new CommandMarks(await readingSecrets(profile, { env }).commandKey())
    const sheet = cardSheet(
      await drawCommands((command) => qrMatrix(marks.textOf(command))),
      `${name}, làn ${lane}`,
      mode,
    )
    const { output: file } = values
    if (file === undefined) {
      print(sheet)
      return 0
    }
    try {
      writeRegularFile(file, sheet, ownerOnly)
    } catch (error) {
      throw unwritable(file, error)
    }
    return 0
  },
})
