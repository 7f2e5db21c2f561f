/**
 * The hub's own keys, kiosks, their heads and their entries. Headers stay for ever; payloads lie in partitions by day, so
 * that a day is dropped without touching the chain. Every key of what belongs to a kiosk begins with its enrolment. That a
 * number is there once is not what a unique key proves (it holds within one partition only): the head's row is.
 * Instants are epoch milliseconds.
 */
export const sql = `
CREATE TABLE hub_key (
  use text NOT NULL CHECK (use IN ('sign', 'seal', 'recovery')),
  number integer NOT NULL,
  public text NOT NULL,
  -- Null where it lies in no computer.
  secret bytea,
  made_at bigint NOT NULL,
  PRIMARY KEY (use, number)
);

CREATE TABLE kiosk (
  enrolment uuid PRIMARY KEY,
  name text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('practice', 'real')),
  invited_at bigint NOT NULL,
  until bigint NOT NULL,
  -- What the kiosk said of itself; null until it did.
  kiosk text,
  sign_key text,
  box_key text,
  enrolled_at bigint,
  revoked_at bigint
);

-- Which keys a kiosk signed with, each brought in by the one that it replaces.
CREATE TABLE kiosk_key (
  enrolment uuid NOT NULL REFERENCES kiosk,
  public text NOT NULL,
  number integer NOT NULL,
  replaces text,
  PRIMARY KEY (enrolment, public)
);

-- One row an epoch: locked, compared and advanced in the transaction that stores.
CREATE TABLE kiosk_head (
  enrolment uuid NOT NULL REFERENCES kiosk,
  epoch bytea NOT NULL,
  -- Stands for the epoch in the tables of entries.
  line smallint NOT NULL,
  begins bigint NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  -- The newest key that has signed a batch of it.
  key text NOT NULL,
  PRIMARY KEY (enrolment, epoch),
  UNIQUE (enrolment, line)
);

CREATE TABLE entry_header (
  enrolment uuid NOT NULL,
  line smallint NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  id uuid NOT NULL,
  at bigint NOT NULL,
  kiosk text NOT NULL,
  officer text,
  kind text NOT NULL,
  payload_hash bytea NOT NULL,
  signer text,
  signature text,
  -- The day whose partition has its payload; null: it came erased.
  day date,
  received_at bigint NOT NULL,
  PRIMARY KEY (enrolment, line, seq)
);

CREATE TABLE entry_payload (
  enrolment uuid NOT NULL,
  line smallint NOT NULL,
  seq bigint NOT NULL,
  day date NOT NULL,
  payload text NOT NULL,
  PRIMARY KEY (enrolment, line, seq, day)
) PARTITION BY RANGE (day);

-- Entries that belong to the chain and about which something is wrong.
CREATE TABLE entry_flag (
  enrolment uuid NOT NULL,
  line smallint NOT NULL,
  seq bigint NOT NULL,
  why text NOT NULL,
  PRIMARY KEY (enrolment, line, seq, why)
);

-- Batches that did not become entries, as they came.
CREATE TABLE kept_batch (
  enrolment uuid NOT NULL REFERENCES kiosk,
  number integer NOT NULL,
  why text NOT NULL CHECK (why IN ('fork', 'quarantined', 'revoked')),
  reason text,
  epoch bytea NOT NULL,
  from_seq bigint NOT NULL,
  through_seq bigint NOT NULL,
  hash bytea NOT NULL,
  -- The first entry that it is about.
  at_seq bigint NOT NULL,
  sealed bytea NOT NULL,
  received_at bigint NOT NULL,
  PRIMARY KEY (enrolment, number),
  UNIQUE (enrolment, why, epoch, from_seq, through_seq, hash)
);

CREATE TABLE alert (
  enrolment uuid NOT NULL REFERENCES kiosk,
  number integer NOT NULL,
  kind text NOT NULL,
  seq bigint,
  raised_at bigint NOT NULL,
  acknowledged_at bigint,
  PRIMARY KEY (enrolment, number)
);

-- How each kiosk is, as it last said itself.
CREATE TABLE kiosk_state (
  enrolment uuid PRIMARY KEY REFERENCES kiosk,
  received_at bigint NOT NULL,
  way text NOT NULL CHECK (way IN ('wire', 'stick')),
  sealed_at bigint NOT NULL,
  said jsonb NOT NULL
);
`
