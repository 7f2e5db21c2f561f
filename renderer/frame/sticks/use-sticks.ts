/** What is found on the sticks that are plugged in: looked at again and again while it is shown, so that none has to be asked for. */
import { useEffect, useState } from 'react'
import type { FoundPlace } from '../../../shared/contract/trust.ts'
import { useLink } from '../../rpc/link-context.ts'
import { answerOf } from '../../rpc/answer-of.ts'

/** Pause between an answer and the next look. Milliseconds. */
const lookAgainAfter = 3_000

/** Null: the first look is not done. `failed`: the program did not answer the last one. */
export interface Sticks {
  found: readonly FoundPlace[] | null
  failed: boolean
}

export function useSticks(): Sticks {
  const link = useLink()
  const [sticks, setSticks] = useState<Sticks>({ found: null, failed: false })
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const found = await answerOf(link.call('trust.sticks', {}))
      if (!wanted) return
      setSticks((before) => (found ? keepSame(before, found) : { ...before, failed: true }))
      timer = setTimeout(() => void look(), lookAgainAfter)
    }
    void look()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [link])
  return sticks
}

/** Nothing is drawn anew where nothing has changed. */
function keepSame(before: Sticks, found: FoundPlace[]): Sticks {
  const same = JSON.stringify(before.found) === JSON.stringify(found) && !before.failed
  return same ? before : { found, failed: false }
}
