-- An answer that an officer has still to read presses from the day it came; it stood behind everything.
UPDATE case_file SET pressure = CASE WHEN urgency = 'URGENT' THEN 1 ELSE 2 END, presses_at = last_at
  WHERE step = 'CLOSE' AND closed_at IS NULL;
