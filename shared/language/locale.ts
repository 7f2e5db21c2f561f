/** The languages the program speaks. Vietnamese is the default; English is one key away. */
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

/** The language of that name; null where there is none. */
export function knownLocale(name: unknown): Locale | null {
  return locales.find((known) => known === name) ?? null
}

/** One thing said in every language. May quote values (`{file}`), which `say` fills in. */
export type Sentences = Readonly<Record<Locale, string>>

/** The same thing said in every language. */
export const inBoth = (sentence: (locale: Locale) => string): Sentences => ({ vi: sentence('vi'), en: sentence('en') })
