/** How far an update of what is believed has come: one pure function. */
import type { EventPayload, Output } from '../../../../shared/contract/contract.ts'

export type UpdateAnswer = Output<'trust.update'>

export type UpdateState =
  | { step: 'idle' }
  /** `path`, `bytes`, `total`: the file being read; null before the first. */
  | { step: 'running'; from: string; reading: Reading | null; stopping: boolean }
  /** `answer`: null where none came, and nobody knows how it ended. */
  | { step: 'ended'; from: string; answer: UpdateAnswer | null }

export type Reading = EventPayload<'trust.progress'>

export type UpdateAction =
  | { kind: 'begun'; from: string }
  | { kind: 'progressed'; reading: Reading }
  | { kind: 'stopping' }
  | { kind: 'ended'; answer: UpdateAnswer | null }

export const noUpdate: UpdateState = { step: 'idle' }

/** The state after `action`. Progress of an update that was begun elsewhere is not this screen's. */
export function reduceUpdate(state: UpdateState, action: UpdateAction): UpdateState {
  if (action.kind === 'begun') {
    return state.step === 'running' ? state : { step: 'running', from: action.from, reading: null, stopping: false }
  }
  if (state.step !== 'running') return state
  switch (action.kind) {
    case 'progressed':
      return { ...state, reading: action.reading }
    case 'stopping':
      return { ...state, stopping: true }
    case 'ended':
      return { step: 'ended', from: state.from, answer: action.answer }
  }
}

/** Did it end well? */
export function isGood({ outcome }: UpdateAnswer): boolean {
  return outcome === 'updated' || outcome === 'current'
}

/** Whole per cent of the update, else of the file that is read; null where neither size is known. */
export function percentOf({ whole, ...file }: Reading): number | null {
  const { bytes, total } = whole ?? file
  return total === null || total === 0 ? null : Math.min(100, Math.floor((bytes * 100) / total))
}
