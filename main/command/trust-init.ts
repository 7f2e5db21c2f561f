/** `chot trust init`: puts the root that the authority handed out into a profile. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { fileFaults, FileUnreadable, readForeignFile } from '../files/index.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import { defineCommand } from '../terminal/index.ts'
import {
  fingerprintInGroups,
  metadataLimits,
  readRoot,
  recordBelief,
  repositoryBelief,
  rootFileName,
} from '../trust/index.ts'
import { chosenProfile, profileOption } from './options.ts'
import { journalBusy, openProfileJournal } from './profile-journal.ts'
import { practiceLine } from './practice.ts'

const words = {
  vi: {
    done: 'Đã cài khóa gốc bản {version}, hết hạn {expiresAt}.\nVân tay SHA-256: {fingerprint}\n{groups}\nTrước khi cập nhật, gọi điện cho cơ quan phát hành và so từng nhóm bốn ký tự với vân tay mà họ đọc (lệnh "chot-authority fingerprint" của họ in ra). Khác một ký tự thì xóa {place}. Giống hết thì chạy "chot trust update".',
    expired:
      'Khóa gốc này đã hết hạn lúc {expiresAt}: chỉ cập nhật được nếu bản phát hành có khóa gốc mới hơn. Kiểm tra đồng hồ máy, hoặc xin root.json mới nhất.',
    unreadable: 'Không đọc được {file} ({why}). Kiểm tra đường dẫn rồi chạy lại.',
    'no-root': '{file} không phải khóa gốc có đủ chữ ký. Lấy lại root.json từ cơ quan phát hành.',
    taken:
      'Chốt này đã có khóa gốc ({root}); không ghi đè. Chỉ đổi khóa gốc khi cơ quan phát hành yêu cầu: xóa tệp đó và thư mục "store" trước.',
    plain: 'Chốt này dùng thư mục khóa chép tay ({keys}). Chuyển tệp đó đi nơi khác trước khi cài khóa gốc.',
  },
  en: {
    done: 'Installed root version {version}, which expires {expiresAt}.\nSHA-256 fingerprint: {fingerprint}\n{groups}\nBefore you update, telephone the authority and compare, four digits at a time, with the fingerprint that they read out (their "chot-authority fingerprint" prints it). If one digit differs, remove {place}. If none does, run "chot trust update".',
    expired:
      'This root expired at {expiresAt}: an update will only do if it brings a newer root. Check this computer’s clock, or ask for the newest root.json.',
    unreadable: '{file} cannot be read ({why}). Check the path and run this again.',
    'no-root': '{file} is no root with enough signatures. Get root.json from the authority again.',
    taken:
      'This checkpoint already has a root ({root}); it is not overwritten. Change it only where the authority asks for it: remove that file and the folder "store" first.',
    plain:
      'This checkpoint believes a folder of keys that is copied by hand ({keys}). Move that file away before installing a root.',
  },
} as const satisfies Record<Locale, Record<string, string>>

export const trustInit = defineCommand({
  summary: { vi: 'cài khóa gốc của cơ quan phát hành', en: 'installs the authority’s root' },
  about: {
    vi: 'Cài khóa gốc (root.json) do cơ quan phát hành trao vào một hồ sơ chưa có khóa gốc.',
    en: 'Puts the root (root.json) that the authority handed out into a profile that has none.',
  },
  words: { says: { vi: 'ROOT.json', en: 'ROOT.json' }, least: 1, most: 1 },
  options: profileOption,
  statuses: {
    0: { vi: 'đã cài', en: 'installed' },
    1: { vi: 'không cài: có lý do kèm theo', en: 'not installed; it says why' },
  },
  async run([file = ''], values, terminal) {
    const { complain, locale, now, print } = terminal
    const refuse = (code: keyof (typeof words)['vi'], quoted: Record<string, string>): 1 => {
      complain(`${say(locale, words[locale][code], quoted)}\n`)
      return 1
    }
    let bytes: Buffer
    try {
      ;({ bytes } = readForeignFile(file, metadataLimits.root))
    } catch (error) {
      const why = error instanceof FileUnreadable ? fileFaults[error.fault][locale] : String(error)
      return refuse('unreadable', { file, why })
    }
    const root = readRoot(bytes)
    if (!root) return refuse('no-root', { file })
    const profile = chosenProfile(values, terminal.env)
    // Before anything is made: a path that was mistyped is no checkpoint.
    const { mode } = readCheckpoint(profile)
    const folder = profilePaths(profile).trust
    const keys = join(folder, 'keys.json')
    if (existsSync(keys)) return refuse('plain', { keys })
    const place = join(folder, rootFileName)
    if (existsSync(place)) return refuse('taken', { root: place })
    const journal = existsSync(profilePaths(profile).journal) ? await openProfileJournal(profile, terminal) : undefined
    if (journal === null) {
      complain(`${journalBusy[locale]}\n`)
      return 1
    }
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(place, root.json, { flag: 'wx', mode: 0o600 })
      // From here on this root is the one that the checkpoint is measured by.
      if (journal) recordBelief(journal, { belief: repositoryBelief(root.fingerprint, null) }, now())
    } finally {
      journal?.close()
    }
    const { expiresAt, fingerprint, version } = root
    const shown = { version, expiresAt, fingerprint, groups: fingerprintInGroups(fingerprint), place }
    print(`${practiceLine(mode, locale)}${say(locale, words[locale].done, shown)}\n`)
    if (expiresAt <= now()) complain(`${say(locale, words[locale].expired, { expiresAt })}\n`)
    return 0
  },
})
