/** The list of rooms, open on one key: each on a figure, and what is chosen once. */
import { useEffect, useLayoutEffect, type ReactNode } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import { deeds } from '../keys/key-map.ts'
import { useKeyboard } from '../keys/keyboard.tsx'
import { Key } from '../ui/key.tsx'
import type { Room } from './rooms.ts'
import { useFrame } from './use-frame.ts'
import { useToggles } from './use-toggles.ts'
import style from './frame.module.css'

interface RoomBarProps {
  rooms: readonly Room[]
  onHelp: () => void
}

/** Figures of no room do nothing while the rooms are listed: they are no beginning of a plate. The rooms' own come later, and count. */
function OtherFigures(): null {
  const keyboard = useKeyboard()
  useLayoutEffect(() => {
    const stops = deeds
      .filter((deed) => deed.startsWith('choice.'))
      .map((deed) => keyboard.register(deed, () => undefined, 'no room'))
    return () => stops.forEach((stop) => stop())
  }, [keyboard])
  return null
}

export function RoomBar({ rooms, onHelp }: RoomBarProps): ReactNode {
  const { speak } = useLanguage()
  const { kiosk, place, go } = useFrame()
  const { theme } = kiosk.settings
  const toggles = useToggles()
  // A figure that is pressed now is a room's, and not a field's.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, [])
  return (
    <nav className={style.rooms} data-testid="rooms" aria-label={speak('key.menu')}>
      <OtherFigures />
      {rooms.map(({ name, word, choice }) => (
        <Key
          key={name}
          deed={choice ?? 'leave'}
          label={speak(word)}
          onPress={() => go(name)}
          pressed={place.room === name}
          testId={`room-${name}`}
        />
      ))}
      <span className={style.rest} />
      <Key deed="theme" label={speak(`key.theme.${theme}`)} onPress={toggles.theme} testId="theme" />
      <Key deed="language" label={speak('key.language')} onPress={toggles.language} testId="language" />
      <Key deed="help" label={speak('key.help')} onPress={onHelp} testId="help" />
    </nav>
  )
}
