-- How often the persons of a match had been corrected when an officer decided: after a correction the decision is asked for anew.
ALTER TABLE possible_match ADD COLUMN corrections INTEGER;

-- When something was released by a clock that ran ahead; it was sealed again at the time that is now its release.
ALTER TABLE message ADD COLUMN misdated_at BIGINT;
ALTER TABLE notice ADD COLUMN misdated_at BIGINT;
