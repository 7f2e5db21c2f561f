/** How far the hub has the journal: one sentence, and the figures that it is made of. */
import type { ReactNode } from 'react'
import type { SyncState } from '../../../shared/contract/sync.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { standOf } from './sync-state.ts'
import style from './sync.module.css'

/** How it stands, in one sentence. A tick stands only before the one that wants nothing. */
export function Stand({ sync }: { sync: SyncState }): ReactNode {
  const { speak } = useLanguage()
  const stand = standOf(sync)
  const sign = stand === 'delivered' ? '✓' : stand === 'waiting' || stand === 'running' || stand === 'empty' ? '…' : '!'
  return (
    <p className={style.stand} data-stand={stand} data-decides data-testid="sync-stand" role="status">
      <span className={style.sign} aria-hidden="true">
        {sign}
      </span>
      <span>{speak(`sync.state.${stand}`, { waiting: sync.waiting, head: sync.head })}</span>
    </p>
  )
}

export function Facts({ sync }: { sync: SyncState }): ReactNode {
  const { speak, locale } = useLanguage()
  const { hub, head, receipted, backedUp, waiting, oldest, hubHead, receiptAt, clock, last, nextAt } = sync
  if (!hub) return null
  const rows: [string, ReactNode][] = [
    [
      speak('sync.fact.waiting'),
      oldest ? speak('sync.waiting.oldest', { waiting, oldestAt: oldest.at }) : speak('sync.waiting', { waiting }),
    ],
    [
      speak('sync.fact.counts'),
      hubHead
        ? speak('sync.counts', { head, hub: hubHead.seq, saidAt: hubHead.at })
        : speak('sync.counts.unsaid', { head }),
    ],
    [
      speak('sync.fact.receipt'),
      receipted === 0
        ? speak('sync.receipt.none')
        : receiptAt === null
          ? speak('sync.receipt.undated', { receipted })
          : speak('sync.receipt', { receipted, receiptAt }),
    ],
    [speak('sync.fact.backedUp'), backedUp === 0 ? speak('sync.backedUp.none') : speak('sync.backedUp', { backedUp })],
    ...(clock ? [[speak('sync.fact.clock'), <Clock key="clock" clock={clock} />] as [string, ReactNode]] : []),
    ...(last ? [[speak('sync.fact.last'), <Tried key="last" tried={last} />] as [string, ReactNode]] : []),
    [speak('sync.fact.next'), nextAt === null ? speak('sync.next.none') : speak('sync.next', { nextAt })],
    [
      speak('sync.fact.hub'),
      `${hub.address === null ? speak('sync.hub.stick') : shownText(hub.address)}${hub.confirmed ? '' : ` · ${speak('sync.hub.unconfirmed')}`}`,
    ],
  ]
  return (
    <dl className={style.facts} data-testid="sync-facts" lang={locale}>
      {rows.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}

/** This clock beside the hub's. */
function Clock({ clock: { wrong, said } }: { clock: NonNullable<SyncState['clock']> }): ReactNode {
  const { locale } = useLanguage()
  return <span className={wrong ? style.why : undefined}>{said[locale]}</span>
}

/** A try: when, by which way, and what came of it or what to do. */
export function Tried({ tried: { at, way, why, said } }: { tried: NonNullable<SyncState['last']> }): ReactNode {
  const { speak, locale } = useLanguage()
  return (
    <>
      {speak('sync.try', { triedAt: at, way })} ·{' '}
      <span className={why === null ? undefined : style.why}>{said?.[locale] ?? why ?? speak('sync.try.fine')}</span>
    </>
  )
}
