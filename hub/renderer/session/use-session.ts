/** Who is signed in, as the hub says; nothing of it is kept in the page. */
import { useCallback, useEffect, useState } from 'react'
import type { Session } from '../../../shared/hub-api/session.ts'
import type { Answer, NotDone } from '../api/ask.ts'
import type { Hub } from '../api/hub.ts'

export type SessionState =
  /** The hub has not answered yet; `fault`: it did not answer at all. */
  | { kind: 'asking'; fault: NotDone | null }
  | { kind: 'out'; because: NotDone | null }
  | { kind: 'in'; session: Session }

export interface Sessions {
  state: SessionState
  enter: (session: Session) => void
  leave: () => Promise<void>
  /** Looks at an answer: one that says that nobody is signed in, or that the password must be changed, is everybody's matter. */
  heard: <T>(answer: Answer<T>) => Answer<T>
}

/** From one asking to the next while no hub answers. Milliseconds. */
const rhythm = 3_000

export function useSession(hub: Hub): Sessions {
  const [state, setState] = useState<SessionState>({ kind: 'asking', fault: null })
  const isAsking = state.kind === 'asking'
  useEffect(() => {
    if (!isAsking) return
    let wanted = true
    const asking = async (): Promise<void> => {
      const answer = await hub.session()
      if (!wanted) return
      if (answer.done) setState({ kind: 'in', session: answer.value })
      else if (answer.why === 'signed-out') setState({ kind: 'out', because: null })
      else setState({ kind: 'asking', fault: answer })
    }
    void asking()
    const timer = setInterval(() => void asking(), rhythm)
    return () => {
      wanted = false
      clearInterval(timer)
    }
  }, [hub, isAsking])
  const heard = useCallback(<T>(answer: Answer<T>): Answer<T> => {
    if (!answer.done && answer.why === 'signed-out') setState({ kind: 'out', because: answer })
    if (!answer.done && answer.why === 'must-change')
      setState((now) => (now.kind === 'in' ? { kind: 'in', session: { ...now.session, mustChange: true } } : now))
    return answer
  }, [])
  return {
    state,
    enter: (session) => setState({ kind: 'in', session }),
    async leave() {
      const answer = await hub.signOut()
      // A hub that did not hear of it has the session still: whoever leaves the chair is told.
      const isOut = answer.done || answer.why === 'signed-out'
      setState({ kind: 'out', because: isOut ? null : answer })
    },
    heard,
  }
}
