-- Files that were found missing or changed on this disk, until they are found whole again.
CREATE TABLE damaged_file (
  attachment TEXT PRIMARY KEY,
  damage     TEXT NOT NULL,
  found_at   BIGINT NOT NULL
);
