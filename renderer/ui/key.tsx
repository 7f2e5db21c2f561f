/** A button that names its key: what a gloved finger can press and a keyboard can too. */
import type { ReactNode } from 'react'
import style from './key.module.css'

interface KeyProps {
  /** The key as it is printed on the keyboard. */
  name: string
  label: string
  /** Left out where the key hands in the form it is in. */
  onPress?: () => void
  pressed?: boolean
  /** The one that is expected to be pressed. */
  marked?: boolean
  testId?: string
}

export function Key({ name, label, onPress, pressed, marked, testId }: KeyProps): ReactNode {
  return (
    <button
      type={onPress ? 'button' : 'submit'}
      className={style.key}
      data-testid={testId}
      data-marked={marked}
      aria-pressed={pressed}
      aria-keyshortcuts={name}
      onClick={onPress}
      // A button that kept the focus would be pressed again by a scanner's final Enter.
      onMouseDown={(event) => event.preventDefault()}
    >
      <kbd className={style.name}>{name}</kbd> {label}
    </button>
  )
}
