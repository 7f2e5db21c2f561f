/** Can the journal be opened with the profile's secret, and does it agree with itself as far as was looked? */
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../../../shared/contract/set-up.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import {
  isReadFault,
  JournalOfAnotherMode,
  lookAtJournal,
  markFile,
  readEntries,
  readMode,
  type Keys,
} from '../../journal/index.ts'
import { profilePaths } from '../../profile/index.ts'
import { expectedFault } from '../said.ts'
import { check } from './check.ts'

const sentences = {
  good: {
    vi: 'Nhật ký mở được, {entries} bản ghi, bản ghi cuối lúc {lastAt}. Kiểm tra từng bản ghi bằng "npx chot journal verify".',
    en: 'The journal opens, {entries} entries, the last at {lastAt}. Each of them is checked by "npx chot journal verify".',
  },
  none: {
    vi: 'Chưa có nhật ký: Chốt tạo nhật ký ở lần mở đầu tiên.',
    en: 'There is no journal yet: the first start makes it.',
  },
  gone: {
    vi: 'Không còn tệp nhật ký {file}, trong khi journal.end cho biết đã từng có. Báo bộ phận CNTT, giữ nguyên hồ sơ; đưa tệp về chỗ cũ, hoặc khôi phục bản sao lưu vào một thư mục trống ("npx chot restore"); mất hẳn thì chạy "npx chot journal begin".',
    en: 'The journal’s file {file} is gone, while journal.end says that there was one. Tell IT, keep the profile as it is; put the file back, or restore a backup into an empty folder ("npx chot restore"); where it is lost for good, run "npx chot journal begin".',
  },
  doubted: {
    vi: 'Nhật ký có chỗ không khớp. Hãy chạy "npx chot journal verify" và làm theo câu trả lời.',
    en: 'The journal does not agree with itself somewhere. Run "npx chot journal verify" and do as it says.',
  },
  unopened: {
    vi: 'Chưa xem được nhật ký vì chưa có khóa bí mật của hồ sơ. Làm theo dòng về khóa bí mật trước.',
    en: 'The journal was not looked at, for there is no secret to open it with. See the line on the secret first.',
  },
  damaged: {
    vi: 'Tệp nhật ký {file} bị hỏng. Đừng xóa; hãy chạy "npx chot journal verify", hoặc dùng bản sao lưu trong một thư mục trống ("npx chot restore").',
    en: 'The journal’s file {file} is damaged. Do not remove it; run "npx chot journal verify", or use a backup in an empty folder ("npx chot restore").',
  },
} as const

/** The last entry's time in epoch milliseconds; null where there is none. */
export interface JournalLook {
  checks: Check[]
  lastAt: number | null
}

/** What is known of the journal beside its file: its own doubts where it is open here, else where its end is marked once more. */
export type JournalBeside = { doubts: readonly unknown[] } | { ends: string | undefined }

/** Not what it leads to: a link that leads nowhere is no journal that is still to come. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** Opens the journal to read. @param keys null: the profile's secret cannot be had */
export function checkJournal(
  profile: string,
  keys: Keys | null,
  mode: Mode | null,
  beside: JournalBeside,
): JournalLook {
  const folder = profilePaths(profile).journal
  const file = join(folder, 'journal.sqlite')
  if (!isThere(file)) {
    const gone = isThere(markFile(folder)) && check('journal', 'bad', sentences.gone, { file })
    return { checks: [gone || check('journal', 'good', sentences.none)], lastAt: null }
  }
  if (keys === null) return { checks: [check('journal', 'look', sentences.unopened)], lastAt: null }
  try {
    const begun = readMode(folder, keys.journal)
    if (begun !== null && mode !== null && begun !== mode) throw new JournalOfAnotherMode(begun)
    const [read] = readEntries(folder, keys.journal, 1)
    const last = read?.entry ?? null
    const lastAt = last?.at ?? null
    const doubts = 'doubts' in beside ? beside.doubts : lookAtJournal(folder, keys, beside.ends)
    if (doubts.length > 0) return { checks: [check('journal', 'bad', sentences.doubted)], lastAt }
    if (last === null) return { checks: [check('journal', 'good', sentences.none)], lastAt }
    return { checks: [check('journal', 'good', sentences.good, { entries: last.seq, lastAt: last.at })], lastAt }
  } catch (error) {
    const said = expectedFault(error, profile)
    if (said === null && !isReadFault(error)) throw error
    const found: Check = said
      ? { what: 'journal', state: 'bad', said }
      : check('journal', 'bad', sentences.damaged, { file })
    return { checks: [found], lastAt: null }
  }
}
