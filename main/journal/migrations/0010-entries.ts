/** The journal itself: headers chained by hash, payloads beside them so that one can be erased without the other. */
export const sql = `
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  kiosk TEXT NOT NULL,
  officer TEXT,
  kind TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- The clock guard asks for the latest instant, and for the last time that a person confirmed the clock.
CREATE INDEX entries_by_at ON entries (at);
CREATE INDEX entries_confirmed ON entries (seq) WHERE kind = 'clock.confirmed';

CREATE TABLE payloads (
  seq INTEGER PRIMARY KEY REFERENCES entries (seq),
  payload TEXT NOT NULL
) STRICT;

-- Projection: what the screen lists and counts, derived from 'scan.verified' entries.
CREATE TABLE scans (
  seq INTEGER PRIMARY KEY REFERENCES entries (seq),
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  source TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  holder TEXT
) STRICT;
CREATE INDEX scans_by_day ON scans (day, outcome);
`
