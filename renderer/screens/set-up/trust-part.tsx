/** What this checkpoint believes, how old it is, and how it is brought up to date: from a stick or an address. */
import { useState, type ReactNode } from 'react'
import { useHold } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { FoundPlaces } from './found-places.tsx'
import { SourceForm } from './source-form.tsx'
import { emptySource, readSource, type Source, type SourceFault } from './source-draft.ts'
import { TrustFacts } from './trust-facts.tsx'
import { EndedUpdate, RunningUpdate } from './trust-update.tsx'
import { useSticks } from './use-sticks.ts'
import { useTrust } from './use-trust.ts'
import style from './set-up.module.css'

export function TrustPart(): ReactNode {
  const { locale, speak } = useLanguage()
  const { trust, failed, update, begin, stop } = useTrust()
  useHold(update.step === 'running')
  return (
    <div className={style.columns} data-testid="trust-part">
      <section className={style.form}>
        {failed && <NoticeBar>{speak('setUp.unanswered')}</NoticeBar>}
        {trust?.damage.map((sentence) => (
          <NoticeBar key={sentence.vi} testId="trust-damage">
            {sentence[locale]}
          </NoticeBar>
        ))}
        {trust && <TrustFacts trust={trust} />}
      </section>
      <section className={style.form}>
        <h2 className={style.subtitle}>{speak('setUp.update.title')}</h2>
        {update.step === 'running' ? <RunningUpdate update={update} onStop={stop} /> : <UpdateSources onTake={begin} />}
        {update.step === 'ended' && <EndedUpdate update={update} />}
        {update.step === 'idle' && trust?.last && (
          <p className={style.faint}>
            {speak('setUp.update.last', { from: trust.last.from, endedAt: trust.last.at })} {trust.last.said[locale]}
          </p>
        )}
      </section>
    </div>
  )
}

/** Where it can come from. Sticks are looked at for as long as this is shown. */
function UpdateSources({ onTake }: { onTake: (source: Source) => void }): ReactNode {
  const { speak } = useLanguage()
  const sticks = useSticks()
  const [draft, setDraft] = useState(emptySource)
  const [fault, setFault] = useState<SourceFault | null>(null)
  useHold(draft.from !== '')
  const take = (): void => {
    const read = readSource(draft)
    if (read.ok) onTake(read.source)
    else setFault(read.fault)
  }
  return (
    <>
      <FoundPlaces
        sticks={sticks}
        holds="publication"
        none={speak('setUp.sticks.none')}
        onChoose={({ path }) => onTake({ from: path, serverAuthority: null })}
      />
      <SourceForm
        draft={draft}
        onType={(changed) => {
          setDraft((before) => ({ ...before, ...changed }))
          setFault(null)
        }}
        fault={fault}
        label={speak('setUp.update.take')}
        onSubmit={take}
      />
    </>
  )
}
