-- One schema for SQLite and PostgreSQL. Times are microseconds since 1970 in UTC; identifiers UUIDv7 as
-- text; "sealed" columns hold ciphertext only. BYTEA is a plain blob to SQLite.

CREATE TABLE officer (
  id            TEXT PRIMARY KEY,
  login         TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  roles         TEXT NOT NULL,
  language      TEXT NOT NULL,
  zone          TEXT NOT NULL,
  created_at    BIGINT NOT NULL,
  disabled_at   BIGINT
);

CREATE TABLE access_token (
  id         TEXT PRIMARY KEY,
  officer_id TEXT NOT NULL REFERENCES officer (id),
  label      TEXT NOT NULL,
  digest     TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT
);

CREATE TABLE partner (
  authority   TEXT PRIMARY KEY,
  card        BYTEA NOT NULL,
  fingerprint TEXT NOT NULL,
  address     TEXT NOT NULL,
  added_at    BIGINT NOT NULL
);

CREATE TABLE agreement (
  hash        TEXT PRIMARY KEY,
  id          TEXT NOT NULL,
  instrument  BYTEA NOT NULL,
  arrangement BYTEA NOT NULL,
  loaded_at   BIGINT NOT NULL
);

CREATE TABLE consent (
  id           TEXT PRIMARY KEY,
  partner      TEXT NOT NULL,
  asked_by     TEXT NOT NULL,
  offence      TEXT NOT NULL,
  state        TEXT NOT NULL,
  answered_in  TEXT,
  valid_from   BIGINT,
  valid_until  BIGINT
);
CREATE INDEX consent_by_partner ON consent (partner, state);

CREATE TABLE case_file (
  id                 TEXT PRIMARY KEY,
  reference          TEXT NOT NULL UNIQUE,
  partner            TEXT NOT NULL,
  partner_case       TEXT,
  partner_reference  TEXT,
  side               TEXT NOT NULL,
  request            TEXT NOT NULL,
  opening            TEXT NOT NULL,
  agreement_hash     TEXT NOT NULL,
  offence            TEXT NOT NULL,
  urgency            TEXT NOT NULL,
  state              TEXT NOT NULL,
  opened_at          BIGINT NOT NULL,
  closed_at          BIGINT
);
CREATE INDEX case_by_state ON case_file (state, opened_at);
CREATE UNIQUE INDEX case_by_matter ON case_file (partner, request);

CREATE TABLE message (
  id           TEXT PRIMARY KEY,
  case_id      TEXT NOT NULL REFERENCES case_file (id),
  direction    TEXT NOT NULL,
  kind         TEXT NOT NULL,
  state        TEXT NOT NULL,
  header       TEXT NOT NULL,
  sealed_body  BYTEA NOT NULL,
  wrapped_key  BYTEA NOT NULL,
  salt         BYTEA NOT NULL,
  body_hash    TEXT NOT NULL,
  articles     TEXT NOT NULL,
  drafted_by   TEXT,
  drafted_at   BIGINT NOT NULL,
  released_by  TEXT,
  released_at  BIGINT,
  arrived_at   BIGINT,
  note_body    BYTEA,
  note_key     BYTEA,
  note_salt    BYTEA,
  note_hash    TEXT
);
CREATE INDEX message_by_case ON message (case_id, drafted_at);
CREATE INDEX message_by_state ON message (state);

CREATE TABLE attachment (
  id         TEXT PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message (id),
  position   BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  digest     TEXT NOT NULL
);
CREATE INDEX attachment_by_message ON attachment (message_id, position);

CREATE TABLE deadline (
  case_id      TEXT PRIMARY KEY REFERENCES case_file (id),
  access_class TEXT NOT NULL,
  rule         TEXT NOT NULL,
  limit_micros BIGINT NOT NULL,
  received_at  BIGINT NOT NULL,
  answered_at  BIGINT
);

CREATE TABLE suspension (
  case_id         TEXT NOT NULL REFERENCES case_file (id),
  suspended_at    BIGINT NOT NULL,
  suspended_until BIGINT,
  PRIMARY KEY (case_id, suspended_at)
);

CREATE TABLE outbox (
  message_id      TEXT PRIMARY KEY,
  partner         TEXT NOT NULL,
  position        BIGINT NOT NULL,
  sealed          BYTEA NOT NULL,
  attempts        BIGINT NOT NULL,
  next_attempt_at BIGINT NOT NULL,
  last_fault      TEXT,
  created_at      BIGINT NOT NULL
);
CREATE INDEX outbox_by_turn ON outbox (partner, position);

CREATE TABLE expected_attachment (
  id         TEXT PRIMARY KEY,
  message_id TEXT NOT NULL,
  partner    TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  digest     TEXT NOT NULL,
  noted_at   BIGINT NOT NULL
);

CREATE TABLE receipt (
  message_id TEXT PRIMARY KEY,
  direction  TEXT NOT NULL,
  partner    TEXT NOT NULL,
  verdict    TEXT NOT NULL,
  content    BYTEA NOT NULL,
  statement  BYTEA NOT NULL,
  at         BIGINT NOT NULL
);

CREATE TABLE ledger_entry (
  position BIGINT PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  matter   TEXT,
  event    TEXT NOT NULL,
  at       BIGINT NOT NULL,
  entry    BYTEA NOT NULL
);
CREATE INDEX ledger_entry_by_matter ON ledger_entry (matter, position);

CREATE TABLE ledger_node (
  level    BIGINT NOT NULL,
  position BIGINT NOT NULL,
  hash     BYTEA NOT NULL,
  PRIMARY KEY (level, position)
);
