-- What this node saw of its partners' ledgers, what partners countersigned of its own, and where it stopped.

-- The last head of each partner's log, with this node's countersignature in the note.
CREATE TABLE partner_head (
  partner TEXT PRIMARY KEY,
  size    BIGINT NOT NULL,
  note    TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  told_at BIGINT
);

-- Heads that came in receipts and are not yet known to fit the last one.
CREATE TABLE receipt_head (
  partner TEXT NOT NULL,
  size    BIGINT NOT NULL,
  root    TEXT NOT NULL,
  note    TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (partner, size, root)
);

-- With which key a partner countersigns, by its own signed statement.
CREATE TABLE witness_key (
  partner   TEXT PRIMARY KEY,
  vkey      TEXT NOT NULL,
  statement BYTEA NOT NULL,
  noted_at  BIGINT NOT NULL
);

-- Heads of the own log that were shown to partners, with the countersignatures that came back.
CREATE TABLE own_head (
  size      BIGINT PRIMARY KEY,
  note      TEXT NOT NULL,
  lines     BIGINT NOT NULL,
  signed_at BIGINT NOT NULL
);

-- How far each partner has countersigned the own log, and from which size it wants the next proof.
CREATE TABLE countersigned (
  partner TEXT PRIMARY KEY,
  size    BIGINT NOT NULL,
  at      BIGINT,
  known   BIGINT NOT NULL,
  refusal TEXT
);

-- Why nothing is exchanged with a partner. The own authority in the place of the partner: with none.
CREATE TABLE log_stop (
  id          TEXT PRIMARY KEY,
  partner     TEXT NOT NULL,
  code        TEXT NOT NULL,
  heads       TEXT NOT NULL,
  origin      TEXT,
  statement   BYTEA NOT NULL,
  stopped_at  BIGINT NOT NULL,
  reason      BYTEA,
  reason_key  BYTEA,
  reason_salt BYTEA,
  reason_hash TEXT,
  asked_by    TEXT,
  asked_at    BIGINT,
  lifted_by   TEXT,
  lifted_at   BIGINT
);
CREATE INDEX log_stop_by_partner ON log_stop (partner, lifted_at);

-- After a backup was restored the log goes on under another name. Without a row it is the first one.
CREATE TABLE own_log (
  number     BIGINT PRIMARY KEY,
  origin     TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  former     TEXT NOT NULL,
  statement  BYTEA NOT NULL
);

-- Entries of logs that ended; their last signed head stands in own_log.former of the next number.
CREATE TABLE former_entry (
  log      BIGINT NOT NULL,
  position BIGINT NOT NULL,
  id       TEXT NOT NULL,
  matter   TEXT,
  event    TEXT NOT NULL,
  at       BIGINT NOT NULL,
  entry    BYTEA NOT NULL,
  PRIMARY KEY (log, position)
);

-- Names of a partner's logs that were accepted after the first one; the highest number is the one it writes.
CREATE TABLE partner_log (
  partner     TEXT NOT NULL,
  number      BIGINT NOT NULL,
  origin      TEXT NOT NULL,
  accepted_at BIGINT NOT NULL,
  PRIMARY KEY (partner, number)
);
