/** How much waits to be sent, for the status line: said once it has waited for longer than a trip takes, or something is wrong. */
import { useEffect, useState } from 'react'
import type { SyncState } from '../../shared/contract/sync.ts'
import { answerOf } from '../rpc/answer-of.ts'
import { useLink } from '../rpc/link-context.ts'
import { useMay } from './session/caller.ts'

/** Entries that are younger leave with the next trip, and nobody has to know. Milliseconds. */
const unsaid = 5 * 60_000

export interface Waiting {
  waiting: number
  /** Somebody has to see to it. */
  problem: boolean
}

/** Null: there is nothing to say. @param now epoch milliseconds */
export function useWaiting(now: number): Waiting | null {
  const link = useLink()
  const may = useMay('sync.read')
  const [sync, setSync] = useState<SyncState | null>(null)
  useEffect(() => {
    if (!may) return
    void answerOf(link.call('sync.read', {})).then(setSync)
    return link.on('sync.changed', setSync)
  }, [link, may])
  return sync && may ? waitingOf(sync, now) : null
}

/** As `useWaiting`, of how sync stands. */
export function waitingOf(sync: SyncState, now: number): Waiting | null {
  const { hub, waiting, oldest, stalled, stopped, revoked } = sync
  if (!hub) return null
  const problem = stalled || revoked || stopped !== null
  return problem || (oldest !== null && now - oldest.at > unsaid) ? { waiting, problem } : null
}
