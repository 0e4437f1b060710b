-- The life of agreements: what became of each, every step taken with a partner, and partners that are
-- introduced but not confirmed yet.

CREATE TABLE agreement_status (
  hash     TEXT NOT NULL REFERENCES agreement (hash),
  position BIGINT NOT NULL,
  state    TEXT NOT NULL,
  at       BIGINT NOT NULL,
  side     TEXT NOT NULL,
  step     TEXT,
  PRIMARY KEY (hash, state, at, side)
);

CREATE TABLE agreement_step (
  id          TEXT PRIMARY KEY,
  partner     TEXT NOT NULL,
  direction   TEXT NOT NULL,
  kind        TEXT NOT NULL,
  agreement   TEXT NOT NULL,
  answers     TEXT,
  state       TEXT NOT NULL,
  sealed_body BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  body_hash   TEXT NOT NULL,
  first_by    TEXT,
  second_by   TEXT,
  made_at     BIGINT NOT NULL,
  released_at BIGINT,
  arrived_at  BIGINT,
  refusal     TEXT
);
CREATE INDEX agreement_step_by_time ON agreement_step (made_at);

CREATE TABLE introduction (
  authority     TEXT PRIMARY KEY,
  card          BYTEA NOT NULL,
  address       TEXT NOT NULL,
  introduced_by TEXT NOT NULL,
  introduced_at BIGINT NOT NULL
);

-- What has been used of an agreement's quotas, by day (days since 1970 in UTC) and by who acted.
CREATE TABLE act_use (
  agreement TEXT NOT NULL,
  day       BIGINT NOT NULL,
  act       TEXT NOT NULL,
  side      TEXT NOT NULL,
  partner   TEXT NOT NULL,
  used      BIGINT NOT NULL,
  PRIMARY KEY (agreement, day, act, side, partner)
);
