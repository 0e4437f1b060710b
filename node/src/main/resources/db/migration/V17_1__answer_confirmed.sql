-- A second person confirms what a person is told of what is held before the letter can be taken out.
ALTER TABLE supervision_look ADD COLUMN confirmed_by TEXT;
ALTER TABLE supervision_look ADD COLUMN confirmed_at BIGINT;
