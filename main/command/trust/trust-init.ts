/** `chot trust init`: puts the root that the authority handed out into a profile, also while a kiosk has it open. */
import { existsSync } from 'node:fs'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { fileFaults, FileUnreadable, readForeignFile } from '../../files/index.ts'
import { profilePaths, readCheckpoint } from '../../profile/index.ts'
import { defineCommand, type Terminal } from '../../terminal/index.ts'
import { installRoot, metadataLimits, type RootAnswer } from '../../trust/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { journalBusy, openProfileJournal } from '../profile/profile-journal.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'

const unreadable = {
  vi: 'Không đọc được {file} ({why}). Kiểm tra đường dẫn rồi chạy lại.',
  en: '{file} cannot be read ({why}). Check the path and run this again.',
} as const satisfies Record<Locale, string>

/** Opens the profile and does it; null where a kiosk has it open after all. */
async function here(profile: string, bytes: Buffer, terminal: Terminal): Promise<RootAnswer | null> {
  const paths = profilePaths(profile)
  // A checkpoint that has never been opened has no journal, and needs none for this.
  const journal = existsSync(paths.journal) ? await openProfileJournal(profile, terminal) : undefined
  if (journal === null) return null
  try {
    return installRoot(bytes, paths.trust, journal ?? null, terminal.now())
  } finally {
    journal?.close()
  }
}

export const trustInit = defineCommand({
  summary: { vi: 'cài khóa gốc của cơ quan phát hành', en: 'installs the authority’s root' },
  about: {
    vi: 'Cài khóa gốc (root.json) do cơ quan phát hành trao vào một hồ sơ chưa có khóa gốc, cả khi Chốt đang mở.',
    en: 'Puts the root (root.json) that the authority handed out into a profile that has none, also while Chốt is open.',
  },
  words: { says: { vi: 'ROOT.json', en: 'ROOT.json' }, least: 1, most: 1 },
  options: profileOption,
  statuses: {
    0: { vi: 'đã cài', en: 'installed' },
    1: { vi: 'không cài: có lý do kèm theo', en: 'not installed; it says why' },
  },
  async run([file = ''], values, terminal) {
    const { complain, locale, print } = terminal
    let bytes: Buffer
    try {
      ;({ bytes } = readForeignFile(file, metadataLimits.root))
    } catch (error) {
      const why = error instanceof FileUnreadable ? fileFaults[error.fault][locale] : String(error)
      complain(`${say(locale, unreadable[locale], { file, why })}\n`)
      return 1
    }
    const profile = chosenProfile(values, terminal.env)
    // Before anything is made: a path that was mistyped is no checkpoint.
    const { mode } = readCheckpoint(profile)
    const root = bytes.toString('base64')
    const answer =
      (await askKiosk(profile, (kiosk) => kiosk.call('trust.install', { root }))) ??
      (await here(profile, bytes, terminal))
    if (!answer) {
      complain(`${journalBusy[locale]}\n`)
      return 1
    }
    const tell = answer.installed ? print : complain
    tell(`${answer.installed ? practiceLine(mode, locale) : ''}${answer.said[locale]}\n`)
    return answer.installed ? 0 : 1
  },
})
