/** Keys on the screen for a field that a finger types in. The field keeps the focus, and what was typed its meaning. */
import type { ReactNode, RefObject } from 'react'
import { replaceText, typeInto } from '../scanner/wedge/field-text.ts'
import style from './pad.module.css'

export interface PadKey {
  /** What it bears. */
  label: string
  /** What a screen reader says instead. */
  says?: string
  /** `type`: what it bears; `back`: takes the last character back. */
  does: 'type' | 'back' | (() => void)
  /** So many places of the row; one where this is left out. */
  wide?: number
}

/** Keys that type what they bear. */
export function typingKeys(characters: string): PadKey[] {
  return Array.from(characters, (label) => ({ label, does: 'type' }))
}

/** The ten digits in a row, and the way back. @param back what a screen reader says of that */
export const digitKeys = (back: string): PadKey[] => [
  ...typingKeys('1234567890'),
  { label: '⌫', says: back, does: 'back' },
]

interface PadProps {
  label: string
  field: RefObject<HTMLInputElement | null>
  columns: number
  keys: readonly PadKey[]
  testId: string
}

export function Pad({ label, field, columns, keys, testId }: PadProps): ReactNode {
  return (
    <div
      className={style.pad}
      role="group"
      aria-label={label}
      data-testid={testId}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {keys.map(({ label: bears, says, does, wide = 1 }) => (
        <button
          key={bears}
          type="button"
          className={style.key}
          style={{ gridColumn: `span ${wide}` }}
          tabIndex={-1}
          aria-label={says}
          // The field would be left, and what is half typed written.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (typeof does === 'function' ? does() : field.current && type(field.current, does, bears))}
        >
          {bears}
        </button>
      ))}
    </div>
  )
}

function type(field: HTMLInputElement, does: 'type' | 'back', character: string): void {
  if (does === 'back') replaceText(field, field.value.slice(0, -1))
  else if (field.maxLength < 0 || field.value.length < field.maxLength) typeInto(field, character)
}
