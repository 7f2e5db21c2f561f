/** The first step: who this checkpoint is, typed or taken from another laptop's set-up on a stick. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { CheckpointFields } from '../checkpoint/checkpoint-fields.tsx'
import { FoundPlaces } from '../../../frame/sticks/found-places.tsx'
import { useSticks } from '../../../frame/sticks/use-sticks.ts'
import { StepKeys } from '../step-keys.tsx'
import type { WizardActs } from './use-wizard.ts'
import style from '../set-up.module.css'

export function CheckpointStep({ acts: { state, dispatch, importFrom } }: { acts: WizardActs }): ReactNode {
  const { speak } = useLanguage()
  const sticks = useSticks()
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        dispatch({ kind: 'next' })
      }}
    >
      <p className={style.sentence}>{speak('setUp.checkpoint.how')}</p>
      <div className={style.narrow}>
        <CheckpointFields
          draft={state.checkpoint}
          onType={(changed) => dispatch({ kind: 'checkpoint-typed', changed })}
        />
        {/* The first button of a form is what Enter presses: it comes before the sticks. */}
        <button type="submit" hidden />
        <h2 className={style.subtitle}>{speak('setUp.import.title')}</h2>
        <FoundPlaces
          sticks={sticks}
          holds="set-up"
          none={speak('setUp.import.none')}
          onChoose={({ path }) => importFrom(path)}
        />
      </div>
      <StepKeys onward={{ label: speak('setUp.next'), onPress: () => dispatch({ kind: 'next' }), marked: true }} />
    </form>
  )
}
