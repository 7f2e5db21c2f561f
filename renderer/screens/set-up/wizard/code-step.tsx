/** The third step's end: the recovery code, shown to be written down, then typed back while it is hidden. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { ShownCode, TypedCode } from '../secret/recovery-code.tsx'
import { StepKeys } from '../step-keys.tsx'
import type { WizardActs } from './use-wizard.ts'
import style from '../set-up.module.css'

export function CodeStep({ acts: { state, dispatch, finish } }: { acts: WizardActs }): ReactNode {
  const { speak } = useLanguage()
  if (state.step === 'code') {
    return (
      <div className={style.form}>
        <ShownCode code={state.code ?? ''} />
        <StepKeys
          onward={{
            label: speak('setUp.code.written'),
            onPress: () => dispatch({ kind: 'next' }),
            testId: 'code-written',
          }}
        />
      </div>
    )
  }
  return (
    <TypedCode typed={state.typed} onType={(typed) => dispatch({ kind: 'code-typed', typed })} onSubmit={finish}>
      <StepKeys
        back={{ label: speak('setUp.code.again'), onPress: () => dispatch({ kind: 'back' }), testId: 'code-again' }}
        onward={{ label: speak('setUp.code.compare'), onPress: finish, marked: true, testId: 'code-compare' }}
      />
    </TypedCode>
  )
}
