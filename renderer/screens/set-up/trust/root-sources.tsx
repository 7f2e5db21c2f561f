/** Where keys can be taken from while nobody is believed: a stick that is plugged in, or a place that is typed. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.tsx'
import { FoundPlaces } from '../../../frame/sticks/found-places.tsx'
import { SourceForm } from './source-form.tsx'
import type { Source, SourceDraft, SourceFault } from './source-draft.ts'
import { useSticks } from '../../../frame/sticks/use-sticks.ts'
import style from '../set-up.module.css'

interface RootSourcesProps {
  draft: SourceDraft
  onType: (changed: Partial<SourceDraft>) => void
  fault: SourceFault | null
  /** A stick was chosen. */
  onLook: (source: Source) => void
  /** What was typed was handed in. */
  onLookTyped: () => void
}

export function RootSources({ draft, onType, fault, onLook, onLookTyped }: RootSourcesProps): ReactNode {
  const { speak } = useLanguage()
  const sticks = useSticks()
  return (
    <>
      <p className={style.sentence}>{speak('setUp.trust.how')}</p>
      <div className={style.narrow}>
        <FoundPlaces
          sticks={sticks}
          holds="publication"
          none={speak('setUp.sticks.none')}
          onChoose={({ path }) => onLook({ from: path, serverAuthority: null })}
        />
        <SourceForm
          draft={draft}
          onType={onType}
          fault={fault}
          label={speak('setUp.trust.look')}
          onSubmit={onLookTyped}
        />
      </div>
    </>
  )
}
