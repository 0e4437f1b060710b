-- Persons and things of a case that were taken out as a file of another format stand beside its evidence files.
ALTER TABLE evidence_export ADD COLUMN format TEXT NOT NULL DEFAULT 'asice';
