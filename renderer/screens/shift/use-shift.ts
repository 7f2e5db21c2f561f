/** The shift's effects: two presses close it, and the report's signed head is drawn as a QR code. */
import { useCallback, useEffect, useReducer } from 'react'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import { useLink } from '../../rpc/link-context.ts'
import { useDrawnCode } from '../../ui/use-drawn-code.ts'
import { openShift, reduceShift, type ShiftState } from './shift-state.ts'

/** How long the second press is waited for, as for the clock's key. Milliseconds. */
const secondPressWithin = 6_000

export interface Shift {
  state: ShiftState
  /** The signed head as a QR code; null while there is none. The text beside it says the same. */
  headCode: QrMatrix | null
  press: () => void
  /** Shows the report of the shift that was closed last. */
  reopen: () => void
}

/** Lives as long as the screen, so that a report stays while other parts of it are looked at. */
export function useShift(): Shift {
  const link = useLink()
  const [state, dispatch] = useReducer(reduceShift, openShift)
  const { step, report } = state

  useEffect(() => {
    link.call('shift.last', {}).then(
      (last) => dispatch({ kind: 'known', last }),
      // Then there is no key for it. Whatever keeps the program from answering says so elsewhere.
      () => dispatch({ kind: 'known', last: null }),
    )
  }, [link])
  useEffect(() => {
    if (step !== 'asked') return
    const timer = setTimeout(() => dispatch({ kind: 'left' }), secondPressWithin)
    return () => clearTimeout(timer)
  }, [step])
  useEffect(() => {
    if (step !== 'closing') return
    link.call('shift.close', {}).then(
      (answer) => dispatch({ kind: 'answered', answer }),
      () => dispatch({ kind: 'unanswered' }),
    )
  }, [link, step])

  const headCode = useDrawnCode(report?.head ?? null)
  return {
    state,
    headCode,
    press: useCallback(() => dispatch({ kind: 'pressed' }), []),
    reopen: useCallback(() => dispatch({ kind: 'reopened' }), []),
  }
}
