/** The plate: typed in a few characters, completed from the plates of today. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { PlateSuggestion } from '../../../shared/contract/crossing-schemas.ts'
import { longestField } from '../../../shared/domain/crossing/crossing.ts'
import { directionWords } from '../../../shared/language/crossing-words.ts'
import { formatClock } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useLink } from '../../rpc/link-context.ts'
import { replaceText } from '../../scanner/wedge/field-text.ts'
import { CommitField } from '../../ui/commit-field.tsx'
import { firstChoice, nextChoice } from './plate-choice.ts'
import style from './plate-field.module.css'

interface PlateFieldProps {
  plate: string | null
  onPlate: (plate: string) => Promise<void>
  /** The field, for what is typed while no field has the focus. */
  input: RefObject<HTMLInputElement | null>
}

export function PlateField({ plate, onPlate, input }: PlateFieldProps): ReactNode {
  const { locale, speak } = useLanguage()
  const [draft, setDraft] = useState<string | null>(null)
  const found = useSuggestions(draft)
  const plates = found.map((each) => each.plate)
  /** Moved to by hand, for the draft it was moved in. */
  const [moved, setMoved] = useState<{ draft: string; choice: number | null } | null>(null)
  const choice = moved && moved.draft === draft ? moved.choice : firstChoice(draft ?? '', plates)

  const take = (index: number): void => {
    const chosen = plates[index]
    if (chosen === undefined || !input.current) return
    replaceText(input.current, chosen)
    input.current.blur()
  }

  return (
    <div className={style.place}>
      <CommitField
        label={speak('crossing.plate')}
        value={plate ?? ''}
        className={style.plate}
        placeholder="98A-123.45"
        testId="plate"
        longest={longestField}
        input={input}
        onCommit={onPlate}
        onDraft={setDraft}
        onKey={(key, typed, commit) => {
          const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
          if (step !== null && found.length > 0) {
            setMoved({ draft: typed, choice: nextChoice(choice, step, found.length) })
            return true
          }
          const chosen = key === 'Enter' && choice !== null ? plates[choice] : undefined
          if (chosen !== undefined) commit(chosen)
          return chosen !== undefined
        }}
      />
      {found.length > 0 && (
        <ol className={style.found} data-testid="plates" aria-label={speak('crossing.platesToday')}>
          {found.map((each, index) => (
            <li key={each.plate}>
              <button
                type="button"
                className={style.suggestion}
                tabIndex={-1}
                aria-current={index === choice}
                // The field would be left, and what was half typed written.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(index)}
              >
                <b className={style.suggested}>{each.plate}</b>
                <span>
                  {formatClock(each.at)} {directionWords[locale][each.direction]} ·{' '}
                  {speak('crossing.people', { people: each.people })}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

const none: readonly PlateSuggestion[] = []

/** Plates of today that the draft may mean. */
function useSuggestions(draft: string | null): readonly PlateSuggestion[] {
  const link = useLink()
  const [answer, setAnswer] = useState<{ draft: string; found: readonly PlateSuggestion[] } | null>(null)
  const asked = useRef<string | null>(null)
  useEffect(() => {
    asked.current = draft
    if (draft === null || draft.trim() === '') return
    link.call('plates.suggest', { text: draft.slice(0, longestField) }).then(
      (found) => asked.current === draft && setAnswer({ draft, found }),
      // Without suggestions a plate is typed whole.
      () => undefined,
    )
  }, [link, draft])
  return draft !== null && answer?.draft === draft ? answer.found : none
}
