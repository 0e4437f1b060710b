-- The newest time of which the node has proof; nothing is erased by a clock that lies far from it.
CREATE TABLE proven_time (at BIGINT NOT NULL);
