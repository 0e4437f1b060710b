-- Parts of the work list that an officer comes back to. The name may be a person's, so it is sealed;
-- the query holds codes only.
CREATE TABLE saved_filter (
  id          TEXT PRIMARY KEY,
  officer_id  TEXT NOT NULL,
  query       TEXT NOT NULL,
  at          BIGINT NOT NULL,
  sealed_name BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  name_hash   TEXT NOT NULL
);
CREATE INDEX saved_filter_by_officer ON saved_filter (officer_id, at);
