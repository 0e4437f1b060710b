-- Urgent measures: alerts, what a life depends on, preservation of data. What is sent to several partners is one measure
-- with a leg for each; the legs and what follows are messages. All persons are identifiers of officers.
CREATE TABLE measure (
  id            TEXT PRIMARY KEY,
  reference     TEXT NOT NULL UNIQUE,
  kind          TEXT NOT NULL,
  direction     TEXT NOT NULL,
  state         TEXT NOT NULL,
  stated        TEXT NOT NULL,
  sealed_body   BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  body_hash     TEXT NOT NULL,
  first_by      TEXT,
  released_by   TEXT,
  alone         BIGINT NOT NULL,
  review_due_at BIGINT,
  review        TEXT,
  reviewed_by   TEXT,
  reviewed_at   BIGINT,
  sealed_review BYTEA,
  made_at       BIGINT NOT NULL,
  released_at   BIGINT,
  presses_at    BIGINT NOT NULL,
  settled_at    BIGINT,
  erase_at      BIGINT,
  erased_at     BIGINT
);
CREATE INDEX measure_by_pressure ON measure ((CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END), presses_at, id);
CREATE INDEX measure_open ON measure (kind, direction) WHERE settled_at IS NULL;
CREATE INDEX measure_alone ON measure (released_at) WHERE alone = 1;
CREATE INDEX measure_erasable ON measure (erase_at) WHERE erase_at IS NOT NULL;

CREATE TABLE measure_leg (
  id                TEXT PRIMARY KEY,
  measure_id        TEXT NOT NULL REFERENCES measure (id),
  partner           TEXT NOT NULL,
  partner_reference TEXT NOT NULL,
  state             TEXT NOT NULL,
  course            TEXT NOT NULL,
  agreement         TEXT,
  articles          TEXT NOT NULL,
  review_months     BIGINT NOT NULL,
  sealed_signed     BYTEA,
  released_at       BIGINT,
  misdated_at       BIGINT,
  arrived_at        BIGINT,
  refusal           TEXT,
  awaits            TEXT NOT NULL,
  awaits_here       BIGINT NOT NULL,
  seen_at           BIGINT,
  seen_by           TEXT,
  until_at          BIGINT,
  UNIQUE (measure_id, partner)
);
CREATE INDEX measure_leg_unseen ON measure_leg (awaits_here) WHERE seen_at IS NULL;
CREATE INDEX measure_leg_preserved ON measure_leg (until_at) WHERE course IN ('PRESERVED', 'EXTENSION_ASKED');

CREATE TABLE measure_step (
  id            TEXT PRIMARY KEY,
  leg_id        TEXT NOT NULL REFERENCES measure_leg (id),
  kind          TEXT NOT NULL,
  direction     TEXT NOT NULL,
  state         TEXT NOT NULL,
  sealed_body   BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  body_hash     TEXT NOT NULL,
  sealed_signed BYTEA,
  made_by       TEXT,
  made_at       BIGINT NOT NULL,
  misdated_at   BIGINT,
  arrived_at    BIGINT,
  refusal       TEXT
);
CREATE INDEX measure_step_by_leg ON measure_step (leg_id, made_at, id);

-- What was said by telephone, before it is confirmed in writing.
CREATE TABLE measure_call (
  id           TEXT PRIMARY KEY,
  partner      TEXT NOT NULL,
  direction    TEXT NOT NULL,
  state        TEXT NOT NULL,
  sealed_body  BYTEA NOT NULL,
  wrapped_key  BYTEA NOT NULL,
  salt         BYTEA NOT NULL,
  body_hash    TEXT NOT NULL,
  called_at    BIGINT NOT NULL,
  due_at       BIGINT NOT NULL,
  noted_by     TEXT NOT NULL,
  noted_at     BIGINT NOT NULL,
  measure_id   TEXT REFERENCES measure (id),
  closed_by    TEXT,
  closed_at    BIGINT,
  sealed_close BYTEA,
  erased_at    BIGINT
);
CREATE INDEX measure_call_open ON measure_call (due_at) WHERE closed_at IS NULL;
