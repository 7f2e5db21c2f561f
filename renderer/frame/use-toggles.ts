/** What the keys for theme and language do, wherever they are drawn. */
import { nextTheme } from '../ui/theme.ts'
import { useFrame } from './use-frame.ts'

export interface Toggles {
  /** Day, night, or by the time of the day: the next of them. */
  theme: () => void
  /** The other language. */
  language: () => void
}

export function useToggles(): Toggles {
  const { kiosk, choose } = useFrame()
  const { theme, language } = kiosk.settings
  return {
    theme: () => choose({ theme: nextTheme(theme) }),
    language: () => choose({ language: language === 'vi' ? 'en' : 'vi' }),
  }
}
