/** A button that names its key: what a gloved finger can press and a keyboard can too. */
import type { ReactNode } from 'react'
import { chordsOf, meaningOf, printedKey, type Deed } from '../keys/key-map.ts'
import { useDrawnKey } from '../keys/keyboard.tsx'
import style from './key.module.css'

interface KeyLooks {
  label: string
  pressed?: boolean | undefined
  /** The one that is expected to be pressed. */
  marked?: boolean
  testId?: string
}

/**
 * `deed` has its key in the key map, and is done by `onPress`, which may ask whether it was the key and no touch. `submit`
 * hands in the form that it is in, as Enter does.
 */
type KeyProps = KeyLooks & ({ deed: Deed; onPress: (byKey: boolean) => void } | { submit: true })

export function Key(props: KeyProps): ReactNode {
  const { label, pressed, marked, testId } = props
  const deed = 'deed' in props ? props.deed : null
  const onPress = 'deed' in props ? props.onPress : null
  const acts = useDrawnKey(deed, onPress && (() => onPress(true)))
  // What another part of the screen does on that key is not promised here.
  const chords = !deed ? ['Enter'] : acts ? chordsOf(deed) : []
  return (
    <button
      type={deed ? 'button' : 'submit'}
      className={style.key}
      data-testid={testId}
      data-decides
      data-marked={marked}
      aria-pressed={pressed}
      aria-keyshortcuts={chords.join(' ') || undefined}
      onClick={onPress ? () => onPress(false) : undefined}
      // A button that kept the focus would be pressed again by a scanner's final Enter.
      onMouseDown={(event) => event.preventDefault()}
    >
      {chords.length > 0 && <kbd className={style.name}>{deed ? printedKey(meaningOf(deed).key) : 'Enter'}</kbd>}{' '}
      {label}
    </button>
  )
}
