/** Language and theme as whoever sits here chose them last: they stay in the browser. */
import { useState } from 'react'
import { knownLocale, type Locale } from '../../shared/language/locale.ts'
import { nextTheme, type ThemeChoice } from '../../renderer/ui/theme.ts'

export interface Preferences {
  locale: Locale
  theme: ThemeChoice
}

const place = 'chot-hub'

/** What was kept; what is missing or strange is as on the first day. */
export function readPreferences(kept: string | null): Preferences {
  const [locale, theme] = (kept ?? '').split(' ')
  return {
    locale: knownLocale(locale) ?? 'vi',
    theme: (['auto', 'day', 'night'] as const).find((each) => each === theme) ?? 'auto',
  }
}

export interface Preferring extends Preferences {
  /** The other language. */
  turnLanguage: () => void
  /** Day, night, or by the time of the day: the next of them. */
  turnTheme: () => void
}

/** @param kept where they are kept */
export function usePreferences(kept: Pick<Storage, 'getItem' | 'setItem'>): Preferring {
  const [now, setNow] = useState(() => readPreferences(kept.getItem(place)))
  const change = (changed: Partial<Preferences>): void => {
    const next = { ...now, ...changed }
    kept.setItem(place, `${next.locale} ${next.theme}`)
    setNow(next)
  }
  return {
    ...now,
    turnLanguage: () => change({ locale: now.locale === 'vi' ? 'en' : 'vi' }),
    turnTheme: () => change({ theme: nextTheme(now.theme) }),
  }
}
