/** What is believed, and an update of it: read when it is shown, followed while it is. */
import { useCallback, useEffect, useReducer, useState } from 'react'
import type { TrustState } from '../../../../shared/contract/trust.ts'
import { useLink } from '../../../rpc/link-context.ts'
import { answerOf } from '../../../rpc/answer-of.ts'
import type { Source } from './source-draft.ts'
import { noUpdate, reduceUpdate, type UpdateState } from './update-state.ts'

export interface KnownTrust {
  /** Null until it is known. */
  trust: TrustState | null
  failed: boolean
  update: UpdateState
  begin: (source: Source) => void
  stop: () => void
}

export function useTrust(): KnownTrust {
  const link = useLink()
  const [{ trust, failed }, setKnown] = useState<Pick<KnownTrust, 'trust' | 'failed'>>({ trust: null, failed: false })
  const [update, dispatch] = useReducer(reduceUpdate, noUpdate)
  const read = useCallback(() => {
    void answerOf(link.call('trust.read', {})).then((answer) =>
      setKnown((before) => (answer ? { trust: answer, failed: false } : { ...before, failed: true })),
    )
  }, [link])
  useEffect(read, [read])
  useEffect(() => link.on('trust.changed', (changed) => setKnown({ trust: changed, failed: false })), [link])
  useEffect(() => link.on('trust.progress', (reading) => dispatch({ kind: 'progressed', reading })), [link])

  const running = update.step === 'running'
  return {
    trust,
    failed,
    update,
    begin: ({ from, serverAuthority }) => {
      if (running) return
      dispatch({ kind: 'begun', from })
      const run = async (): Promise<void> => {
        dispatch({ kind: 'ended', answer: await answerOf(link.call('trust.update', { from, serverAuthority })) })
        read()
      }
      void run()
    },
    stop: () => {
      dispatch({ kind: 'stopping' })
      // Whatever came of it, the update itself says how it ended.
      void answerOf(link.call('trust.stop', {}))
    },
  }
}
