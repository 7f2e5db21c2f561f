/**
 * What became of a kiosk that was withdrawn, and up to where each epoch lies in a copy that was restored elsewhere.
 * Instants are epoch milliseconds.
 */
export const sql = `
ALTER TABLE kiosk
  -- Its name is another's now.
  ADD COLUMN replaced_at bigint,
  ADD COLUMN lost_at bigint;

ALTER TABLE kiosk_head
  ADD COLUMN backed_seq bigint,
  ADD COLUMN backed_hash bytea;

-- Copies of all this, and those that the operator of a server says there are.
CREATE TABLE backup (
  number integer PRIMARY KEY,
  made_at bigint NOT NULL,
  way text NOT NULL CHECK (way IN ('file', 'registered')),
  -- What only whoever has restored it whole can say; null where the operator's word is what there is.
  word text,
  -- Null: nobody has said that it was restored.
  confirmed_at bigint
);

-- What lies in a copy.
CREATE TABLE backup_head (
  enrolment uuid NOT NULL REFERENCES kiosk,
  epoch bytea NOT NULL,
  backup integer NOT NULL REFERENCES backup,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (enrolment, epoch, backup)
);
`
