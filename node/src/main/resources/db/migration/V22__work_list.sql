-- What a list shows of a matter beside its terms, sorts by and narrows to, so that each page of each
-- list is read from an index: who holds it, what happened last, whose turn it is and what presses.
ALTER TABLE case_file ADD COLUMN holder TEXT;
ALTER TABLE case_file ADD COLUMN last_kind TEXT;
ALTER TABLE case_file ADD COLUMN last_state TEXT;
ALTER TABLE case_file ADD COLUMN last_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_file ADD COLUMN last_by TEXT;
ALTER TABLE case_file ADD COLUMN step TEXT NOT NULL DEFAULT 'NOTHING';
ALTER TABLE case_file ADD COLUMN turn TEXT NOT NULL DEFAULT 'NOBODY';
ALTER TABLE case_file ADD COLUMN pressure BIGINT NOT NULL DEFAULT 2;
ALTER TABLE case_file ADD COLUMN presses_at BIGINT NOT NULL DEFAULT 0;

UPDATE case_file SET holder = (SELECT m.drafted_by FROM message m WHERE m.id = case_file.request);

UPDATE case_file SET
  last_kind = (SELECT m.kind FROM message m WHERE m.case_id = case_file.id
    ORDER BY COALESCE(m.arrived_at, m.released_at, m.drafted_at) DESC, m.id DESC LIMIT 1),
  last_state = (SELECT m.state FROM message m WHERE m.case_id = case_file.id
    ORDER BY COALESCE(m.arrived_at, m.released_at, m.drafted_at) DESC, m.id DESC LIMIT 1),
  last_at = COALESCE((SELECT COALESCE(m.arrived_at, m.released_at, m.drafted_at) FROM message m
    WHERE m.case_id = case_file.id
    ORDER BY COALESCE(m.arrived_at, m.released_at, m.drafted_at) DESC, m.id DESC LIMIT 1),
    case_file.opened_at);

UPDATE case_file SET step = CASE COALESCE((SELECT m.state FROM message m
    WHERE m.case_id = case_file.id
      AND m.state IN ('DRAFT', 'AWAITING_APPROVAL', 'RETURNED', 'RELEASED')
    ORDER BY m.id DESC LIMIT 1), '')
  WHEN 'AWAITING_APPROVAL' THEN 'RELEASE'
  WHEN 'RELEASED' THEN 'DELIVER'
  ELSE CASE WHEN closed_at IS NOT NULL OR erased_at IS NOT NULL THEN 'NOTHING'
    ELSE CASE COALESCE((SELECT m.state FROM message m
        WHERE m.case_id = case_file.id AND m.state IN ('DRAFT', 'RETURNED')
        ORDER BY m.id DESC LIMIT 1), '')
      WHEN 'DRAFT' THEN 'FINISH'
      WHEN 'RETURNED' THEN 'CHANGE'
      ELSE CASE side || ' ' || state
        WHEN 'OURS OPEN' THEN 'AWAIT_ANSWER'
        WHEN 'OURS CLARIFICATION' THEN 'CLARIFY'
        WHEN 'OURS ANSWERED' THEN 'CLOSE'
        WHEN 'OURS REFUSED' THEN 'CLOSE'
        WHEN 'THEIRS OPEN' THEN CASE WHEN opening = 'REQUEST' AND NOT EXISTS (
            SELECT 1 FROM deadline d WHERE d.case_id = case_file.id AND d.triaged = 1)
          THEN 'TRIAGE' ELSE 'ANSWER' END
        WHEN 'THEIRS CLARIFICATION' THEN 'AWAIT_CLARIFICATION'
        WHEN 'THEIRS ANSWERED' THEN 'AWAIT_CLOSURE'
        WHEN 'THEIRS REFUSED' THEN 'AWAIT_CLOSURE'
        ELSE 'NOTHING' END
      END
    END
  END;

UPDATE case_file SET turn = CASE
  WHEN step = 'RELEASE' THEN 'APPROVER'
  WHEN step IN ('FINISH', 'CHANGE', 'TRIAGE', 'ANSWER', 'CLARIFY', 'CLOSE') THEN 'DESK'
  WHEN step IN ('DELIVER', 'AWAIT_ANSWER', 'AWAIT_CLARIFICATION', 'AWAIT_CLOSURE') THEN 'PARTNER'
  ELSE 'NOBODY' END;

-- 0 where the clock runs, 1 urgent and 2 not where it stands or there is none, 3 once it is answered.
UPDATE case_file SET pressure = COALESCE((SELECT CASE
    WHEN d.answered_at IS NOT NULL THEN 3
    WHEN d.stands_since IS NULL AND d.due_at IS NOT NULL THEN 0 END
  FROM deadline d WHERE d.case_id = case_file.id),
  CASE WHEN urgency = 'URGENT' THEN 1 ELSE 2 END);

UPDATE case_file SET presses_at = CASE WHEN pressure = 0
  THEN (SELECT d.due_at FROM deadline d WHERE d.case_id = case_file.id) ELSE opened_at END;

DROP INDEX case_by_end;
-- What is counted is in the index, with the column that the condition names.
CREATE INDEX case_open_by_pressure ON case_file (pressure, presses_at, id, closed_at) WHERE closed_at IS NULL;
CREATE INDEX case_by_turn ON case_file (turn, pressure, presses_at, id);
CREATE INDEX case_by_holder ON case_file (holder, turn, pressure, presses_at, id, closed_at) WHERE closed_at IS NULL;
CREATE INDEX case_ended ON case_file (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX case_by_reference ON case_file (reference, id);
CREATE INDEX case_by_partner_reference ON case_file (partner_reference, id);

-- When an officer opened a matter last, and on which day a list named its person to them.
CREATE TABLE case_seen (
  officer_id TEXT NOT NULL,
  case_id    TEXT NOT NULL,
  seen_at    BIGINT,
  named_on   BIGINT,
  PRIMARY KEY (officer_id, case_id)
);
CREATE INDEX case_seen_by_case ON case_seen (case_id);

-- Who does an officer's work while they are away, and until when.
CREATE TABLE deputy (
  officer_id TEXT PRIMARY KEY,
  deputy_id  TEXT NOT NULL,
  until      BIGINT NOT NULL
);
CREATE INDEX deputy_by_deputy ON deputy (deputy_id);
