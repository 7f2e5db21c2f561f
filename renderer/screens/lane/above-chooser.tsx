/** What is not an officer's to decide alone: a supervisor permits it in place, or there is no time for one. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import type { Form } from './form.ts'
import style from './reason-chooser.module.css'

interface AboveChooserProps {
  form: Extract<Form, { kind: 'above' }>
  /** A supervisor is here. */
  onSupervisor: () => void
  onEmergency: () => void
  onLeave: () => void
}

export function AboveChooser({ form, onSupervisor, onEmergency, onLeave }: AboveChooserProps): ReactNode {
  const { speak } = useLanguage()
  const [what = 'rejected'] = form.permissions
  return (
    <div className={style.chooser} data-testid="above" role="group" aria-label={speak('above.title')}>
      <p className={style.title}>{speak(`above.${what}`)}</p>
      <div className={style.reasons}>
        <Key
          deed="choice.1"
          label={speak('above.supervisor')}
          onPress={onSupervisor}
          marked
          testId="above-supervisor"
        />
        {form.emergency && (
          <Key deed="choice.2" label={speak('above.emergency')} onPress={onEmergency} testId="above-emergency" />
        )}
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} />
      </div>
    </div>
  )
}
