-- Whether what follows from a restored backup is still to be done: rows beside forgotten keys are erased again, and a
-- day is left before anything erases itself.
ALTER TABLE key_shelf ADD COLUMN restored BIGINT NOT NULL DEFAULT 0;
