-- Evidence files. What was exchanged is kept as it was signed, under the content's own key, so that it goes with it.
ALTER TABLE message ADD COLUMN sealed_signed BYTEA;
ALTER TABLE notice ADD COLUMN sealed_signed BYTEA;

-- SHA-256 of the signed object inside, so that a receipt for another one is not taken.
ALTER TABLE outbox ADD COLUMN signed_digest TEXT;

-- What an entry without a matter is about: a message, a notice or a case.
ALTER TABLE ledger_entry ADD COLUMN item TEXT;
CREATE INDEX ledger_entry_by_item ON ledger_entry (item, position);

-- Who took an evidence file of a case, why, and what it bound: SHA-256 of the manifest's salt and the manifest.
CREATE TABLE evidence_export (
  id            TEXT PRIMARY KEY,
  case_id       TEXT NOT NULL REFERENCES case_file (id),
  officer_id    TEXT NOT NULL,
  at            BIGINT NOT NULL,
  position      BIGINT NOT NULL,
  restricted    BIGINT NOT NULL,
  time_stamped  BIGINT NOT NULL,
  manifest_hash TEXT NOT NULL,
  sealed_reason BYTEA NOT NULL,
  wrapped_key   BYTEA NOT NULL,
  salt          BYTEA NOT NULL,
  reason_hash   TEXT NOT NULL
);
CREATE INDEX evidence_export_by_case ON evidence_export (case_id, at);
