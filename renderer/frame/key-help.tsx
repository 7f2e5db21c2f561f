/** The help on keys: every key that does something now, from the key map, in two columns in the room's place. */
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import { chordsOf, deeds, meaningOf, printedKey, type Deed } from '../keys/key-map.ts'
import type { Keyboard } from '../keys/keyboard.tsx'
import { Key } from '../ui/key.tsx'
import { useFrame } from './use-frame.ts'
import style from './frame.module.css'

interface KeyHelpProps {
  keyboard: Keyboard
  /** To the page that says what to do in which situation. */
  onPage: () => void
  onLeave: () => void
}

export function KeyHelp({ keyboard, onPage, onLeave }: KeyHelpProps): ReactNode {
  const { speak } = useLanguage()
  const { lesson } = useFrame()
  // As it was when the help was opened: its own key is none of them, nor are those of the list of rooms, which it has closed.
  const [present] = useState(() => new Set(keyboard.present().filter((deed) => meaningOf(deed).place !== 'rooms')))
  return (
    <main className={style.help} data-testid="key-help" aria-label={speak('key.help')}>
      <dl className={style.keys}>
        {inTheOrderOfTheTable(present).map(([help, chords]) => (
          <div key={help} className={style.row}>
            <dt>
              {chords.map((chord) => (
                <kbd key={chord} className={style.cap}>
                  {printedKey(chord)}
                </kbd>
              ))}
            </dt>
            <dd>{speak(help)}</dd>
          </div>
        ))}
      </dl>
      <p className={style.hint}>{speak('help.second')}</p>
      <div className={style.ways}>
        <Key deed="choice.0" label={speak('room.help')} onPress={onPage} testId="help-page" />
        {lesson.press && (
          <Key deed="choice.1" label={speak('lesson.begin')} onPress={lesson.press} testId="lesson-begin" />
        )}
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </main>
  )
}

/** Each meaning once, with all of its keys. */
function inTheOrderOfTheTable(present: ReadonlySet<Deed>) {
  const rows = new Map<ReturnType<typeof meaningOf>['help'], string[]>()
  for (const deed of deeds) {
    if (!present.has(deed)) continue
    const { help } = meaningOf(deed)
    rows.set(help, [...(rows.get(help) ?? []), ...chordsOf(deed)])
  }
  return [...rows]
}
