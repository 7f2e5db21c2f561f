/** The second step: whose keys are believed. What a place publishes is looked at, its root compared by voice, then agreed to. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { ComparedRoot } from '../trust/compared-root.tsx'
import { RootSources } from '../trust/root-sources.tsx'
import { StepKeys } from '../step-keys.tsx'
import type { WizardActs } from './use-wizard.ts'
import style from '../set-up.module.css'

export function TrustStep({ acts: { state, dispatch, preview, previewTyped } }: { acts: WizardActs }): ReactNode {
  const { speak } = useLanguage()
  const { previewed, source } = state
  if (previewed) {
    return (
      <ComparedRoot
        previewed={previewed}
        onOther={() => dispatch({ kind: 'back' })}
        heard={state.heard}
        onHear={(heard) => dispatch({ kind: 'heard', heard })}
        onCompare={() => dispatch({ kind: 'compared' })}
      />
    )
  }
  return (
    <div className={style.form}>
      <RootSources
        draft={source}
        onType={(changed) => dispatch({ kind: 'source-typed', changed })}
        fault={null}
        onLook={preview}
        onLookTyped={previewTyped}
      />
      <StepKeys
        back={{ onPress: () => dispatch({ kind: 'back' }) }}
        onward={{
          deed: 'choice.0',
          label: speak('setUp.trust.skip'),
          onPress: () => dispatch({ kind: 'trust-skipped' }),
          testId: 'trust-skip',
        }}
      />
      <p className={style.faint}>{speak('setUp.trust.skipHow')}</p>
    </div>
  )
}
