/** What waits for whoever has signed in: asked for when they come, and when what the kiosk goes by may have changed. */
import { useCallback, useEffect, useReducer, useState } from 'react'
import type { Duty } from '../../../shared/contract/shift.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'
import { useFrame } from '../use-frame.ts'
import { may } from './caller.ts'

export interface WaitingDuty {
  /** Null: nothing is known to wait. */
  duty: Duty | null
  /** The last press was not recorded. */
  failed: boolean
  /** They know, and take over. */
  take: () => void
}

/** What was answered last, and to whom. */
interface ReadDuty {
  whose: string
  duty: Duty
}

const newest = (_before: ReadDuty | null, read: ReadDuty): ReadDuty => read

export function useDuty(): WaitingDuty {
  const link = useLink()
  const session = useFrame().kiosk.kiosk?.session ?? null
  const whose = may(session, 'shift.duty') ? (session?.who?.number ?? null) : null
  const [read, tell] = useReducer(newest, null)
  const [failedFor, setFailedFor] = useState<string | null>(null)

  const ask = useCallback(async (): Promise<void> => {
    if (whose === null) return
    const duty = await answerOf(link.call('shift.duty', {}))
    if (duty) tell({ whose, duty })
  }, [link, whose])
  useEffect(() => {
    void ask()
    const stops = [link.on('trust.changed', () => void ask()), link.on('shift.changed', () => void ask())]
    return () => {
      for (const stop of stops) stop()
    }
  }, [link, ask])

  const duty = read !== null && read.whose === whose ? read.duty : null
  return {
    duty,
    failed: failedFor !== null && failedFor === whose,
    take() {
      if (!duty) return
      const { takesOver, orders } = duty
      const say = async (): Promise<void> => {
        const told = { closed: takesOver?.seq ?? null, orders: orders?.seq ?? null }
        const answer = await answerOf(link.call('shift.take', told))
        setFailedFor(answer?.recorded ? null : whose)
        await ask()
      }
      void say()
    },
  }
}
