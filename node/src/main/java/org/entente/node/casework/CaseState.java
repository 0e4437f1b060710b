package org.entente.node.casework;

import java.util.Optional;
import java.util.Set;
import org.entente.agreement.ActKind;

/**
 * Where a matter stands, and what moves it (after Directive (EU) 2023/977 Art. 5 and 6). Both nodes
 * run the same table on the same messages, so they agree once all messages have arrived.
 */
public enum CaseState {
  /** Nothing has left or arrived yet. */
  PREPARING,
  /** The request is with the requested authority; its clock runs. */
  OPEN,
  /** The requested authority asked for clarification; its clock stands still. */
  CLARIFICATION,
  ANSWERED,
  REFUSED,
  /** Information that nobody asked for has arrived; either side ends the matter. */
  INFORMED,
  CLOSED,
  /** The partner's node did not take the opening message. */
  STOPPED;

  private static final Set<CaseState> ANSWERABLE = Set.of(OPEN, CLARIFICATION);
  private static final Set<CaseState> CLOSABLE =
      Set.of(OPEN, CLARIFICATION, ANSWERED, REFUSED, INFORMED);

  /** The state after a message of this kind has reached its receiver; empty if it moves nothing. */
  public Optional<CaseState> after(ActKind kind) {
    return switch (kind) {
      case REQUEST, CONSENT_REQUEST -> when(this == PREPARING, OPEN);
      case CLARIFICATION_QUESTION -> when(this == OPEN, CLARIFICATION);
      case CLARIFICATION_ANSWER -> when(this == CLARIFICATION, OPEN);
      case REPLY, CONSENT_GRANT -> when(ANSWERABLE.contains(this), ANSWERED);
      case REFUSAL, CONSENT_DENIAL -> when(ANSWERABLE.contains(this), REFUSED);
      case CLOSURE -> when(CLOSABLE.contains(this), CLOSED);
      // The matter stays where it is; only its clock moves.
      case JUDICIAL_DELAY -> when(ANSWERABLE.contains(this), this);
      case INFORMATION -> when(this == PREPARING, INFORMED);
      case CHECK, ALERT, EMERGENCY_DISCLOSURE, TRACE, TRAINING, JOINT_WORK, ONWARD_TRANSFER ->
          Optional.empty();
    };
  }

  /**
   * What the authority on this side may send now. {@code opening} is the kind of the message that
   * opened the matter: a question of consent is answered by consent or denial, a request otherwise.
   */
  public Set<ActKind> next(Side side, ActKind opening) {
    boolean consent = opening == ActKind.CONSENT_REQUEST;
    return switch (side) {
      case OURS ->
          switch (this) {
            case CLARIFICATION -> Set.of(ActKind.CLARIFICATION_ANSWER, ActKind.CLOSURE);
            case OPEN, ANSWERED, REFUSED, INFORMED -> Set.of(ActKind.CLOSURE);
            case PREPARING, CLOSED, STOPPED -> Set.of();
          };
      case THEIRS ->
          switch (this) {
            case OPEN ->
                consent
                    ? Set.of(ActKind.CONSENT_GRANT, ActKind.CONSENT_DENIAL)
                    : Set.of(
                        ActKind.CLARIFICATION_QUESTION,
                        ActKind.JUDICIAL_DELAY,
                        ActKind.REPLY,
                        ActKind.REFUSAL);
            case CLARIFICATION -> Set.of(ActKind.JUDICIAL_DELAY, ActKind.REPLY, ActKind.REFUSAL);
            case INFORMED -> Set.of(ActKind.CLOSURE);
            case PREPARING, ANSWERED, REFUSED, CLOSED, STOPPED -> Set.of();
          };
    };
  }

  /** Whether nothing more is expected of anybody. */
  public boolean ended() {
    return this == CLOSED || this == STOPPED;
  }

  private static Optional<CaseState> when(boolean applies, CaseState then) {
    return applies ? Optional.of(then) : Optional.empty();
  }
}
