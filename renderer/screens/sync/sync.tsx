/** The room Sync: how far the hub has the journal, what to do about it, and how old what comes back is. */
import type { ReactNode } from 'react'
import { useHold } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import room from '../../ui/room.module.css'
import { EnrolPart } from './enrol-part.tsx'
import { Facts, Stand, Tried } from './facts.tsx'
import { Lists } from './lists.tsx'
import { Progress } from './progress.tsx'
import { StickPart } from './stick-part.tsx'
import { SyncKeys } from './sync-keys.tsx'
import { useEnrolCodes } from './use-enrol-codes.ts'
import { useSync, type Syncing } from './use-sync.ts'
import style from './sync.module.css'

export function SyncScreen(): ReactNode {
  const { speak, locale } = useLanguage()
  const syncing = useSync()
  useEnrolCodes(syncing)
  const { sync, failed, part, busy, invited } = syncing.state
  useHold(busy !== null || invited !== null || part !== 'facts')
  return (
    <main className={room.room} data-testid="sync-screen">
      <h2 className={room.title}>{speak('sync.title')}</h2>
      {sync && <Stand sync={sync} />}
      {failed && <NoticeBar>{speak('sync.unanswered')}</NoticeBar>}
      {sync?.hubWentBack && <NoticeBar>{speak('sync.went-back', { seq: sync.hubHead?.seq ?? 0 })}</NoticeBar>}
      {sync?.refused && (
        <NoticeBar testId="sync-stick-refused">
          {speak('sync.stick.refused', { refusedAt: sync.refused.at, why: sync.refused.said[locale] })}
        </NoticeBar>
      )}
      <SyncKeys syncing={syncing} />
      <Outcome syncing={syncing} />
      {invited && <EnrolPart syncing={syncing} />}
      <div className={style.columns} hidden={invited !== null}>
        <section className={style.column} tabIndex={0} aria-label={speak('sync.facts')}>
          {(part === 'facts' || (busy && part !== 'enrol')) && sync && <Facts sync={sync} />}
          {part !== 'facts' && !invited && <OpenPart syncing={syncing} />}
        </section>
        <section className={style.column} tabIndex={0} aria-label={speak('sync.lists')}>
          <h3 className={room.title}>{speak('sync.lists')}</h3>
          <Lists />
          {sync && sync.tries.length > 1 && (
            <>
              <h3 className={room.title}>{speak('sync.history')}</h3>
              <ol className={style.history}>
                {sync.tries.slice(1, mostTold).map((tried) => (
                  <li key={`${tried.at} ${tried.way}`}>
                    <Tried tried={tried} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </section>
      </div>
    </main>
  )
}

/** Earlier tries that are told; the figures for IT have all that are kept. */
const mostTold = 12

/** What goes on, and what came of the last thing that was done here. */
function Outcome({ syncing: { state } }: { syncing: Syncing }): ReactNode {
  const { speak, locale } = useLanguage()
  const { busy, progress, last, strangers, sync, part } = state
  const byWire = sync?.running?.way === 'wire'
  if ((busy && part !== 'enrol') || sync?.running)
    return <Progress from={byWire ? null : (busy?.from ?? null)} progress={progress} />
  if (!last) return null
  if (!last.good) return <NoticeBar testId="sync-refused">{last.said?.[locale] ?? speak('sync.unanswered')}</NoticeBar>
  return (
    <p className={style.done} role="status" data-decides data-testid="sync-done">
      <span aria-hidden="true">✓ </span>
      {last.said[locale]}
      {strangers > 0 && <span className={style.why}> {speak('sync.strangers', { count: strangers })}</span>}
    </p>
  )
}

function OpenPart({ syncing }: { syncing: Syncing }): ReactNode {
  const { speak } = useLanguage()
  const { part, busy } = syncing.state
  if (part === 'enrol') return <EnrolPart syncing={syncing} />
  if (busy) return null
  if (part === 'diagnose')
    return (
      <StickPart
        title={speak('sync.diagnose.title')}
        how={speak('sync.diagnose.how')}
        none={speak('sync.stick.none')}
        onChoose={syncing.diagnose}
      />
    )
  return (
    <StickPart
      title={speak('sync.stick.title')}
      none={speak('sync.stick.none')}
      alone={syncing.state.last === null}
      onChoose={syncing.run}
    />
  )
}
