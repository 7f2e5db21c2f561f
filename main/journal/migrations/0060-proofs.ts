/** What is derived says where it comes from, where that is asked before it is believed. */
export const sql = `
-- What an erasure took is asked of every entry that is compared.
CREATE INDEX entries_erasures ON entries (seq) WHERE kind = 'journal.erased';

-- Projection: the last entry that somebody else certainly has, and the receipt that proves it.
CREATE TABLE delivered_by (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  through INTEGER NOT NULL,
  receipt INTEGER NOT NULL
) STRICT;
INSERT INTO delivered_by
  SELECT 1, d.through, r.seq FROM delivered d
  CROSS JOIN entries r ON r.kind = 'receipt.received' AND json_extract(r.payload, '$.through') = d.through
  CROSS JOIN entries e ON e.seq = d.through AND e.hash = json_extract(r.payload, '$.hash')
  ORDER BY r.seq LIMIT 1;
DROP TABLE delivered;
ALTER TABLE delivered_by RENAME TO delivered;
`
