/**
 * The ledger: officers' signatures beside the hashes, epochs, the kiosk's own keys, receipts that are no entries, and one
 * way to find what is to be erased and stands in no table.
 */

/**
 * Entries that retention finds by no table: kinds of people, and kinds that nobody knows of. Written into the index as it
 * is, and asked for in the same words.
 */
export const untabled = `kind NOT IN (
  'scan.verified', 'crossing.recorded', 'crossing.amended', 'crossing.voided', 'crossing.noted', 'shift.closed',
  'trust.updated', 'trust.refused', 'trust.damaged', 'trust.believed', 'clock.doubted', 'clock.confirmed',
  'journal.begun', 'journal.restored', 'journal.erased', 'journal.doubted', 'journal.rebuilt', 'kiosk.keys',
  'hub.enrolled', 'receipt.received', 'checkpoint.changed', 'secret.kept', 'secret.recovered', 'recovery.renewed')`

export const sql = `
-- The officer's key (Ed25519, 32 bytes in base64url), and their signature over the entry's hash.
ALTER TABLE entries ADD COLUMN signer TEXT;
ALTER TABLE entries ADD COLUMN signature TEXT;

DROP INDEX entries_abandoned;
CREATE INDEX entries_untabled ON entries (seq) WHERE ${untabled};
CREATE INDEX entries_restored ON entries (seq) WHERE kind = 'journal.restored';
CREATE INDEX entries_keys ON entries (seq) WHERE kind = 'kiosk.keys';
CREATE INDEX entries_hubs ON entries (seq) WHERE kind = 'hub.enrolled';

-- The kiosk's own secret keys, 32 random bytes each. Which public key a number has, the entries 'kiosk.keys' say.
CREATE TABLE kiosk_keys (
  use TEXT NOT NULL,
  number INTEGER NOT NULL,
  secret BLOB NOT NULL,
  PRIMARY KEY (use, number)
) STRICT, WITHOUT ROWID;

-- Not entries: they speak of entries. Each as it came, and what it says.
CREATE TABLE receipts (
  level TEXT NOT NULL,
  epoch TEXT NOT NULL,
  through INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (level, epoch, through)
) STRICT, WITHOUT ROWID;
DROP TABLE delivered;
`
