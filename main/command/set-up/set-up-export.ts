/** `chot set-up export`: writes the set-up, without any secret, for the next laptop. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { say } from '../../../shared/language/say.ts'
import { exportSetUp, trustSource, wordsOf } from '../../checkpoint/index.ts'
import { keptAuthorities } from '../../private-servers/index.ts'
import { profilePaths, readCheckpoint } from '../../profile/index.ts'
import { defineCommand, type Terminal } from '../../terminal/index.ts'
import { readBelieved } from '../../trust/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { sayRefused } from '../profile/say-refused.ts'

const done = {
  vi: 'Đã ghi {file}. Ở máy kia: npx chot set-up --from FILE. Trong tệp không có khóa bí mật nào; máy kia có tên máy riêng.',
  en: 'Wrote {file}. On the other laptop: npx chot set-up --from FILE. There is no secret in it; the other laptop gets a kiosk’s name of its own.',
} as const

async function here(profile: string, folder: string, terminal: Terminal) {
  const checkpoint = readCheckpoint(profile)
  const { journal, trust } = profilePaths(profile)
  const from = existsSync(join(journal, 'journal.sqlite'))
    ? trustSource(journal, await readingSecrets(profile, terminal).journalKey())
    : null
  const believed = readBelieved(trust, checkpoint.mode)
  const fingerprint = believed.from === 'repository' ? (believed.generation?.rootFingerprint ?? null) : null
  const said = { from, fingerprint, certificates: keptAuthorities(profile) }
  return exportSetUp(profile, folder, { checkpoint: wordsOf(checkpoint), trust: said })
}

export const setUpExport = defineCommand({
  summary: { vi: 'xuất thiết lập cho máy kế tiếp', en: 'writes the set-up for the next laptop' },
  about: {
    vi: 'Ghi thiết lập của chốt (tên, làn, tỉnh, múi giờ, nơi lấy khóa) vào một tệp mới trong thư mục, thường là USB. Không có khóa bí mật nào trong đó.',
    en: 'Writes the checkpoint’s set-up (name, lane, province, zone, where its keys come from) to a new file in a folder, a stick as a rule. There is no secret in it.',
  },
  words: { says: { vi: 'THƯ-MỤC', en: 'FOLDER' }, least: 1, most: 1 },
  options: profileOption,
  statuses: { 0: { vi: 'đã ghi', en: 'written' }, 1: { vi: 'không ghi được', en: 'not written' } },
  async run([folder = ''], values, terminal) {
    const { locale, print } = terminal
    const profile = chosenProfile(values, terminal.env)
    const to = resolve(folder)
    const written =
      (await askKiosk(profile, (kiosk) => kiosk.call('setUp.export', { folder: to }))) ??
      (await here(profile, to, terminal))
    if (!written.ok) return sayRefused(written, terminal)
    print(`${say(locale, done[locale], { file: written.file })}\n`)
    return 0
  },
})
