-- Messages that were exchanged and can tell of things, in the order in which they came and went.
CREATE TABLE told_by (
  message_id TEXT PRIMARY KEY REFERENCES message (id),
  case_id    TEXT NOT NULL,
  revision   BIGINT NOT NULL UNIQUE
);
INSERT INTO told_by (message_id, case_id, revision)
SELECT id, case_id, ROW_NUMBER() OVER (ORDER BY id)
FROM message
WHERE kind IN ('REQUEST', 'REPLY', 'INFORMATION')
  AND state IN ('RELEASED', 'DELIVERED', 'RECEIVED');
-- What these tell of, as keyed digests: equal ones are the same thing, and nothing else can be read.
CREATE TABLE thing_token (
  token      TEXT NOT NULL,
  message_id TEXT NOT NULL,
  case_id    TEXT NOT NULL,
  PRIMARY KEY (token, message_id)
);
CREATE INDEX thing_token_by_message ON thing_token (message_id);
CREATE INDEX thing_token_by_case ON thing_token (case_id);
