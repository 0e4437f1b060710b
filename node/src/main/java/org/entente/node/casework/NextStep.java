package org.entente.node.casework;

import java.util.Optional;
import org.entente.agreement.ActKind;

/** What a matter needs next, and whose turn that is. */
public enum NextStep {
  FINISH(Turn.DESK),
  CHANGE(Turn.DESK),
  TRIAGE(Turn.DESK),
  ANSWER(Turn.DESK),
  /** An authority of the own state was asked and did not answer in time. */
  ASK_AGAIN(Turn.DESK),
  AWAIT_AUTHORITY(Turn.AUTHORITY),
  AWAIT_JUDGE(Turn.AUTHORITY),
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
   * @param awaited whom of the own state it waits for
   */
  static NextStep of(
      CaseRows.Row file,
      Optional<MessageState> pending,
      boolean triaged,
      RouteRows.Awaited awaited) {
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
            case INFORMED -> AWAIT_CLOSURE;
            case PREPARING, CLOSED, STOPPED -> NOTHING;
          };
      case THEIRS ->
          switch (file.state()) {
            case OPEN ->
                switch (awaited) {
                  case AUTHORITY -> AWAIT_AUTHORITY;
                  case JUDGE -> AWAIT_JUDGE;
                  case LATE -> ASK_AGAIN;
                  case NOBODY -> file.opening() == ActKind.REQUEST && !triaged ? TRIAGE : ANSWER;
                };
            case CLARIFICATION -> AWAIT_CLARIFICATION;
            case ANSWERED, REFUSED -> AWAIT_CLOSURE;
            case INFORMED -> CLOSE;
            case PREPARING, CLOSED, STOPPED -> NOTHING;
          };
    };
  }
}
