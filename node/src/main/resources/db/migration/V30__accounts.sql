-- What an administrator sees of an account: when it was used last, and whether its password is known
-- to the administrator who set it.
ALTER TABLE officer ADD COLUMN signed_in_at BIGINT;
ALTER TABLE officer ADD COLUMN own_password BIGINT NOT NULL DEFAULT 0;
