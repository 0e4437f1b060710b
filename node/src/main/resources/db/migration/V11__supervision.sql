-- The supervisor's desk reads the ledger by time and event.
CREATE INDEX ledger_entry_by_time ON ledger_entry (at, position, event);
CREATE INDEX former_entry_by_time ON former_entry (at, position, event);

-- Whether a record stands beside a case, and which requests are restricted.
CREATE INDEX possible_match_by_record ON possible_match (record_id);
CREATE INDEX message_restricted ON message (id) WHERE restricted_at IS NOT NULL;
CREATE INDEX case_restricted ON case_file (id) WHERE restricted_at IS NOT NULL;

-- What a supervisor looked for, which traces were chosen, what was withheld from an answer and why: sealed beside the
-- entry of the look.
CREATE TABLE supervision_look (
  id          TEXT PRIMARY KEY,
  officer_id  TEXT NOT NULL,
  kind        TEXT NOT NULL,
  at          BIGINT NOT NULL,
  sealed_look BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  look_hash   TEXT NOT NULL
);
CREATE INDEX supervision_look_by_time ON supervision_look (at);
