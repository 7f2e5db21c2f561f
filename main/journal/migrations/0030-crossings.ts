/**
 * Crossings. And fewer pages an entry: its payload stands in its own row, and no index is written beside a scan or a
 * crossing, for their tables are in the order of time themselves.
 */
export const sql = `
CREATE TABLE entries_with_payload (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  kiosk TEXT NOT NULL,
  officer TEXT,
  kind TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- Null where it was erased.
  payload TEXT
) STRICT;
INSERT INTO entries_with_payload
  SELECT e.seq, id, at, kiosk, officer, kind, payload_hash, previous, hash, payload
  FROM entries e LEFT JOIN payloads p ON p.seq = e.seq ORDER BY e.seq;

CREATE TABLE heads_of_entries (
  seq INTEGER PRIMARY KEY REFERENCES entries_with_payload (seq),
  head TEXT NOT NULL
) STRICT;
INSERT INTO heads_of_entries SELECT seq, head FROM heads ORDER BY seq;

CREATE TABLE scans_by_time (
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  source TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  holder TEXT,
  PRIMARY KEY (at, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO scans_by_time SELECT at, seq, source, outcome, reason, holder FROM scans ORDER BY at, seq;

DROP TABLE heads;
DROP TABLE payloads;
DROP TABLE scans;
DROP TABLE entries;
ALTER TABLE entries_with_payload RENAME TO entries;
ALTER TABLE heads_of_entries RENAME TO heads;
ALTER TABLE scans_by_time RENAME TO scans;

CREATE INDEX entries_confirmed ON entries (seq) WHERE kind = 'clock.confirmed';
CREATE INDEX entries_shifts ON entries (seq) WHERE kind = 'shift.closed';

-- Projection: between which instants each hundred entries lie, in place of an index on the time. The clock may go back.
CREATE TABLE entry_times (
  through INTEGER PRIMARY KEY,
  earliest INTEGER NOT NULL,
  latest INTEGER NOT NULL
) STRICT;
INSERT INTO entry_times
  SELECT (seq + 99) / 100 * 100 AS through, min(at), max(at) FROM entries GROUP BY through HAVING count(*) = 100;

-- Projection: crossings as they are now, found by the time and number of the entry that recorded them.
CREATE TABLE crossings (
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  -- The entry whose payload holds the crossing as it is now.
  state_seq INTEGER NOT NULL,
  direction TEXT NOT NULL,
  on_foot INTEGER NOT NULL,
  -- Keys, equal for one plate however it was typed.
  plate TEXT,
  trailer TEXT,
  people INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  decision TEXT NOT NULL,
  state TEXT NOT NULL,
  -- Of all its entries: the highest number and the highest time.
  last_seq INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (at, seq)
) STRICT, WITHOUT ROWID;

-- Projection: the entries that amended or voided a crossing.
CREATE TABLE crossing_changes (
  crossing INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (crossing, seq)
) STRICT, WITHOUT ROWID;

-- Projection: derived from 'journal.erased' entries.
CREATE TABLE erased_crossings (
  day TEXT NOT NULL,
  direction TEXT NOT NULL,
  decision TEXT NOT NULL,
  crossings INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (day, direction, decision)
) STRICT, WITHOUT ROWID;

-- Projection: the last entry that somebody else certainly has, derived from 'receipt.received' entries.
CREATE TABLE delivered (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  through INTEGER NOT NULL
) STRICT;

-- The crossing that is being built. No entry: nothing has been decided.
CREATE TABLE open_crossing (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL
) STRICT;
`
