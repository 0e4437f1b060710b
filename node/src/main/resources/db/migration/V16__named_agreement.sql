-- The agreement that an officer chose for a request or a question for consent, where several carry it.
CREATE TABLE named_agreement (
  message_id TEXT PRIMARY KEY REFERENCES message (id),
  agreement  TEXT NOT NULL
);
