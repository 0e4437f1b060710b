-- Blind checks. First what this authority lets partners check, then what it asks of partners.

CREATE TABLE check_offer (
  partner         TEXT PRIMARY KEY,
  officer_per_day BIGINT NOT NULL,
  changed_by      TEXT NOT NULL,
  changed_at      BIGINT NOT NULL
);

-- One key of the oblivious function per partner and epoch. Closing an epoch destroys its seed: what was handed
-- over under it becomes noise.
CREATE TABLE check_epoch (
  id           TEXT PRIMARY KEY,
  partner      TEXT NOT NULL REFERENCES check_offer (partner),
  state        TEXT NOT NULL,
  sealed_seed  BYTEA NOT NULL,
  wrapped_key  BYTEA NOT NULL,
  salt         BYTEA NOT NULL,
  seed_hash    TEXT NOT NULL,
  public_key   TEXT NOT NULL,
  commitment   BIGINT NOT NULL,
  opened_at    BIGINT NOT NULL,
  closes_at    BIGINT NOT NULL,
  followed     BIGINT NOT NULL,
  revision     BIGINT NOT NULL,
  records      BIGINT NOT NULL,
  published_at BIGINT
);
CREATE INDEX check_epoch_by_partner ON check_epoch (partner, state);

-- Which outputs a record has under an epoch: the first 64 bits of each, filled up with noise to the same length.
CREATE TABLE check_sealed (
  epoch_id  TEXT NOT NULL REFERENCES check_epoch (id),
  record_id TEXT NOT NULL,
  prefixes  BYTEA NOT NULL,
  PRIMARY KEY (epoch_id, record_id)
);

-- The parts of a sealed index; their bytes lie as files named by their digest.
CREATE TABLE check_segment (
  epoch_id   TEXT NOT NULL REFERENCES check_epoch (id),
  position   BIGINT NOT NULL,
  effect     TEXT NOT NULL,
  digest     TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  prefixes   BIGINT NOT NULL,
  PRIMARY KEY (epoch_id, position)
);

-- What partners asked: counts and references, and both signed statements.
CREATE TABLE check_answered (
  id        TEXT PRIMARY KEY,
  partner   TEXT NOT NULL,
  epoch_id  TEXT NOT NULL,
  officer   TEXT NOT NULL,
  subjects  BIGINT NOT NULL,
  listed    BIGINT NOT NULL,
  agreement TEXT NOT NULL,
  code      TEXT,
  digest    TEXT NOT NULL,
  statement BYTEA NOT NULL,
  answer    BYTEA NOT NULL,
  at        BIGINT NOT NULL
);
CREATE INDEX check_answered_by_time ON check_answered (partner, at);

-- Who may not check until a supervisor has looked: an officer of this node, or a partner's by its pseudonym.
CREATE TABLE check_stop (
  id          TEXT PRIMARY KEY,
  partner     TEXT,
  officer     TEXT NOT NULL,
  pattern     TEXT NOT NULL,
  at          BIGINT NOT NULL,
  lifted_by   TEXT,
  lifted_at   BIGINT
);
CREATE INDEX check_stop_by_officer ON check_stop (officer, lifted_at);

-- The sealed indexes that partners handed over.
CREATE TABLE check_held (
  partner    TEXT PRIMARY KEY,
  epoch      TEXT NOT NULL,
  revision   BIGINT NOT NULL,
  public_key TEXT NOT NULL,
  parcel     BYTEA NOT NULL,
  fetched_at BIGINT NOT NULL
);

CREATE TABLE check_list (
  id          TEXT PRIMARY KEY,
  started_by  TEXT NOT NULL,
  released_by TEXT,
  state       TEXT NOT NULL,
  sealed_list BYTEA NOT NULL,
  list_key    BYTEA NOT NULL,
  list_salt   BYTEA NOT NULL,
  list_hash   TEXT NOT NULL,
  sealed_plan BYTEA NOT NULL,
  plan_key    BYTEA NOT NULL,
  plan_salt   BYTEA NOT NULL,
  plan_hash   TEXT NOT NULL,
  rows_all    BIGINT NOT NULL,
  rows_read   BIGINT NOT NULL,
  met         BIGINT NOT NULL,
  faults      BIGINT NOT NULL,
  waits       TEXT,
  uploaded_at BIGINT NOT NULL,
  ended_at    BIGINT
);

-- One question about one subject; the same to several partners. Who is meant and why lies sealed.
CREATE TABLE check_question (
  id            TEXT PRIMARY KEY,
  asked_by      TEXT NOT NULL,
  asked_at      BIGINT NOT NULL,
  list_id       TEXT REFERENCES check_list (id),
  line          BIGINT,
  sealed        BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  question_hash TEXT NOT NULL,
  name_digest   TEXT NOT NULL,
  born_digest   TEXT NOT NULL
);
CREATE INDEX check_question_by_officer ON check_question (asked_by, asked_at);
CREATE INDEX check_question_by_list ON check_question (list_id, line);
CREATE INDEX check_question_by_time ON check_question (asked_at);

CREATE TABLE check_answer (
  question_id TEXT NOT NULL REFERENCES check_question (id),
  partner     TEXT NOT NULL,
  wire_id     TEXT NOT NULL,
  state       TEXT NOT NULL,
  reason      TEXT,
  quality     TEXT,
  families    TEXT,
  articles    TEXT,
  statement   BYTEA,
  answer      BYTEA,
  answered_at BIGINT,
  PRIMARY KEY (question_id, partner)
);
CREATE INDEX check_answer_by_state ON check_answer (state);

-- The key of pseudonyms and digests, wrapped by the node's master key.
CREATE TABLE check_key (
  name        TEXT PRIMARY KEY,
  sealed_key  BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  key_hash    TEXT NOT NULL
);
