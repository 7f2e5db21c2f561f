/** What is answered to the screen about shifts. */
import type { shiftMethods } from '../../shared/contract/shift.ts'
import type { Lane } from '../lane/index.ts'
import type { Room } from '../room.ts'
import type { Duty } from './duty.ts'

interface ShiftParts {
  duty: Duty
  lane: Pick<Lane, 'begun'>
  permissions: { end(): void }
}

/** Opens the room. */
export function shiftRoom({ duty, lane, permissions }: ShiftParts): Room<keyof typeof shiftMethods> {
  return {
    handlers: {
      'shift.read': () => duty.standing(),
      'shift.open': () => duty.open(),
      // Whoever stands in the lane is decided about by the officer who saw them.
      'shift.close'({ confirmed }) {
        if (lane.begun) return { recorded: false, code: 'crossing-open' }
        const closed = duty.close(confirmed)
        // What was permitted for this shift is not permitted for the next.
        if (closed.recorded) permissions.end()
        return closed
      },
      'shift.duty': () => duty.waiting(),
      'shift.take': (told) => duty.take(told),
      'shift.leave': ({ closed, absent }) => duty.leave(closed, absent),
      'shift.list': ({ before }) => duty.records.list(before),
      'shift.record': ({ seq }) => duty.records.read(seq),
    },
    // Numbers may have come into force by their date.
    beat: () => duty.orders.look(),
  }
}
