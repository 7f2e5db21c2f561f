/** `chot export verify FILE`: whose report a file is, when it was given out, whether a byte of it changed. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sinceReport } from '../../journal/index.ts'
import { profilePaths } from '../../profile/index.ts'
import { sayVerified, verifiedStatus, verifyExport, type AskJournal } from '../../reporting/index.ts'
import { defineCommand, type Terminal } from '../../terminal/index.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { chosenProfile, profileOption } from '../options.ts'

/** What this profile's journal knows of it; null: there is none here, or it does not open. */
const askProfile =
  (profile: string, terminal: Terminal): AskJournal =>
  async (proof, report) => {
    const folder = profilePaths(profile).journal
    if (!existsSync(join(folder, 'journal.sqlite'))) return null
    try {
      return sinceReport(folder, await readingSecrets(profile, terminal).journalKey(), proof, report, report.head.seq)
    } catch {
      return null
    }
  }

export const exportVerify = defineCommand({
  summary: { vi: 'tệp đã xuất có bị sửa không', en: 'was an exported file changed' },
  about: {
    vi: 'Đọc tệp .chot.json bên cạnh một tệp đã xuất, và nói tệp ấy của chốt nào, xuất lúc nào, có byte nào bị thay đổi không. Có phải chốt đó đã ký hay không thì chỉ hồ sơ của chính máy đó biết; ở đó lệnh nói cả những gì đã thay đổi trong nhật ký từ khi xuất.',
    en: 'Reads the .chot.json beside an exported file, and says whose it is, when it was given out, and whether a byte of it was changed. That the post signed it only that very kiosk’s profile knows; there it says too what was changed in the journal since.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: profileOption,
  statuses: {
    0: { vi: 'nguyên vẹn: nhật ký ở đây có bản ghi đó', en: 'unchanged: the journal here has its entry' },
    1: { vi: 'đã bị sửa, hoặc bằng chứng không tin được', en: 'changed, or its proof is not to be believed' },
    2: {
      vi: 'khớp với bằng chứng của nó, nhưng ở đây không biết ai đã ký',
      en: 'fits its proof, and who signed that cannot be told here',
    },
  },
  async run([name = ''], values, terminal) {
    const { env, locale, print } = terminal
    const file = resolve(name)
    const verified = await verifyExport(file, askProfile(chosenProfile(values, env), terminal))
    print(sayVerified(locale, file, verified, 'profile'))
    return verifiedStatus[verified.conclusion]
  },
})
