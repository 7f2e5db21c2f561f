/** What is not an officer's to decide alone: a supervisor permits it in place, or there is no time for one. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import type { Digit } from './deciding.ts'
import type { Form } from '../forms/form.ts'
import style from './reason-chooser.module.css'

/** The figures of its two ways. */
export type AboveDigit = Extract<Digit, '1' | '2'>

interface AboveChooserProps {
  form: Extract<Form, { kind: 'above' }>
  /** The digit that was struck, and answers unless a plate comes of it. */
  struck: Digit | null
  /** What is on this digit: a supervisor is here, or there is no time for one. `byKey`: struck at the keyboard. */
  onDigit: (digit: AboveDigit, byKey: boolean) => void
  onLeave: () => void
}

export function AboveChooser({ form, struck, onDigit, onLeave }: AboveChooserProps): ReactNode {
  const { speak } = useLanguage()
  const [what = 'rejected'] = form.permissions
  return (
    <div className={style.chooser} data-testid="above" role="group" aria-label={speak('above.title')}>
      <p className={style.title}>{speak(`above.${what}`)}</p>
      <div className={style.reasons}>
        <Key
          deed="choice.1"
          label={speak('above.supervisor')}
          pressed={struck === '1' || undefined}
          onPress={(byKey) => onDigit('1', byKey)}
          marked
          testId="above-supervisor"
        />
        {form.emergency && (
          <Key
            deed="choice.2"
            label={speak('above.emergency')}
            pressed={struck === '2' || undefined}
            onPress={(byKey) => onDigit('2', byKey)}
            testId="above-emergency"
          />
        )}
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </div>
  )
}
