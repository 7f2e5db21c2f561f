/** What the program knows of this set-up: read whenever the room is entered. */
import { useCallback, useEffect, useState } from 'react'
import type { SetUpState } from '../../../shared/contract/set-up.ts'
import { useLink } from '../../rpc/link-context.ts'
import { answerOf } from '../../rpc/answer-of.ts'

export interface KnownSetUp {
  /** Null until it is known. */
  state: SetUpState | null
  /** The program did not answer the last question. */
  failed: boolean
  take: (state: SetUpState) => void
  readAgain: () => void
}

export function useSetUp(): KnownSetUp {
  const link = useLink()
  const [known, setKnown] = useState<Pick<KnownSetUp, 'state' | 'failed'>>({ state: null, failed: false })
  const take = useCallback((state: SetUpState) => setKnown({ state, failed: false }), [])
  const readAgain = useCallback(() => {
    void answerOf(link.call('setUp.read', {})).then((state) =>
      state ? take(state) : setKnown((before) => ({ ...before, failed: true })),
    )
  }, [link, take])
  useEffect(readAgain, [readAgain])
  return { ...known, take, readAgain }
}
