package org.entente.node.retention;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.OfficerId;

/**
 * One decision about keeping a case, with its reason.
 *
 * @param until to which date, for an extension
 * @param reason in an officer's words; empty once it went with the case
 */
public record ReviewStep(
    StepId id,
    CaseId caseId,
    Kind kind,
    State state,
    Optional<Instant> until,
    OfficerId firstBy,
    Optional<OfficerId> secondBy,
    Instant madeAt,
    Optional<Instant> decidedAt,
    String reason) {
  /** What is decided; the first two take a second person. */
  public enum Kind {
    EXTEND,
    ERASE,
    HOLD,
    LIFT_HOLD,
    RESTRICT,
    LIFT_RESTRICTION
  }

  /** Where it stands. */
  public enum State {
    WAITING,
    DONE,
    WITHDRAWN
  }

  @Override
  public String toString() {
    return "ReviewStep[" + id + "]";
  }
}
