-- Before each answer and each question its officer's others are counted. The counts are read from the index alone,
-- so that they take no longer when statements and answers of a whole year lie beside them.
CREATE INDEX check_answered_by_officer ON check_answered (partner, officer, at, listed, code, subjects);
CREATE INDEX check_question_by_name ON check_question (asked_by, name_digest);
CREATE INDEX check_question_by_born ON check_question (asked_by, born_digest);
