/** Shifts: all that opens, closes and hands one over is found by itself, and so are the orders that officers go by. */
import { untabled as untabledBefore } from './0140-officers.ts'

const added = `'shift.opened', 'shift.handed-over', 'orders.changed', 'orders.acknowledged'`

/** Entries about shifts and orders. Written into the index as it is, and asked for in the same words. */
export const aboutShifts = `kind IN ('shift.closed', ${added})`

/** Entries that retention finds by no table: kinds of people, and kinds that nobody knows of. In the index's own words, too. */
export const untabled = `${untabledBefore.slice(0, -1)}, ${added})`

export const sql = `
DROP INDEX entries_shifts;
CREATE INDEX entries_shifts ON entries (seq) WHERE ${aboutShifts};

DROP INDEX entries_untabled;
CREATE INDEX entries_untabled ON entries (seq) WHERE ${untabled};
`
