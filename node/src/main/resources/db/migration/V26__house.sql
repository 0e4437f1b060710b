-- What a matter asks of authorities of the own state, and of a judge; names and words are sealed.
CREATE TABLE route (
  id            TEXT PRIMARY KEY,
  case_id       TEXT NOT NULL,
  kind          TEXT NOT NULL,
  asked_by      TEXT NOT NULL,
  asked_at      BIGINT NOT NULL,
  back_at       BIGINT NOT NULL,
  is_back       BIGINT NOT NULL DEFAULT 0,
  sealed_asked  BYTEA NOT NULL,
  asked_key     BYTEA NOT NULL,
  asked_salt    BYTEA NOT NULL,
  asked_hash    TEXT NOT NULL,
  result        TEXT,
  came_by       TEXT,
  came_at       BIGINT,
  sealed_came   BYTEA,
  came_key      BYTEA,
  came_salt     BYTEA,
  came_hash     TEXT
);
CREATE INDEX route_by_case ON route (case_id, asked_at);
CREATE INDEX route_awaited ON route (back_at) WHERE came_at IS NULL AND is_back = 0;

-- Notes of the own house about a matter; they never leave it.
CREATE TABLE house_note (
  id          TEXT PRIMARY KEY,
  case_id     TEXT NOT NULL,
  officer_id  TEXT NOT NULL,
  at          BIGINT NOT NULL,
  sealed_text BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  text_hash   TEXT NOT NULL
);
CREATE INDEX house_note_by_case ON house_note (case_id, at);
