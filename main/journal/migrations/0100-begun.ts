/** What the journal was begun as is asked for at every opening, wherever in it that was written. */
export const sql = `
CREATE INDEX entries_begun ON entries (seq) WHERE kind = 'journal.begun';
`
