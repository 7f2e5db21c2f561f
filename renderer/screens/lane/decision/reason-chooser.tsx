/** Why a decision departs from the verdict: a digit or a touch; another reason in words. */
import type { ReactNode } from 'react'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { longestNote } from '../../../../shared/domain/crossing/crossing.ts'
import { outcomeWords } from '../../../../shared/language/say.ts'
import { reasonWords } from '../../../../shared/language/crossing-words.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { reasonKeys, type Digit } from './deciding.ts'
import type { Form } from '../desk-state.ts'
import { Key } from '../../../ui/key.tsx'
import style from './reason-chooser.module.css'

interface ReasonChooserProps {
  form: Extract<Form, { kind: 'reason' }>
  crossing: ShownCrossing
  /** The reason in words, as typed so far. */
  note: string
  onType: (note: string) => void
  /** The digit that was struck, and answers unless a plate comes of it. */
  struck: Digit | null
  /** The reason on this digit. `byKey`: struck at the keyboard, where it may yet become a plate. */
  onDigit: (digit: Digit, byKey: boolean) => void
  /** In the officer's own words. */
  onWords: (note: string) => void
  onLeave: () => void
}

export function ReasonChooser(props: ReasonChooserProps): ReactNode {
  const { form, crossing, note, struck, onType, onDigit, onWords, onLeave } = props
  const { locale, speak } = useLanguage()
  const { decision, words } = form
  // "Refuse, though NOT VALID" would be no sense: what is not let pass either way departs from what is asked for.
  const expected = decision === 'admitted' ? [] : crossing.expected.filter((each) => each !== 'admitted')
  const departure =
    expected.length === 0
      ? speak('reason.why', { decision: speak(`decide.${decision}`), outcome: sayOutcome(locale, crossing) })
      : speak('reason.instead', {
          decision: speak(`decide.${decision}`),
          expected: expected.map((each) => speak(`decide.${each}`)).join(', '),
        })
  return (
    <div className={style.chooser} data-testid="reasons" role="group" aria-label={speak('reason.title')}>
      <p className={style.title}>{departure}</p>
      {words ? (
        <Words note={note} onType={onType} onWords={onWords} onLeave={onLeave} />
      ) : (
        <div className={style.reasons}>
          {reasonKeys(decision, crossing.grave).map(({ digit, code }) => (
            <Key
              key={code}
              deed={`choice.${digit}`}
              label={reasonWords[locale][code]}
              pressed={digit === struck || undefined}
              onPress={(byKey) => onDigit(digit, byKey)}
              testId={`reason-${code}`}
            />
          ))}
          <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
        </div>
      )}
    </div>
  )
}

/** Of everybody together, which may be another outcome than the one on the panel. */
function sayOutcome(locale: 'vi' | 'en', { whole }: ShownCrossing): string {
  return outcomeWords[locale][whole.outcome]
}

type WordsProps = Pick<ReasonChooserProps, 'note' | 'onType' | 'onWords' | 'onLeave'>

function Words({ note, onType, onWords, onLeave }: WordsProps): ReactNode {
  const { speak } = useLanguage()
  const submit = (): void => {
    if (note.trim() !== '') onWords(note.trim())
  }
  return (
    <form
      className={style.words}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FormField label={speak('reason.words')} value={note} onType={onType} longest={longestNote} autoFocus />
      <div className={style.keys}>
        <Key submit label={speak('reason.record')} />
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </form>
  )
}
