/** Signed heads beside the entries, and what is still counted of scans whose payload was erased. */
export const sql = `
-- Not entries: they speak of entries. Each was also appended to heads.jsonl.
CREATE TABLE heads (
  seq INTEGER PRIMARY KEY REFERENCES entries (seq),
  head TEXT NOT NULL
) STRICT;

-- Projection: derived from 'journal.erased' entries.
CREATE TABLE erased_counts (
  day TEXT NOT NULL,
  outcome TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, outcome)
) STRICT, WITHOUT ROWID;
`
