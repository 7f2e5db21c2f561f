/** The words of accesses, in both languages: why somebody looked at people, and what they did. */
import type { AccessLine } from '../contract/accesses.ts'
import type { AccessReasonCode } from '../domain/officer/access-reason.ts'
import type { AccessKind } from '../ledger/payloads.ts'
import type { Locale } from './locale.ts'
import { say } from './say.ts'
import { shownText } from './shown-text.ts'

export const accessReasonWords: Record<Locale, Record<AccessReasonCode, string>> = {
  vi: {
    'routine-check': 'Kiểm tra thường kỳ',
    complaint: 'Có khiếu nại',
    'authority-request': 'Cơ quan có thẩm quyền yêu cầu',
    'contact-tracing': 'Truy vết dịch tễ',
    correction: 'Sửa sai sót',
    other: 'Lý do khác',
  },
  en: {
    'routine-check': 'Routine check',
    complaint: 'A complaint',
    'authority-request': 'An authority asks',
    'contact-tracing': 'Medical contact tracing',
    correction: 'To correct a mistake',
    other: 'Another reason',
  },
}

const deedWords: Record<Locale, Record<AccessKind | 'backup', string>> = {
  vi: {
    'access.opened': 'mở xem lượt {count, number}',
    'access.searched': 'tìm người, thấy {count, number} lượt',
    'access.traced': 'truy vết, thấy {count, number} dòng',
    'access.exported': 'xuất {count, number} bản ghi hoặc dòng',
    backup: 'sao lưu cả hồ sơ ({count, number} bản ghi), niêm phong',
  },
  en: {
    'access.opened': 'opened crossing {count, number}',
    'access.searched': 'looked for people, {count, number} crossings found',
    'access.traced': 'traced contacts, {count, number} lines found',
    'access.exported': 'wrote out {count, number} entries or lines',
    backup: 'backed the whole profile up ({count, number} entries), sealed',
  },
}

const otherWords: Record<Locale, { nobody: string; unasked: string }> = {
  vi: { nobody: 'chưa ai đăng nhập', unasked: 'không hỏi lý do' },
  en: { nobody: 'nobody signed in', unasked: 'no reason asked' },
}

/** Who looked: rank, name and number. */
export function sayAccessor(locale: Locale, { officer }: Pick<AccessLine, 'officer'>): string {
  if (!officer) return otherWords[locale].nobody
  const { number, name, rank } = officer
  return name === null ? number : `${shownText(`${rank ?? ''} ${name}`.trim())} (${number})`
}

/** What they did. */
export const sayAccess = (
  locale: Locale,
  { kind, what, backup }: Pick<AccessLine, 'kind' | 'what' | 'backup'>,
): string => say(locale, deedWords[locale][backup ? 'backup' : kind], { count: what ?? 0 })

/** Why. */
export function sayBecause(locale: Locale, { because }: Pick<AccessLine, 'because'>): string {
  if (!because) return otherWords[locale].unasked
  const { code, note } = because
  if (note === null) return accessReasonWords[locale][code]
  return code === 'other' ? shownText(note) : `${accessReasonWords[locale][code]}: ${shownText(note)}`
}
