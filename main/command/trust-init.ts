/** `chot trust init`: puts the root that the authority handed out into a profile. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { profilePaths } from '../profile.ts'
import { readRoot } from '../trust/index.ts'
import type { Command } from './command.ts'
import { chosenLocale, chosenProfile } from './options.ts'
import { UsageError } from './usage.ts'

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

export const trustInit: Command = {
  takes: ['profile', 'lang'],
  run([file, ...more], values, { env, errors, output }) {
    if (file === undefined || more.length > 0) throw new UsageError('trust init takes one ROOT.json')
    const locale = chosenLocale(values) ?? 'vi'
    const refuse = (code: keyof (typeof words)['vi'], quoted: Record<string, string>): number => {
      errors.write(`${say(locale, words[locale][code], quoted)}\n`)
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
    output.write(`${say(locale, words[locale].done, { ...root })}\n`)
    return 0
  },
}
