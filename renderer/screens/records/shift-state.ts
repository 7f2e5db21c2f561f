/** How far the closing of a shift has come: one pure function. */
import type { ShiftClosed, ShiftReport } from '../../../shared/contract/crossing-schemas.ts'

/** Why a shift was not closed. `unanswered`: nobody knows whether it was. */
export type ShiftFailure = Extract<ShiftClosed, { recorded: false }>['code'] | 'unanswered'

export interface ShiftState {
  /** `asked`: the key was pressed once, and once more is needed. */
  step: 'idle' | 'asked' | 'closing'
  /** Of the shift that was closed last, while the screen is open. */
  report: ShiftReport | null
  failure: ShiftFailure | null
}

export type ShiftAction =
  /** The key for closing. */
  | { kind: 'pressed' }
  /** The second press did not come. */
  | { kind: 'left' }
  | { kind: 'answered'; answer: ShiftClosed }
  | { kind: 'unanswered' }

export const openShift: ShiftState = { step: 'idle', report: null, failure: null }

/** The state after `action`. A report stays until there is another. */
export function reduceShift(state: ShiftState, action: ShiftAction): ShiftState {
  switch (action.kind) {
    case 'pressed':
      if (state.step === 'closing') return state
      return { ...state, step: state.step === 'asked' ? 'closing' : 'asked', failure: null }
    case 'left':
      return state.step === 'asked' ? { ...state, step: 'idle' } : state
    case 'answered': {
      const { answer } = action
      return answer.recorded
        ? { step: 'idle', report: answer.report, failure: null }
        : { ...state, step: 'idle', failure: answer.code }
    }
    case 'unanswered':
      return { ...state, step: 'idle', failure: 'unanswered' }
  }
}
