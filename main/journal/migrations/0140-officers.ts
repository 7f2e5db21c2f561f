/** Officers: the entries about them found by themselves, and their wrapped keys, which are no entries and leave with none. */
import { untabled as untabledBefore } from './0130-ledger.ts'

const kinds = `'officer.appointed', 'officer.renewed', 'officer.changed', 'officer.removed', 'officer.unlocked',
  'session.tried', 'session.opened', 'session.closed', 'badge.refused',
  'permission.given', 'emergency.admitted', 'emergency.seen'`

/** Entries that say who is an officer here, or who was at the desk. Written into the index as it is, and asked for in the same words. */
export const aboutOfficers = `kind IN (${kinds})`

/** Entries that retention finds by no table: kinds of people, and kinds that nobody knows of. In the index's own words, too. */
export const untabled = `${untabledBefore.slice(0, -1)}, ${kinds})`

export const sql = `
CREATE INDEX entries_officers ON entries (seq) WHERE ${aboutOfficers};

DROP INDEX entries_untabled;
CREATE INDEX entries_untabled ON entries (seq) WHERE ${untabled};

-- An officer's secret key under their PIN, as JSON (main/officers/wrapped-key.ts); by the public key that the entry says.
CREATE TABLE officer_keys (
  public TEXT NOT NULL PRIMARY KEY,
  officer TEXT NOT NULL,
  wrapped TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
