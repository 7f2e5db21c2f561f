/** Counts as people read them: thousands with the language's own sign, on the screen, on paper and in sentences alike. */
import type { Locale } from './locale.ts'

const formats: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
}

/** `1.204` in Vietnamese, `1,204` in English. */
export const formatNumber = (locale: Locale, value: number): string => formats[locale].format(value)
