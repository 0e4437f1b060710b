-- Which item that a partner gave may be passed on to which authority, as the partner answered (Directive (EU)
-- 2016/680 Art. 35(1)(e)). Kept on both nodes; why and for what stands sealed in the notices.
CREATE TABLE passing (
  asked_in  TEXT PRIMARY KEY REFERENCES notice (id),
  item      TEXT NOT NULL REFERENCES message (id),
  recipient TEXT NOT NULL,
  state     TEXT NOT NULL
);
CREATE INDEX passing_by_item ON passing (item, recipient);
