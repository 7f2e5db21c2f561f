/** The keys that mean the same in every room. They draw nothing; what shows them is elsewhere. */
import type { Dispatch } from 'react'
import { useKey } from '../keys/keyboard.tsx'
import type { PlaceAction } from './place-state.ts'
import { useFrame } from './use-frame.ts'
import { pressFocused } from './use-keyboard.ts'
import { useToggles } from './use-toggles.ts'

export function FrameKeys({ place }: { place: Dispatch<PlaceAction> }): null {
  const { place: at, go, signIn, kiosk, lesson } = useFrame()
  const toggles = useToggles()
  useKey('theme', toggles.theme)
  useKey('language', toggles.language)
  useKey('search', () => go('records'))
  useKey('referrals', () => go('records', 'referrals'))
  useKey('help', () => place({ kind: 'help-toggled' }))
  useKey('lesson', lesson.press)
  useKey('press', pressFocused)
  useKey('sign-in', kiosk.kiosk?.session.claimed ? signIn.toggle : null)
  const away = at.room !== 'lane' || at.menu || at.help
  useKey('to-lane', away ? () => place({ kind: 'left' }) : null)
  return null
}
