/** Hands the language in use to every component below. */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Locale } from '../../shared/language/locale.ts'
import { speakIn, type Speak } from './catalogue.ts'

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
export function useLanguage(): Language {
  return useContext(LanguageContext)
}
