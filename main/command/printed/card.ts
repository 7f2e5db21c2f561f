/** `chot card`: the printable card of command codes, which carry the mark of one profile's kiosk. */
import { writeRegularFile } from '../../files/index.ts'
import { CommandMarks } from '../../lane/index.ts'
import { readCheckpoint } from '../../profile/index.ts'
import { qrMatrix } from '../../qr/index.ts'
import { defineCommand, Failure, status, type Terminal } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { cardSheet, drawCommands } from './card-sheet.ts'
import { commandSecrets, readingSecrets } from '../profile/command-secrets.ts'
import { chosenProfile, outputOption, profileOption } from '../options.ts'
import { withJournal } from '../profile/with-journal.ts'

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

/** The next card of the profile, through the kiosk where one has it open. @throws Failure */
async function renewCard(profile: string, key: Uint8Array, terminal: Terminal): Promise<void> {
  const asked = await askKiosk(profile, (kiosk) => kiosk.call('setUp.renewCard', {}))
  if (asked?.ok === false) throw new Failure('card-not-renewed', asked.said, {}, { status: status.system })
  if (asked) return
  await withJournal(profile, commandSecrets(profile, terminal.env, 'refuse'), terminal, (record) =>
    record('card.renewed', { card: new CommandMarks(key, profile).renew() }),
  )
}

export const cardCommand = defineCommand({
  summary: { vi: 'thẻ mã lệnh để in', en: 'the card of command codes, to print' },
  about: {
    vi: 'Vẽ thẻ mã lệnh (A4, SVG) của riêng máy này, để điều khiển làn chỉ bằng máy quét: in ra, cắt, ép nhựa, cất như chìa khóa. Thẻ chỉ quyết định đúng theo kết quả. Mất thẻ thì dùng --new để làm thẻ kế tiếp: thẻ mất và mọi thẻ trước đó không còn tác dụng.',
    en: 'Draws this kiosk’s own card of command codes (A4, SVG), which works its lane by scanner alone: print, cut, laminate, keep it like a key. It decides only what the verdict asks for. Where a card was lost, --new makes the next one: the lost one, and every one before, commands nothing from then on.',
  },
  options: {
    new: {
      type: 'boolean',
      says: {
        vi: 'làm thẻ kế tiếp; các thẻ trước không còn tác dụng',
        en: 'make the next card; those before command nothing any more',
      },
    },
    ...outputOption,
    ...profileOption,
  } as const,
  statuses: { 0: { vi: 'đã vẽ', en: 'drawn' } },
  async run(_words, values, terminal) {
    const { env, print } = terminal
    const profile = chosenProfile(values, env)
    const { name, lane, mode } = readCheckpoint(profile)
    const key = await readingSecrets(profile, { env }).commandKey()
    if (values.new) await renewCard(profile, key, terminal)
    const marks = new CommandMarks(key, profile)
    const sheet = cardSheet(await drawCommands((command) => qrMatrix(marks.textOf(command))), {
      kiosk: `${name}, làn ${lane}`,
      number: marks.card,
      mode,
    })
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
