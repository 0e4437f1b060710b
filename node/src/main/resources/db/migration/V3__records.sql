-- The national index: records that partners may check, how they came in, which of them may be the same, and
-- what was asked. Sealed columns hold ciphertext; source keys and contents are compared by keyed digests.

CREATE TABLE record (
  id             TEXT PRIMARY KEY,
  source         TEXT NOT NULL,
  source_key     TEXT NOT NULL,
  kind           TEXT NOT NULL,
  content_digest TEXT NOT NULL,
  sealed_content BYTEA NOT NULL,
  wrapped_key    BYTEA NOT NULL,
  salt           BYTEA NOT NULL,
  content_hash   TEXT NOT NULL,
  category       TEXT NOT NULL,
  offence        TEXT NOT NULL,
  evaluation     TEXT NOT NULL,
  handling       TEXT NOT NULL,
  review_by      BIGINT NOT NULL,
  erase_by       BIGINT NOT NULL,
  checkable_by   TEXT NOT NULL,
  merged_into    TEXT REFERENCES record (id),
  import_id      TEXT NOT NULL,
  created_at     BIGINT NOT NULL,
  updated_at     BIGINT NOT NULL,
  erased_at      BIGINT,
  revision       BIGINT NOT NULL,
  UNIQUE (source, source_key)
);
-- Every change of a record has a revision of its own; the search index follows them in this order.
CREATE UNIQUE INDEX record_by_revision ON record (revision);
CREATE INDEX record_by_merge ON record (merged_into);
CREATE INDEX record_by_end ON record (erase_by);

CREATE TABLE record_import (
  id            TEXT PRIMARY KEY,
  started_by    TEXT NOT NULL,
  state         TEXT NOT NULL,
  sealed_file   BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  name_hash     TEXT NOT NULL,
  size_bytes    BIGINT NOT NULL,
  sealed_plan   BYTEA,
  plan_key      BYTEA,
  plan_salt     BYTEA,
  plan_hash     TEXT,
  rows_read     BIGINT NOT NULL,
  added         BIGINT NOT NULL,
  updated       BIGINT NOT NULL,
  unchanged     BIGINT NOT NULL,
  faults        BIGINT NOT NULL,
  bytes_read    BIGINT NOT NULL,
  busy_micros   BIGINT NOT NULL,
  stopped       TEXT,
  uploaded_at   BIGINT NOT NULL,
  ended_at      BIGINT
);
CREATE INDEX record_import_by_time ON record_import (uploaded_at);

CREATE TABLE import_fault (
  import_id   TEXT NOT NULL REFERENCES record_import (id),
  position    BIGINT NOT NULL,
  line        BIGINT NOT NULL,
  code        TEXT NOT NULL,
  field       TEXT NOT NULL,
  sealed_row  BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  row_hash    TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
);

CREATE TABLE record_pair (
  id          TEXT PRIMARY KEY,
  first       TEXT NOT NULL REFERENCES record (id),
  second      TEXT NOT NULL REFERENCES record (id),
  probability DOUBLE PRECISION NOT NULL,
  state       TEXT NOT NULL,
  found_at    BIGINT NOT NULL,
  decided_by  TEXT,
  decided_at  BIGINT,
  UNIQUE (first, second)
);
CREATE INDEX record_pair_by_state ON record_pair (state, probability);

CREATE TABLE record_question (
  id              TEXT PRIMARY KEY,
  asked_by        TEXT NOT NULL,
  asked_at        BIGINT NOT NULL,
  sealed_question BYTEA NOT NULL,
  wrapped_key     BYTEA NOT NULL,
  salt            BYTEA NOT NULL,
  question_hash   TEXT NOT NULL,
  found           BIGINT NOT NULL
);
CREATE INDEX record_question_by_time ON record_question (asked_at);

-- The key of the search index, wrapped by the node's master key.
CREATE TABLE record_index_key (
  name        TEXT PRIMARY KEY,
  sealed_key  BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  key_hash    TEXT NOT NULL
);

-- How far a follower of revisions has come.
CREATE TABLE record_follower (
  name     TEXT PRIMARY KEY,
  revision BIGINT NOT NULL
);
