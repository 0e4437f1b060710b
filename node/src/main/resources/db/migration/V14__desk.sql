-- What presses stands on top of a list by one query: by when an answer is due, and since when its
-- clock stands. What stood after the due instant moved nothing.
ALTER TABLE deadline ADD COLUMN due_at BIGINT;
ALTER TABLE deadline ADD COLUMN stands_since BIGINT;

UPDATE deadline SET due_at = received_at + limit_micros + COALESCE((
  SELECT SUM(s.suspended_until - s.suspended_at) FROM suspension s
  WHERE s.case_id = deadline.case_id AND s.suspended_until IS NOT NULL
    AND s.suspended_at <= deadline.received_at + deadline.limit_micros + COALESCE((
      SELECT SUM(p.suspended_until - p.suspended_at) FROM suspension p
      WHERE p.case_id = s.case_id AND p.suspended_until IS NOT NULL
        AND p.suspended_at < s.suspended_at), 0)), 0);

UPDATE deadline SET stands_since = (
  SELECT MAX(s.suspended_at) FROM suspension s
  WHERE s.case_id = deadline.case_id AND s.suspended_until IS NULL
    AND s.suspended_at <= deadline.due_at);

CREATE INDEX case_by_end ON case_file (closed_at, opened_at);

-- How a partner's request is reached is said by an officer; until then the clock runs as if at once.
ALTER TABLE deadline ADD COLUMN triaged BIGINT NOT NULL DEFAULT 0;
UPDATE deadline SET triaged = 1 WHERE access_class <> 'DIRECT';

-- What is sent is what was seen: every change of a message that has not left counts.
ALTER TABLE message ADD COLUMN version BIGINT NOT NULL DEFAULT 0;

-- What an officer typed and could not send: sealed, for that officer alone, for a fortnight.
CREATE TABLE unsent (
  id             TEXT PRIMARY KEY,
  officer_id     TEXT NOT NULL,
  place          TEXT NOT NULL,
  at             BIGINT NOT NULL,
  sealed_content BYTEA NOT NULL,
  wrapped_key    BYTEA NOT NULL,
  salt           BYTEA NOT NULL,
  content_hash   TEXT NOT NULL
);
CREATE UNIQUE INDEX unsent_by_place ON unsent (officer_id, place);

-- Whose forms carry which token, so that a form of a session that ended finds its officer.
CREATE TABLE form_owner (
  token_hash TEXT PRIMARY KEY,
  officer_id TEXT NOT NULL,
  at         BIGINT NOT NULL
);
