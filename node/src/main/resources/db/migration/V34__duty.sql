-- Posts that are held around the clock, and alarms that climb a chain until a person acknowledges them.
-- Persons are identifiers of officers. A roster and a chain are texts of the duty library.
CREATE TABLE duty_post (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  roster     TEXT NOT NULL,
  chain      TEXT NOT NULL,
  version    BIGINT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  risk_taken TEXT NOT NULL
);
CREATE TABLE duty_member (
  post       TEXT NOT NULL REFERENCES duty_post (id),
  officer_id TEXT NOT NULL,
  PRIMARY KEY (post, officer_id)
);

-- How an officer is reached; the address is the officer's own and sealed, with the code until it came back.
CREATE TABLE duty_way (
  id             TEXT PRIMARY KEY,
  officer_id     TEXT NOT NULL,
  way            TEXT NOT NULL,
  sealed_address BYTEA NOT NULL,
  wrapped_key    BYTEA NOT NULL,
  salt           BYTEA NOT NULL,
  address_hash   TEXT NOT NULL,
  added_at       BIGINT NOT NULL,
  tries          BIGINT NOT NULL,
  verified_at    BIGINT,
  UNIQUE (officer_id, way)
);

-- An alarm with the chain as it was when it was raised; about is a case, a partner or a post.
CREATE TABLE duty_alarm (
  id              TEXT PRIMARY KEY,
  post            TEXT NOT NULL,
  kind            TEXT NOT NULL,
  about           TEXT NOT NULL,
  chain           TEXT NOT NULL,
  generation      BIGINT NOT NULL,
  turn            BIGINT NOT NULL,
  state           TEXT NOT NULL,
  next_step       BIGINT NOT NULL,
  next_at         BIGINT,
  nobody_left     BIGINT NOT NULL,
  held_by         TEXT,
  held_at         BIGINT,
  raised_at       BIGINT NOT NULL,
  acknowledged_at BIGINT,
  ended_at        BIGINT
);
CREATE INDEX duty_alarm_open ON duty_alarm (raised_at) WHERE ended_at IS NULL;
CREATE INDEX duty_alarm_by_time ON duty_alarm (raised_at);
-- Two nodes that see the same sign raise one alarm.
CREATE UNIQUE INDEX duty_alarm_once ON duty_alarm (post, kind, about) WHERE ended_at IS NULL;

CREATE TABLE duty_attempt (
  id         TEXT PRIMARY KEY,
  alarm_id   TEXT NOT NULL REFERENCES duty_alarm (id),
  generation BIGINT NOT NULL,
  step       BIGINT NOT NULL,
  officer_id TEXT NOT NULL,
  way        TEXT NOT NULL,
  state      TEXT NOT NULL,
  tries      BIGINT NOT NULL,
  begun_at   BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  reason     TEXT
);
CREATE INDEX duty_attempt_by_alarm ON duty_attempt (alarm_id, generation, step);
CREATE INDEX duty_attempt_unsettled ON duty_attempt (begun_at) WHERE state IN ('PENDING', 'SENDING');
