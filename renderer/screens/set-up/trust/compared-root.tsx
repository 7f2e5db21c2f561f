/** A root that was looked at, before anybody believes it: the end of its fingerprint is typed as the authority reads it out. */
import type { ReactNode } from 'react'
import { formatInstant } from '../../../../shared/language/time.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { ReadOutField } from '../../../ui/read-out.tsx'
import type { Previewed } from './source-draft.ts'
import { StepKeys } from '../step-keys.tsx'
import style from '../set-up.module.css'

interface ComparedRootProps {
  previewed: Previewed
  /** What was typed, as it was read out. */
  heard: string
  onHear: (heard: string) => void
  onOther: () => void
  onCompare: () => void
}

export function ComparedRoot(props: ComparedRootProps): ReactNode {
  const { previewed, heard, onHear, onOther, onCompare } = props
  const { locale, speak } = useLanguage()
  const { source, preview } = previewed
  const { rootVersion, expiresAt, publishedAt, said } = preview
  return (
    <form
      className={style.form}
      data-testid="compared"
      onSubmit={(event) => {
        event.preventDefault()
        onCompare()
      }}
    >
      <p className={style.sentence}>
        {speak('setUp.trust.found', { from: shownText(source.from), version: rootVersion, expiresAt })}{' '}
        {publishedAt !== null && speak('setUp.trust.published', { published: formatInstant(publishedAt) })}
      </p>
      <p className={style.aloud} data-decides>
        {said[locale]}
      </p>
      <ReadOutField
        fingerprint={preview.fingerprint}
        hidden={(fingerprint) => speak('setUp.trust.hidden', { fingerprint })}
        label={speak('setUp.trust.groups')}
        heard={heard}
        onHear={onHear}
      />
      <StepKeys
        back={{ label: speak('setUp.trust.other'), onPress: onOther }}
        onward={{
          deed: 'step.agree',
          label: speak('setUp.trust.agree'),
          onPress: onCompare,
          marked: true,
          testId: 'trust-agree',
        }}
      />
    </form>
  )
}
