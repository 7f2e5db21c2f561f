/** The list of rooms, open on one key: each on a figure, and what is chosen once. */
import { useEffect, type ReactNode } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import { Key } from '../ui/key.tsx'
import { nextTheme } from '../ui/theme.ts'
import type { Room } from './rooms.ts'
import { useFrame } from './use-frame.ts'
import style from './frame.module.css'

interface RoomBarProps {
  rooms: readonly Room[]
  onHelp: () => void
}

export function RoomBar({ rooms, onHelp }: RoomBarProps): ReactNode {
  const { speak } = useLanguage()
  const { kiosk, place, go, choose } = useFrame()
  const { theme, language } = kiosk.settings
  // A figure that is pressed now is a room's, and not a field's.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, [])
  return (
    <nav className={style.rooms} data-testid="rooms" aria-label={speak('key.menu')}>
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
      <Key
        deed="theme"
        label={speak(`key.theme.${theme}`)}
        onPress={() => choose({ theme: nextTheme(theme) })}
        testId="theme"
      />
      <Key
        deed="language"
        label={speak('key.language')}
        onPress={() => choose({ language: language === 'vi' ? 'en' : 'vi' })}
        testId="language"
      />
      <Key deed="help" label={speak('key.help')} onPress={onHelp} testId="help" />
    </nav>
  )
}
