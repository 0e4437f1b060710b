-- Which lane a waiting message takes, and what it must not overtake: the others of its matter. A
-- message without a matter leaves alone, after all before it and before all behind it; so does
-- what waited before there were lanes.
ALTER TABLE outbox ADD COLUMN lane TEXT NOT NULL DEFAULT 'ORDINARY';
ALTER TABLE outbox ADD COLUMN matter TEXT NOT NULL DEFAULT '';
CREATE INDEX outbox_by_lane ON outbox (partner, lane, position);
CREATE INDEX outbox_by_matter ON outbox (partner, matter);
