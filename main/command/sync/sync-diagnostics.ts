/** `chot sync diagnostics`: what IT sends on when something is wrong; no person in it, and no secret. */
import { resolve } from 'node:path'
import { say } from '../../../shared/language/say.ts'
import { writeNewFile } from '../../files/index.ts'
import { diagnose } from '../../sync/index.ts'
import { defineCommand, Failure, status, type Options } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { fileThere } from '../file-there.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { withSync } from './sync-profile.ts'

const options = {
  out: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'ghi vào tệp mới này (mặc định: in ra)', en: 'to this new file (default: it is printed)' },
  },
  ...profileOption,
} as const satisfies Options

const written = {
  vi: 'Đã ghi {file}. Không có tên người, số giấy tờ, biển số hay bí mật nào trong đó.',
  en: 'Written to {file}. No person, number, plate or secret is in it.',
} as const

export const syncDiagnostics = defineCommand({
  summary: { vi: 'số liệu cho kỹ thuật khi gửi bị trục trặc', en: 'figures for IT where sending is in trouble' },
  about: {
    vi: 'Ghi tình trạng gửi nhận, các lần thử, kỷ, khóa niêm phong (mã khóa), phiên bản và giờ máy thành một tệp JSON để gửi cho kỹ thuật. Trong đó không có dữ liệu cá nhân và không có bí mật.',
    en: 'Writes how sync stands, its tries, epochs, sealing keys (their ids), versions and clock as one JSON file to send to IT. It has no personal data and no secrets.',
  },
  options,
  statuses: { 0: { vi: 'đã ghi', en: 'written' } },
  async run(_words, values, terminal) {
    const { locale, print, env } = terminal
    const profile = chosenProfile(values, env)
    const asked = await askKiosk(profile, (kiosk) => kiosk.call('sync.diagnose', { folder: null }), env)
    if (asked?.ok === false) throw new Failure('not-told', asked.said, {}, { status: status.system })
    const text = asked?.text ?? (await withSync(profile, terminal, ({ ground }) => diagnose(ground, null)))
    if (values.out === undefined) print(text)
    else {
      const file = resolve(values.out)
      try {
        writeNewFile(file, text)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw fileThere(file)
        throw error
      }
      print(`${say(locale, written[locale], { file })}\n`)
    }
    return 0
  },
})
