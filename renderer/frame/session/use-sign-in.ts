/** The strip's effects: it asks the program who a badge or number names, and whether a PIN is theirs. */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Session } from '../../../shared/contract/officers.ts'
import type { PermissionKind } from '../../../shared/domain/crossing/above.ts'
import type { Link } from '../../rpc/link.ts'
import { closed, reduceSignIn, type SignIn, type SignInQuestion } from './sign-in-state.ts'

export interface SigningIn {
  state: SignIn
  /** Opens the strip; open, it closes it. */
  toggle: () => void
  leave: () => void
  /** A badge was scanned, whatever is shown. */
  badge: (text: string) => void
  number: (typed: string) => void
  pin: (typed: string) => void
  /** A supervisor is to permit something in place; `then`: they have. */
  permit: (what: PermissionKind, then: () => void) => void
  /** Whoever is there goes. */
  signOut: () => void
}

export function useSignIn(link: Link, session: Session | null): SigningIn {
  const [state, dispatch] = useReducer(reduceSignIn, closed)
  /** Counts who was asked after: an answer to an earlier question changes nothing. */
  const named = useRef(0)
  /** Counts the PINs that were said. A badge that is scanned meanwhile takes nobody's answer from them. */
  const said = useRef(0)
  /** What is done once a supervisor has permitted it. */
  const permitted = useRef<(() => void) | null>(null)

  const ask = useCallback(<T>(of: SignInQuestion, call: Promise<T>, then: (answer: T) => void): void => {
    const asked = of === 'pin' ? said : named
    asked.current += 1
    const mine = asked.current
    call.then(
      (answer) => mine === asked.current && then(answer),
      () => mine === asked.current && dispatch({ kind: 'unanswered', of }),
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
      (text) =>
        ask('who', link.call('session.badge', { text }), (answer) => dispatch({ kind: 'named', by: 'badge', answer })),
      [link, ask],
    ),
    number: useCallback(
      (number) =>
        ask('who', link.call('session.name', { number }), (answer) =>
          dispatch({ kind: 'named', by: 'number', answer }),
        ),
      [link, ask],
    ),
    pin: useCallback(
      (pin) => {
        if (state.step !== 'pin') return
        dispatch({ kind: 'pin-said' })
        const { number } = state.who
        if (state.permits === null)
          return ask('pin', link.call('session.open', { number, pin }), (answer) =>
            dispatch({ kind: 'answered', answer }),
          )
        ask('pin', link.call('permission.give', { what: state.permits, number, pin }), (answer) => {
          dispatch({ kind: 'answered', answer })
          if (answer.ok) permitted.current?.()
        })
      },
      [link, ask, state],
    ),
    permit: useCallback((what, then) => {
      permitted.current = then
      dispatch({ kind: 'permit-asked', what })
    }, []),
    signOut: useCallback(
      () => ask('who', link.call('session.close', {}), () => dispatch({ kind: 'left' })),
      [link, ask],
    ),
  }
}
