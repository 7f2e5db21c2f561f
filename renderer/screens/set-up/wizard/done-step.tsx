/** The last step: what was made, where it is, and what to do next. */
import type { ReactNode } from 'react'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import { Done } from '../outcome.tsx'
import type { WizardActs } from './use-wizard.ts'
import style from '../set-up.module.css'

export function DoneStep({ acts: { state }, onLeave }: { acts: WizardActs; onLeave: () => void }): ReactNode {
  const { speak } = useLanguage()
  const { checkpoint, place, agreed, tried } = state
  const untried = (['camera', 'scanner'] as const).filter((device) => !tried[device]?.what)
  return (
    <div className={style.form} data-testid="wizard-done">
      <Done>{speak('setUp.done.made', { name: checkpoint.name.trim(), lane: checkpoint.lane.trim() })}</Done>
      <p className={style.sentence}>{speak('setUp.done.place', { place: shownText(place ?? '') })}</p>
      <p className={style.aloud} data-decides>
        {speak('setUp.done.next')}
      </p>
      {!agreed && <p className={style.sentence}>{speak('setUp.done.noTrust')}</p>}
      {untried.map((device) => (
        <p key={device} className={style.sentence}>
          {speak(`setUp.done.untried-${device}`)}
        </p>
      ))}
      <p className={style.sentence}>{speak('setUp.done.code')}</p>
      <div className={style.keys}>
        <Key deed="step.next" label={speak('setUp.done.close')} onPress={onLeave} testId="step-next" />
      </div>
    </div>
  )
}
