/** The third step: how the secret that opens the journal is kept. Going on makes everything but the profile's last file. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { KeptFields } from '../secret/kept-fields.tsx'
import { StepKeys } from '../step-keys.tsx'
import type { WizardActs } from './use-wizard.ts'
import style from '../set-up.module.css'

interface SecretStepProps {
  acts: WizardActs
  /** The operating system can keep it. */
  system: boolean
}

export function SecretStep({ acts: { state, dispatch, begin }, system }: SecretStepProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <p className={style.sentence}>{speak('setUp.secret.what')}</p>
      <KeptFields
        draft={state.kept}
        system={system}
        focuses
        onDraft={(kept) => dispatch({ kind: 'kept-typed', kept })}
      />
      <button type="submit" hidden />
      <StepKeys
        back={{ onPress: () => dispatch({ kind: 'back' }) }}
        onward={{ label: speak('setUp.secret.make'), onPress: begin, marked: state.kept.kept !== null }}
      />
    </form>
  )
}
