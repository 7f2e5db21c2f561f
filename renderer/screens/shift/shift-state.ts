/** How far the closing of a shift has come, and which record is shown: one pure function. */
import type { ShiftClosed, ShiftStanding } from '../../../shared/contract/shift.ts'
import type { ClosedShift, HandoverRecord } from '../../../shared/domain/shift/handover-record.ts'

/** Why a shift was not closed. `unanswered`: nobody knows whether it was. */
export type ShiftFailure = Extract<ShiftClosed, { recorded: false }>['code'] | 'unanswered'

/** Why something else was not done. `unread`: the program did not answer. */
export type ShiftTrouble = 'unread' | 'notRecorded' | 'takenOver'

export interface ShiftState {
  /** `counting`: what the shift comes to is read; `asked`: that is shown, and the key closes it once it is pressed again. */
  step: 'idle' | 'counting' | 'asked' | 'closing'
  /** The shift as it stands; null: not read yet. */
  standing: ShiftStanding | null
  /** The record that is shown, in place of the list. */
  record: HandoverRecord | null
  /** Closed shifts, the newest first. */
  list: readonly ClosedShift[]
  more: boolean
  /** The line of the list that the keys are about. */
  chosen: number
  /** Words are being written on why nobody takes over. */
  absence: boolean
  failure: ShiftFailure | null
  trouble: ShiftTrouble | null
}

export type ShiftAction =
  /** The key for closing. */
  | { kind: 'pressed' }
  /** Esc, or the second press did not come. */
  | { kind: 'left' }
  | { kind: 'read'; standing: ShiftStanding }
  | { kind: 'answered'; answer: ShiftClosed }
  | { kind: 'unanswered' }
  /** `behind`: they come behind those that are there. */
  | { kind: 'listed'; shifts: readonly ClosedShift[]; more: boolean; behind: boolean }
  | { kind: 'moved'; step: 1 | -1 }
  | { kind: 'chosen'; index: number }
  /** A record is shown; null: the list again. */
  | { kind: 'shown'; record: HandoverRecord | null }
  /** The key for saying that nobody takes over. */
  | { kind: 'absence-begun' }
  | { kind: 'troubled'; trouble: ShiftTrouble }

export const openShift: ShiftState = {
  step: 'idle',
  standing: null,
  record: null,
  list: [],
  more: false,
  chosen: 0,
  absence: false,
  failure: null,
  trouble: null,
}

/** The state after `action`. */
export function reduceShift(state: ShiftState, action: ShiftAction): ShiftState {
  switch (action.kind) {
    case 'pressed':
      if (state.step === 'idle') return { ...state, step: 'counting', absence: false, failure: null, trouble: null }
      return state.step === 'asked' ? { ...state, step: 'closing', failure: null } : state
    case 'left':
      if (state.absence) return { ...state, absence: false }
      return state.step === 'closing' ? state : { ...state, step: 'idle', failure: null }
    case 'read':
      return { ...state, standing: action.standing, step: state.step === 'counting' ? 'asked' : state.step }
    case 'answered':
      return answered(state, action.answer)
    case 'unanswered':
      return { ...state, step: 'idle', failure: 'unanswered' }
    case 'listed':
      return {
        ...state,
        list: action.behind ? [...state.list, ...action.shifts] : action.shifts,
        more: action.more,
        chosen: action.behind ? state.chosen : 0,
      }
    case 'moved':
      return { ...state, chosen: Math.max(0, Math.min(state.list.length - 1, state.chosen + action.step)) }
    case 'chosen':
      return { ...state, chosen: action.index }
    case 'shown':
      return { ...state, record: action.record, absence: false, failure: null, trouble: null }
    case 'absence-begun':
      return { ...state, absence: !state.absence }
    case 'troubled':
      return { ...state, step: state.step === 'counting' ? 'idle' : state.step, trouble: action.trouble }
  }
}

function answered(state: ShiftState, answer: ShiftClosed): ShiftState {
  if (answer.recorded) return { ...state, step: 'idle', record: answer.record, failure: null }
  const { code, totals } = answer
  // What it comes to now is confirmed anew.
  if (code === 'counts-changed' && totals && state.standing)
    return { ...state, step: 'asked', standing: { ...state.standing, totals }, failure: code }
  return { ...state, step: 'idle', failure: code }
}

/** Whether the record that is shown waits for somebody to take over, or for words on why nobody does. */
export const isWaiting = ({ record, standing }: Pick<ShiftState, 'record' | 'standing'>): boolean =>
  record !== null && record.incoming === null && record.seq === standing?.waiting?.seq
