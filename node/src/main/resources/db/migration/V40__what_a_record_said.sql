-- A decision on a match is about what the register said then; once it says something else it is asked anew.
ALTER TABLE possible_match ADD COLUMN record_said TEXT;
