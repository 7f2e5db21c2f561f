/** The languages the program speaks. Vietnamese is the default; English is one key away. */
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

/** One thing said in every language. May quote values (`{file}`), which `say` fills in. */
export type Sentences = Readonly<Record<Locale, string>>
