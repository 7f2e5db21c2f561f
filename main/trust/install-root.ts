/** Puts the root that the authority handed out into a profile that believes nobody yet. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inBoth, type Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import type { Journal } from '../journal/index.ts'
import { rootFileName } from './anchor.ts'
import { readBelief, repositoryBelief } from './belief.ts'
import { recordBelief } from './record-belief.ts'
import type { TrustKeeper } from './trust-keeper.ts'
import { diskReason, fingerprintInGroups, isSystemError, readRoot } from './repository/index.ts'

const sentences = {
  done: {
    vi: 'Đã cài khóa gốc bản {version}, hết hạn {expiresAt}.\nVân tay SHA-256: {fingerprint}\n{groups}\nTrước khi cập nhật, gọi điện cho cơ quan phát hành và so từng nhóm bốn ký tự với vân tay mà họ đọc (lệnh "chot-authority fingerprint" của họ in ra). Khác một ký tự thì xóa {place}. Giống hết thì chạy "npx chot trust update".',
    en: 'Installed root version {version}, which expires {expiresAt}.\nSHA-256 fingerprint: {fingerprint}\n{groups}\nBefore you update, telephone the authority and compare, four digits at a time, with the fingerprint that they read out (their "chot-authority fingerprint" prints it). If one digit differs, remove {place}. If none does, run "npx chot trust update".',
  },
  expired: {
    vi: 'Khóa gốc này đã hết hạn lúc {expiresAt}: chỉ cập nhật được nếu bản phát hành có khóa gốc mới hơn. Kiểm tra đồng hồ máy, hoặc xin root.json mới nhất.',
    en: 'This root expired at {expiresAt}: an update will only do if it brings a newer root. Check this computer’s clock, or ask for the newest root.json.',
  },
  'no-root': {
    vi: 'Tệp này không phải khóa gốc có đủ chữ ký. Lấy lại root.json từ cơ quan phát hành.',
    en: 'This file is no root with enough signatures. Get root.json from the authority again.',
  },
  taken: {
    vi: 'Chốt này đã có khóa gốc ({place}); không ghi đè. Chỉ đổi khóa gốc khi cơ quan phát hành yêu cầu: xóa tệp đó và thư mục "store" trước.',
    en: 'This checkpoint already has a root ({place}); it is not overwritten. Change it only where the authority asks for it: remove that file and the folder "store" first.',
  },
  plain: {
    vi: 'Chốt này dùng thư mục khóa chép tay ({keys}). Chuyển tệp đó đi nơi khác trước khi cài khóa gốc.',
    en: 'This checkpoint believes a folder of keys that is copied by hand ({keys}). Move that file away before installing a root.',
  },
  unwritten: {
    vi: 'Không ghi được {place}: {why}. Kiểm tra ổ đĩa và quyền ghi rồi thử lại.',
    en: '{place} could not be written: {why}. Check the disk and its permissions and try again.',
  },
} as const satisfies Record<string, Sentences>

/** Whether it was installed, and what to do next. */
export interface RootAnswer {
  installed: boolean
  said: Sentences
}

function refused(code: keyof typeof sentences, values: Record<string, string> = {}): RootAnswer {
  return { installed: false, said: inBoth((locale) => say(locale, sentences[code][locale], values)) }
}

/**
 * Installs it. Never over another, nor beside keys that are copied by hand.
 * @param folder the profile's trust folder
 * @param journal from here on it says that this root is the one that the checkpoint is measured by; null: there is none yet
 * @param at epoch milliseconds
 */
export function installRoot(bytes: Uint8Array, folder: string, journal: Journal | null, at: number): RootAnswer {
  const root = readRoot(bytes)
  if (!root) return refused('no-root')
  const keys = join(folder, 'keys.json')
  if (existsSync(keys)) return refused('plain', { keys })
  const place = join(folder, rootFileName)
  if (existsSync(place)) return refused('taken', { place })
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(place, root.json, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!isSystemError(error)) throw error
    const why = diskReason(error)
    return {
      installed: false,
      said: inBoth((locale) => say(locale, sentences.unwritten[locale], { place, why: why[locale] })),
    }
  }
  const { expiresAt, fingerprint, version } = root
  if (journal) recordBelief(journal, { belief: repositoryBelief(fingerprint, null) }, at)
  const shown = { version, expiresAt, fingerprint, groups: fingerprintInGroups(fingerprint), place }
  const expired = expiresAt <= at ? sentences.expired : null
  const said = inBoth((locale) => {
    const done = say(locale, sentences.done[locale], shown)
    return expired ? `${done}\n${say(locale, expired[locale], { expiresAt })}` : done
  })
  return { installed: true, said }
}

/**
 * The same of a profile that is open, which is measured by that root from then on.
 * @param now epoch milliseconds
 */
export async function takeRoot(
  bytes: Uint8Array,
  keeper: TrustKeeper,
  { journal, now }: { journal: Journal; now: () => number },
): Promise<RootAnswer> {
  const answer = installRoot(bytes, keeper.folder, journal, now())
  if (answer.installed) await keeper.reopen(now, readBelief(journal.lastEvent('trust.believed')))
  return answer
}
