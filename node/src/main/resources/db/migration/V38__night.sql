-- Until when a measure that asks one partner for something is to be answered; empty for other kinds.
ALTER TABLE measure_leg ADD COLUMN due_at BIGINT;
CREATE INDEX measure_leg_due ON measure_leg (due_at) WHERE course = 'OPEN' AND due_at IS NOT NULL;

-- What each partner's node signed last of its duty post: whether an alert would reach a person there.
CREATE TABLE partner_post (
  partner   TEXT PRIMARY KEY,
  said      TEXT NOT NULL,
  signed_at BIGINT NOT NULL
);

CREATE INDEX measure_radio_check ON measure (direction) WHERE kind = 'RADIO_CHECK';
