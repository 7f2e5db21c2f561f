/** A button that names its key: what a gloved finger can press and a keyboard can too. */
import type { ReactNode } from 'react'
import style from './lane-key.module.css'

interface LaneKeyProps {
  /** The key as it is printed on the keyboard. */
  name: string
  label: string
  onPress: () => void
  pressed?: boolean
  testId?: string
}

export function LaneKey({ name, label, onPress, pressed, testId }: LaneKeyProps): ReactNode {
  return (
    <button
      type="button"
      className={style.key}
      data-testid={testId}
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
