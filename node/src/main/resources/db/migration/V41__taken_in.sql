-- Records that an officer took from a message of a partner: what becomes of the message reaches them.
CREATE TABLE taken_in (
  record_id  TEXT PRIMARY KEY REFERENCES record (id),
  message_id TEXT NOT NULL,
  place      INTEGER NOT NULL,
  taken_at   BIGINT NOT NULL,
  UNIQUE (message_id, place)
);
