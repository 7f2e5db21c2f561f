/** What is printed or written out of a practice profile says so, wherever it ends up. */
import type { Mode } from '../domain/mode.ts'
import type { Locale } from './locale.ts'

const words = { vi: 'TẬP HUẤN', en: 'PRACTICE' } as const satisfies Record<Locale, string>

const sentences = {
  vi: 'chỉ để tập huấn, không có giá trị thật. Muốn dùng thật thì chạy trên hồ sơ của chốt thật.',
  en: 'for practice only, nothing of this is real. For real use, run this on the profile of a real checkpoint.',
} as const satisfies Record<Locale, string>

/** The first line of what a person reads; empty where it is real. */
export function practiceLine(mode: Mode | null, locale: Locale): string {
  return mode === 'practice' ? `${words[locale]}: ${sentences[locale]}\n` : ''
}

/** In front of a line that may be read by itself; empty where it is real. */
export function practiceMark(mode: Mode | null, locale: Locale): string {
  return mode === 'practice' ? `${words[locale]} · ` : ''
}

/** The member of what a program reads; none where it is real. */
export function practiceMember(mode: Mode | null): { mode?: 'practice' } {
  return mode === 'practice' ? { mode } : {}
}
