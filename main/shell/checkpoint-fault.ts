/** What is wrong with a profile's `checkpoint.json`, in a person's words. */
import type { Sentences } from '../../shared/language/locale.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import {
  type CheckpointFault,
  type CheckpointMember,
  CheckpointUnreadable,
  type MemberFault,
} from '../profile/index.ts'

/** Faults that are told; who has more of them has another file. */
const mostTold = 6

const expected: Record<CheckpointMember, Sentences> = {
  kiosk: {
    vi: 'phải là tên của máy này, trong ngoặc kép, không để trống',
    en: 'must be this kiosk’s name, in quotes and not empty',
  },
  name: { vi: 'phải là tên chốt, trong ngoặc kép', en: 'must be the checkpoint’s name, in quotes' },
  lane: { vi: 'phải trong ngoặc kép, như "1"', en: 'must be in quotes, like "1"' },
  province: { vi: 'phải là tên tỉnh, trong ngoặc kép', en: 'must be the province’s name, in quotes' },
  zoneMinutes: {
    vi: 'phải là số phút nguyên từ -720 đến 840, như 420 cho Hà Nội',
    en: 'must be a whole number of minutes from -720 to 840, like 420 for Hanoi',
  },
  proxy: {
    vi: 'phải là địa chỉ như "http://10.0.0.1:3128", không kèm tên và mật khẩu',
    en: 'must be an address like "http://10.0.0.1:3128", without name and password',
  },
  mode: { vi: 'phải là "practice" (tập huấn) hoặc "real" (thật)', en: 'must be "practice" or "real"' },
  demo: { vi: 'phải là true hoặc false', en: 'must be true or false' },
}

/** The sentence for a profile whose checkpoint.json cannot be used, in both languages. */
export function sayCheckpointFault(profile: string, error: unknown): Sentences {
  const fault: CheckpointFault = error instanceof CheckpointUnreadable ? error.fault : { kind: 'unreadable' }
  const file = error instanceof CheckpointUnreadable ? error.file : `${profile}/checkpoint.json`
  return words(profile, file, fault)
}

function words(profile: string, file: string, fault: CheckpointFault): Sentences {
  switch (fault.kind) {
    case 'missing':
      return {
        vi: `Hồ sơ chưa được thiết lập: thiếu ${file}. Hãy lập hồ sơ trong thư mục trống bằng "npx chot set-up --profile ${profile}"; nếu hồ sơ mất tệp này thì ghi lại bằng "npx chot checkpoint set --profile ${profile}"; muốn chạy thử thì mở Chốt với --profile và một thư mục trống.`,
        en: `The profile is not set up: ${file} is missing. In an empty folder set one up with "npx chot set-up --profile ${profile}"; a profile that lost the file gets it back by "npx chot checkpoint set --profile ${profile}"; to try Chốt out, start it with --profile and an empty folder.`,
      }
    case 'unreadable':
      return {
        vi: `Không đọc được ${file}. Hãy kiểm tra quyền đọc và ổ đĩa rồi mở lại Chốt.`,
        en: `${file} cannot be read. Check who may read it, and the disk, then start Chốt again.`,
      }
    case 'replaced':
      return {
        vi: `${file} không phải tệp thường: có thư mục, liên kết, ống dẫn hay thiết bị nằm thay chỗ. Hãy chạy "npx chot checkpoint set --profile ${profile}" để ghi lại tệp (thư mục được giữ dưới tên khác) rồi mở lại Chốt.`,
        en: `${file} is no regular file: a folder, a link, a pipe or a device is in its place. Run "npx chot checkpoint set --profile ${profile}", which writes the file anew (a folder is kept under another name), then start Chốt again.`,
      }
    case 'not-json': {
      const why = shownText(fault.why)
      return {
        vi: `${file} không phải là JSON đúng (${why}). Hãy chạy "npx chot checkpoint set --profile ${profile}" để ghi lại tệp rồi mở lại Chốt.`,
        en: `${file} is not JSON (${why}). Run "npx chot checkpoint set --profile ${profile}", which writes it anew, then start Chốt again.`,
      }
    }
    case 'not-an-object':
      return {
        vi: `${file} phải là một đối tượng JSON trong ngoặc nhọn. Hãy chạy "npx chot checkpoint set --profile ${profile}" để ghi lại tệp rồi mở lại Chốt.`,
        en: `${file} must hold one JSON object in braces. Run "npx chot checkpoint set --profile ${profile}", which writes it anew, then start Chốt again.`,
      }
    case 'members': {
      const told = fault.members.slice(0, mostTold).map(wordsOf)
      return {
        vi: `${file}: ${told.map(({ vi }) => vi).join('; ')}. Hãy chạy "npx chot checkpoint set --profile ${profile}" để ghi lại tệp rồi mở lại Chốt.`,
        en: `${file}: ${told.map(({ en }) => en).join('; ')}. Run "npx chot checkpoint set --profile ${profile}", which writes it anew, then start Chốt again.`,
      }
    }
  }
}

function wordsOf(fault: MemberFault): Sentences {
  switch (fault.why) {
    case 'unknown': {
      const name = shownText(fault.name)
      return { vi: `mục "${name}" không có trong Chốt`, en: `Chốt knows no member "${name}"` }
    }
    case 'missing': {
      const { vi, en } = expected[fault.member]
      return { vi: `thiếu mục "${fault.member}" (${vi})`, en: `"${fault.member}" is missing (it ${en})` }
    }
    case 'both':
      return {
        vi: 'có cả "mode" lẫn "demo": chỉ giữ "mode"',
        en: 'holds both "mode" and "demo": keep "mode" alone',
      }
    case 'wrong': {
      const { vi, en } = expected[fault.member]
      return { vi: `mục "${fault.member}" ${vi}`, en: `"${fault.member}" ${en}` }
    }
  }
}
