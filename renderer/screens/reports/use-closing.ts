/** Closing a day: two presses, and what came of it. */
import { useCallback, useEffect, useState } from 'react'
import type { DayClosedAnswer } from '../../../shared/contract/reporting.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'

/** How long the second press is waited for, as for a shift. Milliseconds. */
const secondPressWithin = 6_000

export type ClosingFailure = Extract<DayClosedAnswer, { closed: false }>['code'] | 'unanswered'

export interface Closing {
  /** `asked`: the key was pressed once, and once more is needed. */
  step: 'idle' | 'asked' | 'closing'
  failure: ClosingFailure | null
  press: () => void
}

/** @param day `YYYY-MM-DD`; null: there is none to be closed @param closed told once it is */
export function useClosing(day: string | null, closed: () => void): Closing {
  const link = useLink()
  const [state, setState] = useState<Pick<Closing, 'step' | 'failure'> & { day: string | null }>({
    step: 'idle',
    failure: null,
    day,
  })
  // What was asked of one day is not of another.
  const { step, failure } = state.day === day ? state : { step: 'idle' as const, failure: null }
  useEffect(() => {
    if (step !== 'asked') return
    const timer = setTimeout(() => setState({ step: 'idle', failure: null, day }), secondPressWithin)
    return () => clearTimeout(timer)
  }, [step, day])

  const press = useCallback(() => {
    if (day === null || step === 'closing') return
    if (step === 'idle') return setState({ step: 'asked', failure: null, day })
    setState({ step: 'closing', failure: null, day })
    const run = async (): Promise<void> => {
      const answer = await answerOf(link.call('reports.close', { day }))
      setState({ step: 'idle', failure: answer === null ? 'unanswered' : answer.closed ? null : answer.code, day })
      if (answer?.closed) closed()
    }
    void run()
  }, [link, day, step, closed])
  return { step, failure, press }
}
