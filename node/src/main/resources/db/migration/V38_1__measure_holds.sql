-- What is needed in proceedings is not erased until another person says so; why, under the key of the measure.
CREATE TABLE measure_hold (
  measure_id TEXT PRIMARY KEY REFERENCES measure (id),
  held_by    TEXT NOT NULL,
  held_at    BIGINT NOT NULL,
  sealed_why BYTEA NOT NULL
);
