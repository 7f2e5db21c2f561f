/** How far the closing of a shift has come: one pure function. */
import type { ShiftClosed, ShiftReport } from '../../../shared/contract/crossing-schemas.ts'

/** Why a shift was not closed. `unanswered`: nobody knows whether it was. */
export type ShiftFailure = Extract<ShiftClosed, { recorded: false }>['code'] | 'unanswered'

export interface ShiftState {
  /** `asked`: the key was pressed once, and once more is needed. */
  step: 'idle' | 'asked' | 'closing'
  /** The report that is shown. */
  report: ShiftReport | null
  /** Whether it is of a shift that was closed before this screen was opened. */
  reopened: boolean
  /** Of the shift that was closed last; null: none was, or nobody has asked yet. */
  last: ShiftReport | null
  failure: ShiftFailure | null
}

export type ShiftAction =
  /** The key for closing. */
  | { kind: 'pressed' }
  /** The second press did not come. */
  | { kind: 'left' }
  | { kind: 'answered'; answer: ShiftClosed }
  | { kind: 'unanswered' }
  /** What the journal knows of the shift before; null: nothing. */
  | { kind: 'known'; last: ShiftReport | null }
  /** The key for the report of the shift before. */
  | { kind: 'reopened' }

export const openShift: ShiftState = { step: 'idle', report: null, reopened: false, last: null, failure: null }

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
        ? { step: 'idle', report: answer.report, reopened: false, last: answer.report, failure: null }
        : { ...state, step: 'idle', failure: answer.code }
    }
    case 'unanswered':
      return { ...state, step: 'idle', failure: 'unanswered' }
    case 'known':
      return { ...state, last: state.last ?? action.last }
    case 'reopened':
      return state.report ? state : { ...state, report: state.last, reopened: state.last !== null }
  }
}
