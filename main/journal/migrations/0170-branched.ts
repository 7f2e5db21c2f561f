/** Epochs that were begun behind an entry that a hub has too: the entries that say so, found by themselves. */
import { untabled as untabledBefore } from './0150-shifts.ts'

/** Entries that retention finds by no table: kinds of people, and kinds that nobody knows of. In the index's own words, too. */
export const untabled = `${untabledBefore.slice(0, -1)}, 'journal.branched')`

export const sql = `
CREATE INDEX entries_branched ON entries (seq) WHERE kind = 'journal.branched';

DROP INDEX entries_untabled;
CREATE INDEX entries_untabled ON entries (seq) WHERE ${untabled};
`
