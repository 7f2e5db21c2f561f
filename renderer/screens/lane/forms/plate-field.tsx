/**
 * The plate: typed in a few characters, completed from the plates of today. A finger has keys of its own for it, with all
 * letters: plates of neighbouring countries have those that ours never do.
 */
import { useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { PlateSuggestion } from '../../../../shared/contract/crossing-schemas.ts'
import { longestField } from '../../../../shared/domain/crossing/crossing.ts'
import { directionWords } from '../../../../shared/language/crossing-words.ts'
import { formatClock } from '../../../../shared/language/time.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useLink } from '../../../rpc/link-context.ts'
import { replaceText } from '../../../scanner/wedge/field-text.ts'
import { CommitField } from '../../../ui/commit-field.tsx'
import { Pad, typingKeys, type PadKey } from '../../../ui/pad.tsx'
import { firstChoice, nextChoice } from './plate-choice.ts'
import style from './plate-field.module.css'

interface PlateFieldProps {
  plate: string | null
  /** There is no vehicle, unless a plate is typed. */
  onFoot: boolean
  /** Writes it; which one is meant may yet be found out. */
  onPlate: (plate: string | Promise<string>) => Promise<void>
  /** The field, for what is typed while no field has the focus. */
  input: RefObject<HTMLInputElement | null>
}

export function PlateField({ plate, onFoot, onPlate, input }: PlateFieldProps): ReactNode {
  const { locale, speak } = useLanguage()
  const [draft, setDraft] = useState<string | null>(null)
  const [padOpen, setPadOpen] = useState(false)
  const { found, meant } = useSuggestions(draft)
  const plates = (found ?? none).map((each) => each.plate)
  /** Enter came sooner than the plates of today: it takes the first of them all the same, and not what was typed. */
  const hasty = useRef(false)
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
        placeholder={onFoot ? speak('crossing.onFoot') : '98A-123.45'}
        testId="plate"
        longest={longestField}
        input={input}
        onCommit={(text) => {
          const taken = hasty.current ? meant(text) : text
          hasty.current = false
          return onPlate(taken)
        }}
        inputMode="none"
        onTouch={() => setPadOpen(true)}
        onDraft={(typed) => {
          setDraft(typed)
          if (typed === null) setPadOpen(false)
        }}
        onKey={(key, typed, commit) => {
          const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
          if (step !== null && plates.length > 0) {
            setMoved({ draft: typed, choice: nextChoice(choice, step, plates.length) })
            return true
          }
          hasty.current = key === 'Enter' && found === null
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
        {found && found.length > 0 && (
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

interface Suggestions {
  /** Plates of today that the draft may mean; null while that is not known. */
  found: readonly PlateSuggestion[] | null
  /** What Enter takes behind a text of which it is not known yet. */
  meant: (text: string) => Promise<string>
}

function useSuggestions(draft: string | null): Suggestions {
  const link = useLink()
  const [answer, setAnswer] = useState<{ draft: string; found: readonly PlateSuggestion[] } | null>(null)
  const asked = useRef<string | null>(null)
  const ask = useCallback(
    (text: string): Promise<readonly PlateSuggestion[]> =>
      // Without suggestions a plate is typed whole.
      link.call('plates.suggest', { text: text.slice(0, longestField) }).catch(() => none),
    [link],
  )
  useEffect(() => {
    asked.current = draft
    if (draft === null || draft.trim() === '') return
    void ask(draft).then((found) => asked.current === draft && setAnswer({ draft, found }))
  }, [ask, draft])
  const meant = async (text: string): Promise<string> => {
    const plates = (await ask(text)).map(({ plate }) => plate)
    const choice = firstChoice(text, plates)
    return (choice === null ? undefined : plates[choice]) ?? text
  }
  const known = draft === null || draft.trim() === '' ? none : answer?.draft === draft ? answer.found : null
  return { found: known, meant }
}
