/** How post and lane were called, and until when: the entries that say so, found by themselves. */
export const sql = `
CREATE INDEX entries_places ON entries (seq) WHERE kind = 'checkpoint.changed';
`
