-- Pages that are open at a post, as they last said themselves: of an officer, or of a board on its wall.
-- One that would be heard was armed when it was seen last.
CREATE TABLE duty_page (
  holder   TEXT NOT NULL,
  page     TEXT NOT NULL,
  armed_at BIGINT,
  visible  BIGINT NOT NULL,
  seen_at  BIGINT NOT NULL,
  PRIMARY KEY (holder, page)
);

-- A board signs in with a secret of its own, of which only the digest is kept; it speaks its maker's language.
CREATE TABLE duty_board (
  id         TEXT PRIMARY KEY,
  post       TEXT NOT NULL,
  label      TEXT NOT NULL,
  digest     TEXT NOT NULL UNIQUE,
  language   TEXT NOT NULL,
  zone       TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  revoked_at BIGINT
);

-- A watch that changes hands: what the node and the outgoing officer say, sealed; signed and accepted apart.
CREATE TABLE duty_handover (
  id          TEXT PRIMARY KEY,
  post        TEXT NOT NULL,
  made_at     BIGINT NOT NULL,
  signed_by   TEXT,
  accepted_by TEXT,
  accepted_at BIGINT,
  sealed_page BYTEA NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt        BYTEA NOT NULL,
  page_hash   TEXT NOT NULL
);
CREATE INDEX duty_handover_by_post ON duty_handover (post, made_at);

-- Within how many minutes who begins a watch accepts it; 0 where nobody asks.
ALTER TABLE duty_post ADD COLUMN accept_minutes BIGINT NOT NULL DEFAULT 0;
