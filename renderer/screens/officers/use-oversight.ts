/** What waits for a supervisor's eyes: read when the room is entered, and after each thing that was seen. */
import { useEffect, useState } from 'react'
import type { Oversight } from '../../../shared/contract/officers.ts'
import { useMay } from '../../frame/session/caller.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'

export interface OversightRead {
  /** Null: not read yet, or not this officer's. */
  oversight: Oversight | null
  /** The last emergency was not recorded as seen. */
  failed: boolean
  see: (crossing: number) => void
}

export function useOversight(): OversightRead {
  const link = useLink()
  const { room } = useFrame().place
  const may = useMay('oversight.read')
  const [oversight, setOversight] = useState<Oversight | null>(null)
  const [failed, setFailed] = useState(false)
  const shown = may && room === 'officers'
  useEffect(() => {
    if (!shown) return
    let wanted = true
    void answerOf(link.call('oversight.read', {})).then((read) => wanted && setOversight(read))
    return () => void (wanted = false)
  }, [link, shown])
  return {
    oversight: may ? oversight : null,
    failed,
    see(crossing) {
      const ask = async (): Promise<void> => {
        const answer = await answerOf(link.call('oversight.see', { crossing }))
        setFailed(answer?.ok !== true)
        if (answer?.ok) setOversight(answer.oversight)
      }
      void ask()
    },
  }
}
