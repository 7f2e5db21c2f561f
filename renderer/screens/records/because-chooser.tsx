/** Why somebody looks at people: a digit or a touch, or words; asked once, and kept until the room is left. */
import { useLayoutEffect, useState, type ReactNode } from 'react'
import {
  accessReasons,
  reasonsInWords,
  type AccessReason,
  type AccessReasonCode,
} from '../../../shared/domain/officer/access-reason.ts'
import { longestNote } from '../../../shared/domain/crossing/crossing.ts'
import { accessReasonWords } from '../../../shared/language/access-words.ts'
import { useLanguage } from '../../i18n/language.tsx'
import type { Choice } from '../../keys/key-map.ts'
import { FormField } from '../../ui/form-field.tsx'
import { Key } from '../../ui/key.tsx'
import room from '../../ui/room.module.css'
import style from './because-chooser.module.css'

/** Their digits, in the order in which they are listed; words come last, on 0. */
const digitOf: Record<AccessReasonCode, Choice> = {
  'routine-check': 'choice.1',
  complaint: 'choice.2',
  'authority-request': 'choice.3',
  'contact-tracing': 'choice.4',
  correction: 'choice.5',
  other: 'choice.0',
}

/** What every part of the room knows of it. */
export interface Asking {
  /** Null: it was not said yet. */
  because: AccessReason | null
  onBecause: (because: AccessReason) => void
}

interface BecauseChooserProps extends Pick<Asking, 'onBecause'> {
  /** What the reason is asked for: where it is another, the digits are for the reason once more, and not for a field. */
  asked: unknown
}

export function BecauseChooser({ asked, onBecause }: BecauseChooserProps): ReactNode {
  const { locale, speak } = useLanguage()
  const [inWords, setInWords] = useState<AccessReasonCode | null>(null)
  useLayoutEffect(leaveField, [asked])
  const choose = (code: AccessReasonCode): void =>
    reasonsInWords.has(code) ? setInWords(code) : onBecause({ code, note: null })
  return (
    <section className={style.chooser} data-testid="because" role="group" aria-label={speak('because.title')}>
      <p className={style.title}>{speak('because.title')}</p>
      {inWords ? (
        <BecauseWords
          label={speak(inWords === 'authority-request' ? 'because.request' : 'because.words')}
          onWords={(note) => onBecause({ code: inWords, note })}
          onLeave={() => setInWords(null)}
        />
      ) : (
        <div className={room.keys}>
          {accessReasons.map((code) => (
            <Key
              key={code}
              deed={digitOf[code]}
              label={accessReasonWords[locale][code]}
              onPress={() => choose(code)}
              testId={`because-${code}`}
            />
          ))}
        </div>
      )}
      <p className={room.sentence}>{speak('because.kept')}</p>
    </section>
  )
}

/** What is typed on still goes into the field; a digit is the reason's. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
}

interface BecauseWordsProps {
  label: string
  onWords: (note: string) => void
  onLeave: () => void
}

function BecauseWords({ label, onWords, onLeave }: BecauseWordsProps): ReactNode {
  const { speak } = useLanguage()
  const [note, setNote] = useState('')
  return (
    <form
      className={style.words}
      onSubmit={(event) => {
        event.preventDefault()
        if (note.trim() !== '') onWords(note.trim())
      }}
    >
      <FormField label={label} value={note} onType={setNote} longest={longestNote} autoFocus />
      <div className={room.keys}>
        <Key submit label={speak('because.go')} testId="because-go" />
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </form>
  )
}
