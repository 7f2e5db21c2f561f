/** Crossings that were abandoned have no table: retention finds them by their kind, among however many entries. */
export const sql = `
CREATE INDEX entries_abandoned ON entries (seq) WHERE kind = 'crossing.abandoned';
`
