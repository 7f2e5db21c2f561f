/** A crossing stands at the time at which it happened. Where that was entered later, from paper, the row says when. */
export const sql = `
ALTER TABLE crossings ADD COLUMN recorded_at INTEGER;
`
