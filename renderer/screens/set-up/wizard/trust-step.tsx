/** The second step: whose keys are believed. What a place publishes is looked at, its root compared by voice, then agreed to. */
import type { ReactNode } from 'react'
import { formatInstant } from '../../../../shared/language/time.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Fingerprint } from '../fingerprint.tsx'
import { FoundPlaces } from '../found-places.tsx'
import { SourceForm } from '../source-form.tsx'
import { useSticks } from '../use-sticks.ts'
import { StepKeys } from './step-keys.tsx'
import type { WizardActs } from './use-wizard.ts'
import type { Previewed } from './wizard-state.ts'
import style from '../set-up.module.css'

export function TrustStep({ acts }: { acts: WizardActs }): ReactNode {
  const { previewed } = acts.state
  return previewed ? <Compared acts={acts} previewed={previewed} /> : <Sources acts={acts} />
}

function Sources({ acts: { state, dispatch, preview, previewTyped } }: { acts: WizardActs }): ReactNode {
  const { speak } = useLanguage()
  const sticks = useSticks()
  return (
    <div className={style.form}>
      <p className={style.sentence}>{speak('setUp.trust.how')}</p>
      <div className={style.narrow}>
        <FoundPlaces
          sticks={sticks}
          holds="publication"
          none={speak('setUp.sticks.none')}
          onChoose={({ path }) => preview({ from: path, serverAuthority: null })}
        />
        <SourceForm
          draft={state.source}
          onType={(changed) => dispatch({ kind: 'source-typed', changed })}
          fault={null}
          label={speak('setUp.trust.look')}
          onSubmit={previewTyped}
        />
      </div>
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

function Compared({ acts: { dispatch }, previewed }: { acts: WizardActs; previewed: Previewed }): ReactNode {
  const { locale, speak } = useLanguage()
  const { source, preview } = previewed
  const { fingerprint, rootVersion, expiresAt, publishedAt, said } = preview
  return (
    <div className={style.form} data-testid="compared">
      <p className={style.sentence}>
        {speak('setUp.trust.found', { from: shownText(source.from), version: rootVersion, expiresAt })}{' '}
        {publishedAt !== null && speak('setUp.trust.published', { published: formatInstant(publishedAt) })}
      </p>
      <p className={style.aloud} data-decides>
        {said[locale]}
      </p>
      <Fingerprint groups={fingerprint} large />
      <p className={style.sentence}>{speak('setUp.trust.otherwise')}</p>
      <StepKeys
        back={{ label: speak('setUp.trust.other'), onPress: () => dispatch({ kind: 'back' }) }}
        onward={{
          deed: 'step.agree',
          label: speak('setUp.trust.agree'),
          onPress: () => dispatch({ kind: 'agreed' }),
          testId: 'trust-agree',
        }}
      />
    </div>
  )
}
