-- Requests are compared with the national index and with each other (Directive (EU) 2023/977 Art. 16(1)(d)).

-- Requests in the order in which they reached or left this node; whoever compares them follows the revisions.
CREATE TABLE mention (
  revision   BIGINT PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE REFERENCES message (id),
  case_id    TEXT NOT NULL,
  direction  TEXT NOT NULL
);
CREATE INDEX mention_by_case ON mention (case_id);
INSERT INTO mention (revision, message_id, case_id, direction)
  SELECT ROW_NUMBER() OVER (ORDER BY drafted_at, id), id, case_id, direction FROM message
  WHERE kind = 'REQUEST' AND state IN ('RELEASED', 'DELIVERED', 'REFUSED_BY_PARTNER', 'RECEIVED');

-- That a request was compared, and when last.
CREATE TABLE cross_check (
  message_id TEXT PRIMARY KEY REFERENCES message (id),
  case_id    TEXT NOT NULL,
  checked_at BIGINT NOT NULL
);

-- What may be the person of a request: a record of the national index, or the person of another case.
CREATE TABLE possible_match (
  id          TEXT PRIMARY KEY,
  message_id  TEXT NOT NULL REFERENCES message (id),
  case_id     TEXT NOT NULL,
  record_id   TEXT REFERENCES record (id),
  other_id    TEXT REFERENCES message (id),
  other_case  TEXT,
  probability DOUBLE PRECISION NOT NULL,
  state       TEXT NOT NULL,
  found_at    BIGINT NOT NULL,
  decided_by  TEXT,
  decided_at  BIGINT,
  UNIQUE (message_id, record_id),
  UNIQUE (message_id, other_id)
);
CREATE INDEX possible_match_by_case ON possible_match (case_id);
CREATE INDEX possible_match_by_other_case ON possible_match (other_case);
