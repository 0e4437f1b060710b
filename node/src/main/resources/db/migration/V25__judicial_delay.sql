-- What a requested authority announced of a delay for a judicial authorisation; it moves the clock.
CREATE TABLE judicial_delay (
  case_id      TEXT NOT NULL,
  announced_at BIGINT NOT NULL,
  expected_at  BIGINT NOT NULL,
  PRIMARY KEY (case_id, announced_at)
);
