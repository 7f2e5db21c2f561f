/** What was believed last is asked for at every opening, however many entries were written since. */
export const sql = `
CREATE INDEX entries_beliefs ON entries (seq) WHERE kind = 'trust.believed';
`
