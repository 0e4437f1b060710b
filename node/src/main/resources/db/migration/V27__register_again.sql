-- What was not understood of rows that were taken, and what a register that was sent again no longer holds.
ALTER TABLE import_fault ADD COLUMN taken BIGINT NOT NULL DEFAULT 0;
ALTER TABLE record_import ADD COLUMN marked BIGINT NOT NULL DEFAULT 0;
ALTER TABLE record_import ADD COLUMN departed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE record_import ADD COLUMN departed_choice TEXT;
