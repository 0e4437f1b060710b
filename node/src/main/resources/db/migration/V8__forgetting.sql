-- Forgetting. Columns that held a wrapped content key hold its reference from now on; the key itself lies on the
-- key shelf, outside this database (docs/decisions/0004-key-shelf.md).

-- The shelf this database belongs to, and how many keys it had forgotten when this database was last told.
CREATE TABLE key_shelf (
  id       TEXT PRIMARY KEY,
  forgotten BIGINT NOT NULL
);

-- Keys whose content is erased here and that the shelf has not forgotten yet: empty but for moments.
CREATE TABLE forgotten_key (
  reference BYTEA PRIMARY KEY
);
