-- What became of an agreement is kept for each partner: an instrument of three is in force with those that ratified it,
-- and what one of them suspends or ends stays in force with the others. What was negotiated names its partner in its
-- step; what an administrator loaded counts with every partner whose identity was pinned by then.
CREATE TABLE agreement_life (
  hash     TEXT NOT NULL REFERENCES agreement (hash),
  partner  TEXT NOT NULL,
  position BIGINT NOT NULL,
  state    TEXT NOT NULL,
  at       BIGINT NOT NULL,
  side     TEXT NOT NULL,
  step     TEXT,
  PRIMARY KEY (hash, partner, state, at, side)
);

INSERT INTO agreement_life (hash, partner, position, state, at, side, step)
  SELECT a.hash, s.partner, a.position, a.state, a.at, a.side, a.step
  FROM agreement_status a JOIN agreement_step s ON s.id = a.step;

INSERT INTO agreement_life (hash, partner, position, state, at, side, step)
  SELECT a.hash, p.authority, a.position, a.state, a.at, a.side, a.step
  FROM agreement_status a CROSS JOIN partner p
  WHERE a.step IS NULL OR NOT EXISTS (SELECT 1 FROM agreement_step s WHERE s.id = a.step);

DROP TABLE agreement_status;
