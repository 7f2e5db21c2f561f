/** What is answered to the screen about shifts. */
import type { shiftMethods } from '../../shared/contract/shift.ts'
import type { Journal } from '../journal/index.ts'
import type { Room } from '../room.ts'

/** Opens the room. @param parts `now`: epoch milliseconds */
export function shiftRoom({ journal, now }: { journal: Journal; now: () => number }): Room<keyof typeof shiftMethods> {
  return {
    handlers: {
      'shift.close': () => journal.closeShift(now()),
      'shift.last': () => journal.lastShift(),
    },
  }
}
