/** How far a trip is: bytes that lie on the stick, or entries that have their receipt; never what is only on its way. */
import type { ReactNode } from 'react'
import type { EventPayload } from '../../../shared/contract/contract.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import style from './sync.module.css'

interface ProgressProps {
  /** The stick; null: by wire. */
  from: string | null
  progress: EventPayload<'sync.progress'> | null
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000)

export function Progress({ from, progress }: ProgressProps): ReactNode {
  const { speak } = useLanguage()
  const { done = 0, total = null } = progress ?? {}
  const known = total !== null && total > 0
  const said = (): string => {
    if (!known) return speak('sync.stick.sealing')
    return from === null
      ? speak('sync.wire.receipted', { done, total })
      : speak('sync.stick.written', { done: kilobytes(done), total: kilobytes(total) })
  }
  return (
    <div className={style.progress} role="status" data-decides data-testid="sync-progress">
      {from !== null && <b>{speak('sync.stick.running', { from: shownText(from) })}</b>}
      <span>{said()}</span>
      {known && (
        <progress
          aria-label={speak(from === null ? 'sync.wire.progress' : 'sync.stick.progress')}
          value={done}
          max={total}
        />
      )}
    </div>
  )
}
