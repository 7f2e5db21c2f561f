/** A few choices of which one holds, each a key for a gloved finger. */
import type { ReactNode } from 'react'
import style from './field.module.css'

interface ChoiceKeysProps<T extends string> {
  label: string
  choices: readonly { value: T; word: string }[]
  /** Null: none holds. */
  chosen: T | null
  onChoose: (value: T) => void
  /** The first key gets the focus. */
  autoFocus?: boolean
}

export function ChoiceKeys<T extends string>({
  label,
  choices,
  chosen,
  onChoose,
  autoFocus,
}: ChoiceKeysProps<T>): ReactNode {
  return (
    <fieldset className={style.choices}>
      <legend className={style.label}>{label}</legend>
      {choices.map(({ value, word }, index) => (
        <button
          key={value}
          type="button"
          className={style.choice}
          aria-pressed={value === chosen}
          autoFocus={autoFocus && index === 0}
          onClick={() => onChoose(value)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  )
}
