/** Two names, one above the other, with the difference marked: the officer says whether they are one person. */
import type { ReactNode } from 'react'
import { shownText } from '../../../../shared/language/shown-text.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { Key } from '../../../ui/key.tsx'
import { markDifferences } from './compare-names.ts'
import type { StripSubject } from './strip-subject.ts'
import style from './strip.module.css'

interface NamesToCompareProps {
  subject: StripSubject
  onSamePerson: () => void
  onOtherPerson: () => void
}

export function NamesToCompare({ subject, onSamePerson, onOtherPerson }: NamesToCompareProps): ReactNode {
  const { speak } = useLanguage()
  const { birthDate } = subject
  const certified = subject.name ?? ''
  const papers = subject.beside ?? ''
  return (
    <div className={style.compared} data-testid="compare">
      <dl className={style.names}>
        <dt>{speak('compare.result')}</dt>
        <Name name={certified} other={papers} after={birthDate && ` · ${shownText(birthDate.slice(0, 4))}`} />
        <dt>{speak('compare.papers')}</dt>
        <Name name={papers} other={certified} after={null} />
      </dl>
      <div className={style.answers}>
        <Key deed="same-person" label={speak('compare.same')} onPress={onSamePerson} testId="confirm" />
        <Key deed="other-person" label={speak('compare.other')} onPress={onOtherPerson} testId="other-person" />
      </div>
    </div>
  )
}

function Name({ name, other, after }: { name: string; other: string; after: string | null }): ReactNode {
  return (
    <dd className={style.name} data-decides>
      {markDifferences(shownText(name), shownText(other)).map(({ word, differs }, index) => (
        // A word may stand in a name twice.
        <span key={index}>
          {index > 0 && ' '}
          {differs ? <mark className={style.differs}>{word}</mark> : word}
        </span>
      ))}
      {after}
    </dd>
  )
}
