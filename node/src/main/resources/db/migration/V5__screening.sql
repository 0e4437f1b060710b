-- Lists of persons held against the national index. A list is kept sealed while it is read; of its lines only
-- those that met somebody or could not be read are kept, for a limited time.

CREATE TABLE screening (
  id          TEXT PRIMARY KEY,
  started_by  TEXT NOT NULL,
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
  stopped     TEXT,
  uploaded_at BIGINT NOT NULL,
  ended_at    BIGINT
);
CREATE INDEX screening_by_time ON screening (uploaded_at);

CREATE TABLE screening_line (
  screening_id TEXT NOT NULL REFERENCES screening (id),
  position     BIGINT NOT NULL,
  line         BIGINT NOT NULL,
  fault        TEXT NOT NULL,
  sealed_line  BYTEA NOT NULL,
  wrapped_key  BYTEA NOT NULL,
  salt         BYTEA NOT NULL,
  line_hash    TEXT NOT NULL,
  PRIMARY KEY (screening_id, position)
);
