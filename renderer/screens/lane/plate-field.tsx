/**
 * The plate: typed in a few characters, completed from the plates of today. A finger has keys of its own for it, with all
 * letters: plates of neighbouring countries have those that ours never do.
 */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { PlateSuggestion } from '../../../shared/contract/crossing-schemas.ts'
import { longestField } from '../../../shared/domain/crossing/crossing.ts'
import { directionWords } from '../../../shared/language/crossing-words.ts'
import { formatClock } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useLink } from '../../rpc/link-context.ts'
import { replaceText } from '../../scanner/wedge/field-text.ts'
import { CommitField } from '../../ui/commit-field.tsx'
import { Pad, typingKeys, type PadKey } from '../../ui/pad.tsx'
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
  const [padOpen, setPadOpen] = useState(false)
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

  const keys: PadKey[] = [
    ...typingKeys('1234567890-ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    { label: '⌫', says: speak('pad.back'), wide: 2, does: 'back' },
    { label: speak('key.done'), wide: 3, does: () => input.current?.blur() },
  ]

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
        inputMode="none"
        onTouch={() => setPadOpen(true)}
        onDraft={(typed) => {
          setDraft(typed)
          if (typed === null) setPadOpen(false)
        }}
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
      <button
        type="button"
        className={style.opener}
        data-testid="plate-pad-opener"
        tabIndex={-1}
        aria-pressed={padOpen}
        aria-label={speak('pad.plate')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (padOpen) return input.current?.blur()
          input.current?.focus()
          setPadOpen(true)
        }}
      >
        ABC
      </button>
      <div className={style.under} data-pad={padOpen}>
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
        {padOpen && <Pad label={speak('pad.plate')} testId="plate-pad" field={input} columns={7} keys={keys} />}
      </div>
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
