/** The keys that mean the same in every room. They draw nothing; what shows them is elsewhere. */
import type { Dispatch } from 'react'
import { useKey } from '../keys/keyboard.tsx'
import { nextTheme } from '../ui/theme.ts'
import type { PlaceAction } from './place-state.ts'
import { useFrame } from './use-frame.ts'
import { pressFocused } from './use-keyboard.ts'

export function FrameKeys({ place }: { place: Dispatch<PlaceAction> }): null {
  const { kiosk, place: at, choose, go } = useFrame()
  const { theme, language } = kiosk.settings
  useKey('theme', () => choose({ theme: nextTheme(theme) }))
  useKey('language', () => choose({ language: language === 'vi' ? 'en' : 'vi' }))
  useKey('search', () => go('records'))
  useKey('referrals', () => go('records', 'referrals'))
  useKey('help', () => place({ kind: 'help-toggled' }))
  useKey('press', pressFocused)
  const away = at.room !== 'lane' || at.menu || at.help
  useKey('to-lane', away ? () => place({ kind: 'left' }) : null)
  return null
}
