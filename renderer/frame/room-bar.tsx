/** The list of rooms, open on one key: each on a figure, and what is chosen once. */
import { useLayoutEffect, type ReactNode } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import { roomFigures, type RoomFigure } from '../keys/key-map.ts'
import { useKey } from '../keys/keyboard.tsx'
import { Key } from '../ui/key.tsx'
import type { Room } from './rooms.ts'
import { useFrame } from './use-frame.ts'
import { useToggles } from './use-toggles.ts'
import style from './frame.module.css'

interface RoomBarProps {
  rooms: readonly Room[]
  onHelp: () => void
}

/** A figure of no room does nothing while the rooms are listed: it is no beginning of a plate. */
function NoRoom({ figure }: { figure: RoomFigure }): null {
  useKey(figure, () => undefined)
  return null
}

export function RoomBar({ rooms, onHelp }: RoomBarProps): ReactNode {
  const { speak } = useLanguage()
  const { kiosk, place, go } = useFrame()
  const { theme } = kiosk.settings
  const toggles = useToggles()
  // A figure that is pressed now is a room's, and not a field's: as soon as the list can be seen.
  useLayoutEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, [])
  return (
    <nav className={style.rooms} data-testid="rooms" aria-label={speak('key.menu')}>
      {rooms.map(({ name, word, figure }) => (
        <Key
          key={name}
          deed={figure ?? 'room.lane'}
          label={speak(word)}
          onPress={() => go(name)}
          pressed={place.room === name}
          testId={`room-${name}`}
        />
      ))}
      {roomFigures
        .filter((figure) => !rooms.some((room) => room.figure === figure))
        .map((figure) => (
          <NoRoom key={figure} figure={figure} />
        ))}
      <span className={style.rest} />
      <Key deed="theme" label={speak(`key.theme.${theme}`)} onPress={toggles.theme} testId="theme" />
      <Key deed="language" label={speak('key.language')} onPress={toggles.language} testId="language" />
      <Key deed="help" label={speak('key.help')} onPress={onHelp} testId="help" />
    </nav>
  )
}
