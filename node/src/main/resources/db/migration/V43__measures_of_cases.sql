-- The case that an urgent measure belongs to, as an officer said: it goes along in that case's evidence file.
CREATE TABLE measure_case (
  measure_id TEXT PRIMARY KEY REFERENCES measure (id),
  case_id    TEXT NOT NULL REFERENCES case_file (id),
  joined_by  TEXT NOT NULL,
  joined_at  BIGINT NOT NULL
);
CREATE INDEX measure_case_by_case ON measure_case (case_id);

-- Evidence files of what a measure was between this authority and one partner.
CREATE TABLE measure_export (
  id            TEXT PRIMARY KEY,
  measure_id    TEXT NOT NULL REFERENCES measure (id),
  partner       TEXT NOT NULL,
  officer_id    TEXT NOT NULL,
  at            BIGINT NOT NULL,
  position      BIGINT NOT NULL,
  time_stamped  BIGINT NOT NULL,
  manifest_hash TEXT NOT NULL,
  sealed_reason BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  reason_hash   TEXT NOT NULL
);
CREATE INDEX measure_export_by_measure ON measure_export (measure_id, at);
