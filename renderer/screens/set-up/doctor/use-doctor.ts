/** The doctor's list: looked at whenever it is shown, and again on a key. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Check } from '../../../../shared/contract/set-up.ts'
import { useLink } from '../../../rpc/link-context.ts'
import { answerOf } from '../../../rpc/answer-of.ts'

export interface Doctor {
  /** Null until the first list is there. */
  checks: readonly Check[] | null
  looking: boolean
  failed: boolean
  look: () => void
}

export function useDoctor(): Doctor {
  const link = useLink()
  const [{ checks, looking, failed }, setKnown] = useState<Omit<Doctor, 'look'>>({
    checks: null,
    looking: true,
    failed: false,
  })
  const asked = useRef(0)
  const look = useCallback(() => {
    const mine = (asked.current += 1)
    const lookNow = async (): Promise<void> => {
      const answer = await answerOf(link.call('setUp.doctor', {}))
      // Of two looks the later one is what counts.
      if (mine === asked.current) setKnown({ checks: answer, looking: false, failed: answer === null })
    }
    void lookNow()
  }, [link])
  useEffect(look, [look])
  const again = (): void => {
    setKnown((before) => ({ ...before, looking: true }))
    look()
  }
  return { checks, looking, failed, look: again }
}
