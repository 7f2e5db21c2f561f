/** What this checkpoint believes, how old it is, and how it is brought up to date: from a stick or an address. */
import { useState, type ReactNode } from 'react'
import { useHold } from '../../../frame/use-frame.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import { FoundPlaces } from '../../../frame/sticks/found-places.tsx'
import { RefusedNotice } from '../outcome.tsx'
import { RootSources } from './root-sources.tsx'
import { SourceForm } from './source-form.tsx'
import { emptySource, readSource, type Source, type SourceFault } from './source-draft.ts'
import { TrustFacts } from './trust-facts.tsx'
import { EndedUpdate, RunningUpdate } from './trust-update.tsx'
import { useSticks } from '../../../frame/sticks/use-sticks.ts'
import type { FirstRoot } from './use-first-root.ts'
import type { KnownTrust } from './use-trust.ts'
import style from '../set-up.module.css'

interface TrustPartProps {
  known: KnownTrust
  /** For a checkpoint that believes nobody yet. */
  first: FirstRoot
}

export function TrustPart({ known: { trust, failed, update, begin, stop }, first }: TrustPartProps): ReactNode {
  const { locale, speak } = useLanguage()
  const nobody = trust?.from === 'nothing' && update.step !== 'running'
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
        <h2 className={style.subtitle}>{speak(nobody ? 'setUp.first.title' : 'setUp.update.title')}</h2>
        {nobody && <FirstSources first={first} />}
        {!nobody && update.step !== 'running' && <UpdateSources onTake={begin} />}
        {update.step === 'running' && <RunningUpdate update={update} onStop={stop} />}
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

/** Where the first root can come from. It is compared on a page of its own. */
function FirstSources({ first }: { first: FirstRoot }): ReactNode {
  const { speak } = useLanguage()
  const { draft, fault, busy, refused, type, look, lookTyped } = first
  useHold(draft.from !== '' || busy)
  return (
    <>
      <RefusedNotice refused={refused} />
      {busy && (
        <p className={style.sentence} role="status">
          {speak('setUp.working')}
        </p>
      )}
      <RootSources draft={draft} onType={type} fault={fault} onLook={look} onLookTyped={lookTyped} />
    </>
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
