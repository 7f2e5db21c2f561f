/** The kiosk's state and its effects: it is read once the link is open, follows the events, and takes settings. */
import { useCallback, useEffect, useReducer, useRef, type Dispatch } from 'react'
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import type { Kiosk, Settings } from '../../shared/contract/schemas.ts'
import type { Link } from '../rpc/link.ts'
import { canConfirm, reduceKiosk, unknownKiosk, type KioskAction, type KioskState } from './kiosk-state.ts'

/** Pause before the kiosk's state is asked for again when the program could not tell it. Milliseconds. */
const readAgainAfter = 2_000

/** How long the second press of the clock's key is waited for. Milliseconds. */
const secondPressWithin = 6_000

export interface KnownKiosk {
  state: KioskState
  dispatch: Dispatch<KioskAction>
  choose: (settings: Partial<Settings>) => void
  /** A doubted clock is right: the first press asks, the second one tells the program. */
  confirmClock: () => void
  /** Asks the program whose session it is: what was just done may have changed that. */
  readSession: () => Promise<void>
  /** The program has answered with the crossing as it is now. */
  takeCrossing: (crossing: ShownCrossing) => void
  /** The newest crossing known, which may be newer than the one on the screen. */
  newestCrossing: () => ShownCrossing | null
}

export function useKiosk(link: Link): KnownKiosk {
  const [state, dispatch] = useReducer(reduceKiosk, unknownKiosk)
  const newest = useRef<ShownCrossing | null>(null)
  const takeCrossing = useCallback((crossing: ShownCrossing) => {
    newest.current = crossing
    dispatch({ kind: 'crossing-changed', crossing })
  }, [])

  useEffect(() => link.onState((next) => dispatch({ kind: 'link-changed', link: next })), [link])
  useEffect(() => link.on('day.changed', (day) => dispatch({ kind: 'day-changed', day })), [link])
  useEffect(() => link.on('standing.changed', (standing) => dispatch({ kind: 'standing-changed', standing })), [link])
  useEffect(() => link.on('session.changed', (session) => dispatch({ kind: 'session-changed', session })), [link])
  useEffect(() => link.on('crossing.changed', takeCrossing), [link, takeCrossing])

  const isOpen = state.link === 'open'
  useEffect(() => {
    if (!isOpen) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const take = (kiosk: Kiosk): void => {
      newest.current = kiosk.crossing
      dispatch({ kind: 'kiosk-read', kiosk })
    }
    const read = (): void => {
      link.call('kiosk.read', {}).then(
        (kiosk) => wanted && take(kiosk),
        () => wanted && (timer = setTimeout(read, readAgainAfter)),
      )
    }
    read()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [link, isOpen])

  const choose = useCallback(
    (settings: Partial<Settings>) => {
      dispatch({ kind: 'settings-chosen', settings })
      link.call('settings.write', settings).then(
        () => dispatch({ kind: 'settings-stored', stored: true }),
        () => dispatch({ kind: 'settings-stored', stored: false }),
      )
    },
    [link],
  )

  const readSession = useCallback(
    () =>
      link.call('session.read', {}).then(
        (session) => dispatch({ kind: 'session-changed', session }),
        // Whatever keeps the program from answering is said elsewhere; it tells the session when it is back.
        () => undefined,
      ),
    [link],
  )

  const asked = state.clockConfirmation === 'asked'
  useEffect(() => {
    if (!asked) return
    const timer = setTimeout(() => dispatch({ kind: 'clock-unanswered' }), secondPressWithin)
    return () => clearTimeout(timer)
  }, [asked])

  const confirmable = canConfirm(state.kiosk?.standing)
  const confirmClock = useCallback(() => {
    if (!confirmable) return
    if (!asked) return dispatch({ kind: 'clock-asked' })
    // A third press is not another answer.
    dispatch({ kind: 'clock-unanswered' })
    link.call('clock.confirm', {}).then(
      (standing) => dispatch({ kind: 'clock-confirmed', standing }),
      () => dispatch({ kind: 'clock-failed' }),
    )
  }, [link, asked, confirmable])

  const newestCrossing = useCallback(() => newest.current, [])
  return { state, dispatch, choose, confirmClock, readSession, takeCrossing, newestCrossing }
}
