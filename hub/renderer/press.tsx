/** A button that has no key of its own, in the look of those that have one. */
import type { ReactNode } from 'react'
import style from './page.module.css'

interface PressProps {
  label: string
  onPress: () => void
  testId?: string
}

export function Press({ label, onPress, testId }: PressProps): ReactNode {
  return (
    <button type="button" className={style.press} data-testid={testId} onClick={onPress}>
      {label}
    </button>
  )
}
