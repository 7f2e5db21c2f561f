/** What the lane has of its own beside the crossing and the verdict, and how it changes: one pure function. */
import { clearDesk, deskAfterScan, reduceDesk, type Desk, type DeskAction } from './desk-state.ts'

export interface LaneState {
  desk: Desk
  /** The scan whose details are open, by its number: they are about one person, and the next one starts without. */
  details: number | null
  /** The scan that the desk has been cleared for, by its number. */
  scan: number | null
}

export type LaneAction =
  | { kind: 'desk'; of: DeskAction }
  | { kind: 'scanned'; scan: number }
  | { kind: 'details-toggled'; scan: number }

export const emptyLane: LaneState = { desk: clearDesk, details: null, scan: null }

/** The state after `action`. */
export function reduceLane(state: LaneState, action: LaneAction): LaneState {
  switch (action.kind) {
    case 'desk': {
      const desk = reduceDesk(state.desk, action.of)
      // A question about the decision needs the room.
      return { ...state, desk, details: desk.form?.kind === 'reason' ? null : state.details }
    }
    case 'scanned':
      return { ...state, desk: deskAfterScan(state.desk), scan: action.scan }
    case 'details-toggled':
      return { ...state, details: state.details === action.scan ? null : action.scan }
  }
}
