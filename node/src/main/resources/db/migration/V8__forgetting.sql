-- Forgetting. Columns that held a wrapped content key hold its reference from now on; the key itself lies on the
-- key shelf, outside this database (docs/decisions/0004-key-shelf.md).

-- The shelf this database belongs to, and how many keys it had forgotten when this database was last told.
CREATE TABLE key_shelf (
  id       TEXT PRIMARY KEY,
  forgotten BIGINT NOT NULL
);

-- Keys whose content is erased here and that the shelf has not forgotten yet: empty but for moments.
CREATE TABLE forgotten_key (
  reference BYTEA PRIMARY KEY
);

-- What is left of a case or message after its content went: references, dates, articles, hashes.
ALTER TABLE case_file ADD COLUMN erased_at BIGINT;
ALTER TABLE case_file ADD COLUMN restricted_at BIGINT;
ALTER TABLE message ADD COLUMN erased_at BIGINT;
ALTER TABLE message ADD COLUMN restricted_at BIGINT;
-- Handling codes in the place of those that the message came with, once its sender tightened them.
ALTER TABLE message ADD COLUMN handling TEXT;

-- Why somebody read what is restricted.
CREATE TABLE restricted_look (
  id            TEXT PRIMARY KEY,
  case_id       TEXT NOT NULL REFERENCES case_file (id),
  officer_id    TEXT NOT NULL,
  at            BIGINT NOT NULL,
  sealed_reason BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  reason_hash   TEXT NOT NULL
);
CREATE INDEX restricted_look_by_case ON restricted_look (case_id);

-- How long a case is kept. review_by is empty until the exchange is concluded.
CREATE TABLE case_review (
  case_id       TEXT PRIMARY KEY REFERENCES case_file (id),
  concluded_at  BIGINT,
  review_by     BIGINT,
  reminded_at   BIGINT,
  held_by       TEXT,
  held_at       BIGINT,
  restricted_by TEXT,
  restricted_at BIGINT,
  erased_at     BIGINT
);
CREATE INDEX case_review_by_date ON case_review (review_by);

-- What was decided about keeping a case, by whom and why.
CREATE TABLE review_step (
  id            TEXT PRIMARY KEY,
  case_id       TEXT NOT NULL REFERENCES case_review (case_id),
  kind          TEXT NOT NULL,
  state         TEXT NOT NULL,
  until         BIGINT,
  first_by      TEXT NOT NULL,
  second_by     TEXT,
  made_at       BIGINT NOT NULL,
  decided_at    BIGINT,
  sealed_reason BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  reason_hash   TEXT NOT NULL
);
CREATE INDEX review_step_by_case ON review_step (case_id, made_at);

-- Notices about messages: correction, erasure, restriction, lifting, recall, tightened handling; what became of
-- each; and acknowledgements. One row a notice and partner, on both nodes.
CREATE TABLE notice (
  id           TEXT PRIMARY KEY,
  partner      TEXT NOT NULL,
  direction    TEXT NOT NULL,
  kind         TEXT NOT NULL,
  about        TEXT NOT NULL REFERENCES message (id),
  case_id      TEXT NOT NULL REFERENCES case_file (id),
  answers      TEXT,
  carries      TEXT,
  state        TEXT NOT NULL,
  outcome      TEXT,
  sealed_body  BYTEA NOT NULL,
  wrapped_key  BYTEA NOT NULL,
  salt         BYTEA NOT NULL,
  body_hash    TEXT NOT NULL,
  first_by     TEXT,
  second_by    TEXT,
  made_at      BIGINT NOT NULL,
  released_at  BIGINT,
  arrived_at   BIGINT,
  answered_at  BIGINT,
  reminded_at  BIGINT,
  refusal      TEXT
);
CREATE INDEX notice_by_message ON notice (about, made_at);
CREATE INDEX notice_by_case ON notice (case_id, made_at);
CREATE INDEX notice_by_state ON notice (state, direction);

-- Which message of one case passes on what a message of another case said.
CREATE TABLE item_use (
  item    TEXT NOT NULL REFERENCES message (id),
  used_in TEXT NOT NULL REFERENCES message (id),
  used_case TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (item, used_in)
);
CREATE INDEX item_use_by_case ON item_use (used_case);
CREATE INDEX item_use_by_place ON item_use (used_in);
