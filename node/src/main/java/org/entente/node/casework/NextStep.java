package org.entente.node.casework;

import java.util.Optional;
import org.entente.agreement.ActKind;

/** What a matter needs next, and whose turn that is. */
public enum NextStep {
  FINISH(Turn.DESK),
  CHANGE(Turn.DESK),
  TRIAGE(Turn.DESK),
  ANSWER(Turn.DESK),
  CLARIFY(Turn.DESK),
  /** Read what the partner answered, and close. */
  CLOSE(Turn.DESK),
  RELEASE(Turn.APPROVER),
  DELIVER(Turn.PARTNER),
  AWAIT_ANSWER(Turn.PARTNER),
  AWAIT_CLARIFICATION(Turn.PARTNER),
  AWAIT_CLOSURE(Turn.PARTNER),
  NOTHING(Turn.NOBODY);

  private final Turn turn;

  NextStep(Turn turn) {
    this.turn = turn;
  }

  public Turn turn() {
    return turn;
  }

  /**
   * The next step of a case.
   *
   * @param pending state of the newest message that has not reached its receiver
   * @param triaged whether an officer said how the information is reached
   */
  static NextStep of(CaseRows.Row file, Optional<MessageState> pending, boolean triaged) {
    if (pending.equals(Optional.of(MessageState.AWAITING_APPROVAL))) {
      return RELEASE;
    }
    if (pending.equals(Optional.of(MessageState.RELEASED))) {
      return DELIVER;
    }
    if (file.closedAt().isPresent() || file.erasedAt().isPresent()) {
      return NOTHING;
    }
    if (pending.isPresent()) {
      return pending.get() == MessageState.DRAFT ? FINISH : CHANGE;
    }
    return switch (file.side()) {
      case OURS ->
          switch (file.state()) {
            case OPEN -> AWAIT_ANSWER;
            case CLARIFICATION -> CLARIFY;
            case ANSWERED, REFUSED -> CLOSE;
            case PREPARING, CLOSED, STOPPED -> NOTHING;
          };
      case THEIRS ->
          switch (file.state()) {
            case OPEN -> file.opening() == ActKind.REQUEST && !triaged ? TRIAGE : ANSWER;
            case CLARIFICATION -> AWAIT_CLARIFICATION;
            case ANSWERED, REFUSED -> AWAIT_CLOSURE;
            case PREPARING, CLOSED, STOPPED -> NOTHING;
          };
    };
  }
}
