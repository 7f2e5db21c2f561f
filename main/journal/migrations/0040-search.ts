/** The index that searches read: written in batches, each into the pages of one day, and never beside a crossing. */
export const sql = `
-- Projection: what crossings can be found by. A block holds the terms of a quarter of a day that begin alike.
CREATE TABLE search_blocks (
  -- Day, first letters and quarter in one number (see main/journal/search/block.ts).
  key INTEGER PRIMARY KEY,
  terms TEXT NOT NULL
) STRICT;

-- Projection: the days that have blocks, counted from 1970 in Viet Nam's calendar.
CREATE TABLE search_days (day INTEGER PRIMARY KEY) STRICT;

-- How far the index goes: every crossing up to this entry has its terms.
CREATE TABLE search_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  through INTEGER NOT NULL
) STRICT;
INSERT INTO search_progress VALUES (1, 0);
`
