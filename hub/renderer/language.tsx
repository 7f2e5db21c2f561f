/** The language in use, for every part of the page. */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Locale } from '../../shared/language/locale.ts'
import { speakIn, type Speak } from './words/catalogue.ts'

interface Language {
  locale: Locale
  speak: Speak
}

const LanguageContext = createContext<Language>({ locale: 'vi', speak: speakIn('vi') })

/** Everything inside is said in `locale`. */
export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }): ReactNode {
  const language = useMemo(() => ({ locale, speak: speakIn(locale) }), [locale])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** The language in use. */
export const useLanguage = (): Language => useContext(LanguageContext)
