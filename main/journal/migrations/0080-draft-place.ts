/** The draft says behind which entry it was kept, so that one of before a decision is told from the one after it. */
export const sql = `
-- A row that was written before there were these columns has their defaults, and no entry has the number 0.
ALTER TABLE open_crossing ADD COLUMN after_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE open_crossing ADD COLUMN after_hash TEXT NOT NULL DEFAULT '';
UPDATE open_crossing SET
  after_seq = coalesce((SELECT max(seq) FROM entries), 0),
  after_hash = coalesce((SELECT hash FROM entries ORDER BY seq DESC LIMIT 1), '${'0'.repeat(64)}');
`
