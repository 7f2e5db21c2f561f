/** A few choices of which one holds, each a key for a gloved finger. Enter chooses none of them: it hands in the form. */
import type { ReactNode } from 'react'
import { chordsOf, meaningOf, printedKey, type Choice } from '../keys/key-map.ts'
import { useKey } from '../keys/keyboard.tsx'
import style from './field.module.css'

interface OneChoice<T extends string> {
  value: T
  word: string
  /** The figure that chooses it, while it does. */
  deed?: Choice | null
}

interface ChoiceKeysProps<T extends string> {
  label: string
  choices: readonly OneChoice<T>[]
  /** Null: none holds. */
  chosen: T | null
  onChoose: (value: T) => void
}

export function ChoiceKeys<T extends string>({ label, choices, chosen, onChoose }: ChoiceKeysProps<T>): ReactNode {
  return (
    <fieldset className={style.choices}>
      <legend className={style.label}>{label}</legend>
      {choices.map(({ value, word, deed = null }) => (
        <ChoiceKey key={value} word={word} deed={deed} chosen={value === chosen} onChoose={() => onChoose(value)} />
      ))}
    </fieldset>
  )
}

interface ChoiceKeyProps {
  word: string
  deed: Choice | null
  chosen: boolean
  onChoose: () => void
}

function ChoiceKey({ word, deed, chosen, onChoose }: ChoiceKeyProps): ReactNode {
  useKey(deed, onChoose)
  return (
    <button
      type="button"
      className={style.choice}
      aria-pressed={chosen}
      aria-keyshortcuts={deed ? chordsOf(deed).join(' ') : undefined}
      onClick={onChoose}
      // A choice that kept the focus would be chosen again by whoever ends the form with Enter.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    >
      {deed && <kbd className={style.figure}>{printedKey(meaningOf(deed).key)}</kbd>} {word}
    </button>
  )
}
