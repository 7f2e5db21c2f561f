/** `chot trust init`: puts the root that the authority handed out into a profile. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { profilePaths } from '../profile.ts'
import { readRoot } from '../trust/index.ts'
import { defineCommand } from '../terminal/index.ts'
import { chosenProfile, profileOption } from './options.ts'

const words = {
  vi: {
    done: 'Đã cài khóa gốc bản {version}, hết hạn {expiresAt}.\nVân tay SHA-256: {fingerprint}\nHãy đọc vân tay này qua điện thoại cho cơ quan phát hành đối chiếu, rồi chạy "chot trust update".',
    unreadable: 'Không đọc được {file} ({why}). Kiểm tra đường dẫn rồi chạy lại.',
    'no-root': '{file} không phải khóa gốc có đủ chữ ký. Lấy lại root.json từ cơ quan phát hành.',
    taken:
      'Chốt này đã có khóa gốc ({root}); không ghi đè. Chỉ đổi khóa gốc khi cơ quan phát hành yêu cầu: xóa tệp đó và thư mục "store" trước.',
    plain: 'Chốt này dùng thư mục khóa chép tay ({keys}). Chuyển tệp đó đi nơi khác trước khi cài khóa gốc.',
  },
  en: {
    done: 'Installed root version {version}, which expires {expiresAt}.\nSHA-256 fingerprint: {fingerprint}\nRead this fingerprint to the authority by telephone, then run "chot trust update".',
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
  async run([file = ''], values, { complain, env, locale, print }) {
    const refuse = (code: keyof (typeof words)['vi'], quoted: Record<string, string>): 1 => {
      complain(`${say(locale, words[locale][code], quoted)}\n`)
      return 1
    }
    let bytes: Buffer
    try {
      bytes = readFileSync(file)
    } catch (error) {
      return refuse('unreadable', { file, why: error instanceof Error ? error.message : String(error) })
    }
    const root = readRoot(bytes)
    if (!root) return refuse('no-root', { file })
    const folder = profilePaths(chosenProfile(values, env)).trust
    const keys = join(folder, 'keys.json')
    if (existsSync(keys)) return refuse('plain', { keys })
    const place = join(folder, 'root.json')
    if (existsSync(place)) return refuse('taken', { root: place })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(place, bytes, { flag: 'wx', mode: 0o600 })
    print(`${say(locale, words[locale].done, { ...root })}\n`)
    return 0
  },
})
