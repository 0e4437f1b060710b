-- Why an officer said that somebody is the person of a request, sealed under a key of its own.
ALTER TABLE possible_match ADD COLUMN sealed_ground BYTEA;
ALTER TABLE possible_match ADD COLUMN ground_key BYTEA;
ALTER TABLE possible_match ADD COLUMN ground_salt BYTEA;
ALTER TABLE possible_match ADD COLUMN ground_hash TEXT;

-- What nobody has decided yet was found by rules that let a shared birthday outweigh contradicting names: all of it is
-- looked for again. What was decided stays.
DELETE FROM possible_match WHERE state = 'OPEN';
DELETE FROM record_pair WHERE state = 'OPEN';
DELETE FROM record_follower WHERE name IN ('cross-check', 'duplicates');
