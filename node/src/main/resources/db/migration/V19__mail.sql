-- Whose message it is: the family that is told of its receipt.
ALTER TABLE outbox ADD COLUMN family TEXT NOT NULL DEFAULT 'kind';
UPDATE outbox SET family = 'note' WHERE message_id IN (SELECT id FROM agreement_step);
UPDATE outbox SET family = 'notice' WHERE message_id IN (SELECT id FROM notice);

-- What each partner's node understands: the list that it signed.
CREATE TABLE partner_abilities (
  partner    TEXT PRIMARY KEY,
  list       TEXT NOT NULL,
  signed_at  BIGINT NOT NULL,
  fetched_at BIGINT NOT NULL
);
