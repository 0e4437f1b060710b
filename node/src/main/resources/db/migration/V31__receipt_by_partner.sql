-- The page of partners asks for the newest receipt of each.
CREATE INDEX receipt_by_partner ON receipt (partner, direction, at);
