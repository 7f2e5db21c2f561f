/** The strip's effects: it asks the program who a badge or number names, and whether a PIN is theirs. */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Session } from '../../../shared/contract/officers.ts'
import type { Link } from '../../rpc/link.ts'
import { closed, reduceSignIn, type SignIn } from './sign-in-state.ts'

export interface SigningIn {
  state: SignIn
  /** Opens the strip; open, it closes it. */
  toggle: () => void
  leave: () => void
  /** A badge was scanned, whatever is shown. */
  badge: (text: string) => void
  number: (typed: string) => void
  pin: (typed: string) => void
  /** Whoever is there goes. */
  signOut: () => void
}

export function useSignIn(link: Link, session: Session | null): SigningIn {
  const [state, dispatch] = useReducer(reduceSignIn, closed)
  /** Counts what was asked: an answer to an earlier question changes nothing. */
  const asked = useRef(0)

  const ask = useCallback(<T>(call: Promise<T>, then: (answer: T) => void): void => {
    asked.current += 1
    const mine = asked.current
    call.then(
      (answer) => mine === asked.current && then(answer),
      () => mine === asked.current && dispatch({ kind: 'unanswered' }),
    )
  }, [])

  const waits = state.step === 'pin' && state.said !== null && 'tries' in state.said && state.said.tries.waitSeconds > 0
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => dispatch({ kind: 'second' }), 1_000)
    return () => clearInterval(timer)
  }, [waits])

  const asleep = session?.asleep === true ? session.who : null
  const shut = state.step === 'closed'
  return {
    state,
    toggle: useCallback(() => dispatch(shut ? { kind: 'opened', asleep } : { kind: 'left' }), [shut, asleep]),
    leave: useCallback(() => dispatch({ kind: 'left' }), []),
    badge: useCallback(
      (text) => ask(link.call('session.badge', { text }), (answer) => dispatch({ kind: 'named', by: 'badge', answer })),
      [link, ask],
    ),
    number: useCallback(
      (number) =>
        ask(link.call('session.name', { number }), (answer) => dispatch({ kind: 'named', by: 'number', answer })),
      [link, ask],
    ),
    pin: useCallback(
      (pin) => {
        if (state.step !== 'pin') return
        dispatch({ kind: 'pin-said' })
        ask(link.call('session.open', { number: state.who.number, pin }), (answer) =>
          dispatch({ kind: 'answered', answer }),
        )
      },
      [link, ask, state],
    ),
    signOut: useCallback(() => ask(link.call('session.close', {}), () => dispatch({ kind: 'left' })), [link, ask]),
  }
}
