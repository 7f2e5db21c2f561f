/**
 * The indices of several kinds once more, each kind compared by itself: of a list (`kind IN (…)`) SQLite builds a table of
 * its own for every entry that is written, at the cost of some microseconds. The same entries stand in them as before.
 */

/** That an entry is of one of these kinds. */
const isOneOf = (kinds: readonly string[]): string => `(${kinds.map((kind) => `kind = '${kind}'`).join(' OR ')})`

/** That it is of none; the first kind decides for most entries, since comparing ends there. */
const isNoneOf = (kinds: readonly string[]): string => kinds.map((kind) => `kind <> '${kind}'`).join(' AND ')

const ofOfficers = [
  'officer.appointed',
  'officer.renewed',
  'officer.changed',
  'officer.removed',
  'officer.unlocked',
  'session.tried',
  'session.opened',
  'session.closed',
  'badge.refused',
  'permission.given',
  'emergency.admitted',
  'emergency.seen',
]

const ofShifts = ['shift.closed', 'shift.opened', 'shift.handed-over', 'orders.changed', 'orders.acknowledged']

/** Found by a table, or of nobody. */
const otherwiseFound = [
  'scan.verified',
  'crossing.recorded',
  'crossing.amended',
  'crossing.voided',
  'crossing.noted',
  'trust.updated',
  'trust.refused',
  'trust.damaged',
  'trust.believed',
  'clock.doubted',
  'clock.confirmed',
  'journal.begun',
  'journal.restored',
  'journal.branched',
  'journal.erased',
  'journal.doubted',
  'journal.rebuilt',
  'kiosk.keys',
  'hub.enrolled',
  'receipt.received',
  'checkpoint.changed',
  'secret.kept',
  'secret.recovered',
  'recovery.renewed',
]

/** Entries that say who is an officer here, or who was at the desk. Written into the index as it is, and asked for in the same words. */
export const aboutOfficers = isOneOf(ofOfficers)

/** Entries about shifts and orders. In the index's own words, too. */
export const aboutShifts = isOneOf(ofShifts)

/** Entries that retention finds by no table: kinds of people, and kinds that nobody knows of. In the index's own words, too. */
export const untabled = isNoneOf([...otherwiseFound, ...ofShifts, ...ofOfficers])

export const sql = `
DROP INDEX entries_officers;
CREATE INDEX entries_officers ON entries (seq) WHERE ${aboutOfficers};

DROP INDEX entries_shifts;
CREATE INDEX entries_shifts ON entries (seq) WHERE ${aboutShifts};

DROP INDEX entries_untabled;
CREATE INDEX entries_untabled ON entries (seq) WHERE ${untabled};
`
