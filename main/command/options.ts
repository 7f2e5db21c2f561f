/** The options that several commands of `chot` share; each command names those that it takes. */
import { profileFolder, profilePlaces } from '../profile/index.ts'
import type { Options } from '../terminal/index.ts'

export const profileOption = {
  profile: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục hồ sơ của chốt (mặc định: CHOT_PROFILE, nếu không có thì hồ sơ thật trong thư mục dữ liệu của người dùng, nếu không có nữa thì hồ sơ tập huấn)',
      en: 'the checkpoint’s folder (default: CHOT_PROFILE, else the real one among this user’s application data, else the one for practice)',
    },
  },
} as const satisfies Options

/** Of commands that make or remove practice profiles: never the real one's place. */
export const practiceProfileOption = {
  profile: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục của hồ sơ tập huấn (mặc định: CHOT_PROFILE, nếu không có thì nơi của hồ sơ tập huấn)',
      en: 'the practice profile’s folder (default: CHOT_PROFILE, else the practice profile’s place)',
    },
  },
} as const satisfies Options

export const jsonOption = {
  json: { type: 'boolean', says: { vi: 'JSON cho chương trình khác đọc', en: 'JSON for programs' } },
} as const satisfies Options

export const outputOption = {
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    says: { vi: 'ghi vào tệp này (mặc định: in ra)', en: 'the file to write (default: printed)' },
  },
} as const satisfies Options

/** The profile asked for, else this user's. */
export function chosenProfile({ profile }: { profile?: string }, env: NodeJS.ProcessEnv): string {
  return profile ?? profileFolder(env)
}

/** The practice profile asked for, else this user's. */
export function chosenPractice({ profile }: { profile?: string }, env: NodeJS.ProcessEnv): string {
  return profile ?? (env['CHOT_PROFILE'] || profilePlaces(env).practice)
}
