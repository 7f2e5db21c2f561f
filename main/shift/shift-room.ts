/** What is answered to the screen about shifts. */
import type { shiftMethods } from '../../shared/contract/shift.ts'
import type { Journal } from '../journal/index.ts'
import type { Lane } from '../lane/index.ts'
import type { Room } from '../room.ts'

interface ShiftParts {
  journal: Journal
  lane: Pick<Lane, 'begun'>
  permissions: { end(): void }
  /** Epoch milliseconds. */
  now: () => number
}

/** Opens the room. */
export function shiftRoom({ journal, lane, permissions, now }: ShiftParts): Room<keyof typeof shiftMethods> {
  return {
    handlers: {
      // Whoever stands in the lane is decided about by the officer who saw them.
      'shift.close'() {
        if (lane.begun) return { recorded: false, code: 'crossing-open' }
        const closed = journal.closeShift(now())
        // What was permitted for this shift is not permitted for the next.
        if (closed.recorded) permissions.end()
        return closed
      },
      'shift.last': () => journal.lastShift(),
    },
  }
}
