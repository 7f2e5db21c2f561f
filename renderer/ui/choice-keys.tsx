/** A few choices of which one holds, each a key for a gloved finger. Enter chooses none of them: it hands in the form. */
import type { ReactNode } from 'react'
import { chordsOf, meaningOf, printedKey, type Choice } from '../keys/key-map.ts'
import { useDrawnKey } from '../keys/keyboard.tsx'
import style from './field.module.css'

interface OneChoice<T extends string> {
  value: T
  word: string
  /** The figure that chooses it, while it does. */
  deed?: Choice | null
}

interface ChoiceKeysProps<T extends string> {
  label: string
  /** The words of the choices say what it is about: the label is for a screen reader alone. */
  plain?: boolean
  choices: readonly OneChoice<T>[]
  /** Null: none holds. */
  chosen: T | null
  /** `byFigure`: by its key, and not by a touch. */
  onChoose: (value: T, byFigure: boolean) => void
}

export function ChoiceKeys<T extends string>({
  label,
  plain,
  choices,
  chosen,
  onChoose,
}: ChoiceKeysProps<T>): ReactNode {
  return (
    <fieldset className={style.choices}>
      <legend className={plain ? style.spoken : style.label}>{label}</legend>
      {choices.map(({ value, word, deed = null }) => (
        <ChoiceKey
          key={value}
          word={word}
          deed={deed}
          chosen={value === chosen}
          onChoose={(byFigure) => onChoose(value, byFigure)}
        />
      ))}
    </fieldset>
  )
}

interface ChoiceKeyProps {
  word: string
  deed: Choice | null
  chosen: boolean
  onChoose: (byFigure: boolean) => void
}

function ChoiceKey({ word, deed, chosen, onChoose }: ChoiceKeyProps): ReactNode {
  const acts = useDrawnKey(deed, () => onChoose(true))
  const shown = acts ? deed : null
  return (
    <button
      type="button"
      className={style.choice}
      aria-pressed={chosen}
      aria-keyshortcuts={shown ? chordsOf(shown).join(' ') : undefined}
      onClick={() => onChoose(false)}
      // A choice that kept the focus would be chosen again by whoever ends the form with Enter.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    >
      {shown && <kbd className={style.figure}>{printedKey(meaningOf(shown).key)}</kbd>} {word}
    </button>
  )
}
