/**
 * Who may sign in at the hub's page, from where it was tried, and which days' payloads were dropped. Instants are epoch
 * milliseconds.
 */
export const sql = `
ALTER TABLE kiosk
  -- How it was invited to send; null: before this was kept.
  ADD COLUMN invited_by text CHECK (invited_by IN ('wire', 'stick'));

CREATE TABLE account (
  name text PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('admin', 'viewer')),
  -- What proves the password, in the form of the Password Hashing Competition.
  verifier text NOT NULL,
  -- It was printed and not chosen.
  must_change boolean NOT NULL,
  made_at bigint NOT NULL
);

-- Of a session the database knows nothing that opens it.
CREATE TABLE page_session (
  token_hash bytea PRIMARY KEY,
  account text NOT NULL REFERENCES account ON DELETE CASCADE,
  begun_at bigint NOT NULL,
  seen_at bigint NOT NULL
);

-- Who tries to sign in, and from when on they may again.
CREATE TABLE sign_in_try (
  subject text PRIMARY KEY,
  tries integer NOT NULL,
  last_at bigint NOT NULL,
  wait_until bigint NOT NULL
);

-- Days whose payloads were dropped because their time was over.
CREATE TABLE dropped_day (
  number integer PRIMARY KEY,
  day date NOT NULL,
  -- As the policy was then.
  days integer NOT NULL,
  payloads bigint NOT NULL,
  dropped_at bigint NOT NULL,
  dropped_by text NOT NULL
);

-- What came today is found without reading all that ever came; and costs next to nothing while it comes.
CREATE INDEX entry_header_received ON entry_header USING brin (received_at) WITH (autosummarize = on);
`
