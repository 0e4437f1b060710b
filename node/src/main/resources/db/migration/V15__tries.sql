-- How often a file was begun without a row being taken: what cannot be worked with is given up and says so, also
-- when it ends the process each time.
ALTER TABLE record_import ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE screening ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
