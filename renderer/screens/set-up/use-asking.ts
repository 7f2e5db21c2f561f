/** Asks the program one thing at a time, and holds what came of the last. */
import { useRef, useState } from 'react'
import { answerOf } from '../../rpc/answer-of.ts'
import type { Refusal, RefusedAnswer } from './outcome.tsx'

export interface Asking {
  busy: boolean
  refused: Refusal | null
  /** What was done last, in words that stay until something else is asked or typed. */
  done: string | null
  /** Asks; `then` takes an answer that is no refusal, and answers with what to say of it. Nothing is asked while it is busy. */
  ask: <T extends { ok: true }>(call: () => Promise<T | RefusedAnswer>, then: (answer: T) => string | null) => void
  /** What was said no longer matters. */
  quiet: () => void
}

const nothing = { busy: false, refused: null, done: null }

export function useAsking(): Asking {
  const [state, setState] = useState<Pick<Asking, 'busy' | 'refused' | 'done'>>(nothing)
  const asked = useRef(false)
  return {
    ...state,
    ask(call, then) {
      if (asked.current) return
      asked.current = true
      setState({ ...nothing, busy: true })
      const run = async (): Promise<void> => {
        const answer = await answerOf(call())
        asked.current = false
        setState({ ...nothing, ...(answer?.ok ? { done: then(answer) } : { refused: { said: answer?.said ?? null } }) })
      }
      void run()
    },
    quiet: () => setState((before) => (before.busy ? before : nothing)),
  }
}
