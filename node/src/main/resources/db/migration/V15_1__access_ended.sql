-- Since when an officer's sessions count: what was signed in before was ended by a new password or an administrator.
ALTER TABLE officer ADD COLUMN ended_at BIGINT NOT NULL DEFAULT 0;
