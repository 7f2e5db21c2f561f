/** What is answered to the screen about shifts. */
import type { shiftMethods } from '../../shared/contract/shift.ts'
import type { Journal } from '../journal/index.ts'
import type { Lane } from '../lane/index.ts'
import type { Room } from '../room.ts'

interface ShiftParts {
  journal: Journal
  lane: Pick<Lane, 'begun'>
  /** Epoch milliseconds. */
  now: () => number
}

/** Opens the room. */
export function shiftRoom({ journal, lane, now }: ShiftParts): Room<keyof typeof shiftMethods> {
  return {
    handlers: {
      // Whoever stands in the lane is decided about by the officer who saw them.
      'shift.close': () => (lane.begun ? { recorded: false, code: 'crossing-open' } : journal.closeShift(now())),
      'shift.last': () => journal.lastShift(),
    },
  }
}
