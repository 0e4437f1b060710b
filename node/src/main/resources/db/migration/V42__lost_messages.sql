-- What partners hold receipts of and this node does not, as after a backup was restored.

-- How far each partner's receipts were compared; those of messages up to after are.
CREATE TABLE loss_comparison (
  partner     TEXT PRIMARY KEY,
  wanted_at   BIGINT NOT NULL,
  after       TEXT NOT NULL,
  finished_at BIGINT,
  fault       TEXT
);

CREATE TABLE lost_message (
  message_id TEXT PRIMARY KEY,
  partner    TEXT NOT NULL,
  direction  TEXT NOT NULL,
  reference  TEXT NOT NULL,
  at         BIGINT NOT NULL,
  statement  BYTEA NOT NULL,
  found_at   BIGINT NOT NULL,
  settled_by TEXT,
  settled_at BIGINT
);
