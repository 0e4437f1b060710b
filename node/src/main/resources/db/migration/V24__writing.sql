-- What is being written is saved while it is typed: one row for each form that was opened, so that two tabs never
-- overwrite each other; its version tells a copy of a tab from the tab.
DROP INDEX unsent_by_place;
ALTER TABLE unsent ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE unsent ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
UPDATE unsent SET since = at;

-- The case, message or other matter that the form belongs to; colleagues see who writes there, and its erasure takes the text along.
ALTER TABLE unsent ADD COLUMN matter TEXT;
CREATE INDEX unsent_by_officer ON unsent (officer_id, at);
CREATE INDEX unsent_by_matter ON unsent (matter);
CREATE INDEX unsent_by_time ON unsent (at);

-- Whom an officer asked last begins their next request.
CREATE INDEX message_by_drafter ON message (drafted_by, kind, drafted_at);
