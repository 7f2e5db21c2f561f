/** A root that was looked at: what it is, and its fingerprint to be compared by voice before anybody agrees to it. */
import type { ReactNode } from 'react'
import { formatInstant } from '../../../shared/language/time.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import type { Previewed } from './source-draft.ts'
import { StepKeys } from './step-keys.tsx'
import style from './set-up.module.css'

interface ComparedRootProps {
  previewed: Previewed
  onOther: () => void
  onAgree: () => void
}

export function ComparedRoot({ previewed: { source, preview }, onOther, onAgree }: ComparedRootProps): ReactNode {
  const { locale, speak } = useLanguage()
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
      <Fingerprint fingerprint={fingerprint} label={speak('setUp.root.fingerprint', { fingerprint })} large />
      <p className={style.sentence}>{speak('setUp.trust.otherwise')}</p>
      <StepKeys
        back={{ label: speak('setUp.trust.other'), onPress: onOther }}
        onward={{ deed: 'step.agree', label: speak('setUp.trust.agree'), onPress: onAgree, testId: 'trust-agree' }}
      />
    </div>
  )
}
