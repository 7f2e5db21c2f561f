/** The room's effects: the list is read whenever the room is entered, and the program is asked one thing at a time. */
import { useEffect, useReducer, useRef, type Dispatch } from 'react'
import type { OfficersChanged, TypedWho } from '../../../shared/contract/officers.ts'
import type { Means, Who } from '../../../shared/ledger/officers.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { useLink } from '../../rpc/link-context.ts'
import {
  chosenOf,
  reduceOfficers,
  unreadOfficers,
  type OfficersAction,
  type OfficersDeed,
  type OfficersState,
} from './officers-state.ts'

/** How long the second press is waited for, as for the clock's key. Milliseconds. */
const secondPressWithin = 6_000

export interface Officers {
  state: OfficersState
  dispatch: Dispatch<OfficersAction>
  appoint: (who: TypedWho, pin: string, means: Means) => void
  change: (who: TypedWho) => void
  renew: (who: Who, pin: string, means: Means) => void
  unlock: () => void
  /** The first press asks, the second removes. */
  remove: () => void
}

export function useOfficers(): Officers {
  const link = useLink()
  const { kiosk, keep, readSession } = useFrame()
  const [state, dispatch] = useReducer(reduceOfficers, unreadOfficers)
  const first = kiosk.kiosk?.session.claimed === false
  /** At once, where the state is drawn later. */
  const asked = useRef(false)

  useEffect(() => {
    let wanted = true
    link.call('officers.list', {}).then(
      (list) => wanted && dispatch({ kind: 'listed', list }),
      () => wanted && dispatch({ kind: 'unlisted' }),
    )
    return () => void (wanted = false)
  }, [link])
  const { removing, given } = state
  useEffect(() => {
    if (removing === null) return
    const timer = setTimeout(() => dispatch({ kind: 'left' }), secondPressWithin)
    return () => clearTimeout(timer)
  }, [removing])
  // Whoever else comes finds nothing that was shown once, and no room kept for it.
  useEffect(() => {
    if (given === null) keep(null)
  }, [given, keep])

  const ask = (deed: OfficersDeed, who: Who, call: () => Promise<OfficersChanged>): void => {
    if (asked.current) return
    asked.current = true
    dispatch({ kind: 'sent' })
    const run = async (): Promise<void> => {
      try {
        const answer = await call()
        // The first officer is who may enter here from now on; what is shown once is seen to its end.
        if (answer.ok && (first || answer.badge !== null)) keep('officers')
        dispatch({ kind: 'answered', deed, who, answer, first })
        // They may have changed who they are themselves.
        if (answer.ok) await readSession()
      } catch {
        dispatch({ kind: 'unanswered' })
      } finally {
        asked.current = false
      }
    }
    void run()
  }
  const chosen = chosenOf(state)
  return {
    state,
    dispatch,
    appoint: (who, pin, means) => ask('appoint', who, () => link.call('officers.appoint', { who, pin, means })),
    change: (who) => ask('change', who, () => link.call('officers.change', who)),
    renew: (who, pin, means) =>
      ask('renew', who, () => link.call('officers.renew', { number: who.number, pin, means })),
    unlock: () => chosen && ask('unlock', chosen, () => link.call('officers.unlock', { number: chosen.number })),
    remove() {
      if (!chosen) return
      if (removing !== chosen.number) return dispatch({ kind: 'remove-pressed' })
      ask('remove', chosen, () => link.call('officers.remove', { number: chosen.number }))
    },
  }
}
