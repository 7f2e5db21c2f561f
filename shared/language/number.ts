/** Counts as people read them: thousands with the language's own sign, on the screen, on paper and in sentences alike. */
import type { Locale } from './locale.ts'

const formats: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
}

/** `1.204` in Vietnamese, `1,204` in English. */
export const formatNumber = (locale: Locale, value: number): string => formats[locale].format(value)

const tenths: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}

/** How long something took, in seconds and tenths: `0,5` in Vietnamese, `0.5` in English. */
export const formatSeconds = (locale: Locale, milliseconds: number): string =>
  tenths[locale].format(milliseconds / 1000)
