/** The options that several subcommands share. */
import type { Options } from '../../main/terminal/index.ts'

export const authorityOption = {
  authority: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục cơ quan phát hành (mặc định: CHOT_AUTHORITY, nếu không có thì ./chot-authority)',
      en: 'the authority’s folder (default: CHOT_AUTHORITY, else ./chot-authority)',
    },
  },
} as const satisfies Options

/** Where the keys of roles are that are not in the authority's folder. */
export const keysOption = {
  keys: {
    type: 'string',
    multiple: true,
    value: 'DIR',
    says: {
      vi: 'thư mục khác có khóa, ví dụ USB; có thể nêu nhiều lần',
      en: 'a further folder with keys, a stick for one; may be given again',
    },
  },
} as const satisfies Options

export const algorithmOption = {
  algorithm: {
    type: 'string',
    value: 'EdDSA|ES256',
    says: { vi: 'thuật toán ký (mặc định: EdDSA)', en: 'how it signs (default: EdDSA)' },
  },
} as const satisfies Options

export const countryOption = {
  country: {
    type: 'string',
    value: 'CC',
    says: { vi: 'mã nước hai chữ cái, ví dụ VN', en: 'the country in two letters, as in VN' },
  },
} as const satisfies Options

/** How long what is signed is good for. */
export function expiryOption(days: number) {
  return {
    'expires-days': {
      type: 'string',
      value: 'N',
      says: { vi: `có hiệu lực bao nhiêu ngày (mặc định: ${days})`, en: `good for so many days (default: ${days})` },
    },
  } as const satisfies Options
}
