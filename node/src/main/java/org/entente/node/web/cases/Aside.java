package org.entente.node.web.cases;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.entente.agreement.AccessClass;
import org.entente.agreement.Agreement;
import org.entente.agreement.Deadline;
import org.entente.agreement.DeadlineRule;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Urgency;
import org.entente.node.act.Right;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.PersonSought;
import org.entente.node.web.frame.Markup;
import org.entente.node.web.frame.Reader;

/**
 * What of a case is always in sight.
 *
 * @param done what the step before this page did; empty where there was none
 * @param place where on the page this officer takes the next step; empty where another has to
 * @param person whom it is about; empty where no request says so, or not to this officer
 * @param clock by when an answer is due; empty where none is
 * @param agreement what it was opened under; empty where this node does not hold it
 * @param dueBy by when the answer would be due, by how the information is reached
 * @param copyOwed whether a reply has to say what becomes of the copy for the contact points
 */
public record Aside(
    Optional<Markup> done,
    Optional<String> place,
    Optional<PersonSought> person,
    Optional<ClockPicture> clock,
    Optional<Agreement> agreement,
    Map<AccessClass, Instant> dueBy,
    boolean copyOwed) {

  /** Where on the page the next step is taken, if this officer is the one to take it. */
  static Optional<String> place(CaseView view, Reader reader) {
    return switch (view.step()) {
      case FINISH, CHANGE ->
          message(view, m -> m.state().changeable() && reader.wrote(m)).map("#message-"::concat);
      case RELEASE ->
          message(
                  view,
                  m ->
                      m.state() == MessageState.AWAITING_APPROVAL
                          && reader.may(Right.RELEASE)
                          && !reader.wrote(m))
              .map("#release-"::concat);
      case TRIAGE -> Optional.of("#triage").filter(any -> reader.may(Right.DRAFT));
      case ASK_AGAIN -> Optional.of("#house").filter(any -> reader.may(Right.DRAFT));
      case ANSWER, CLARIFY, CLOSE ->
          Optional.of("#send").filter(any -> reader.may(Right.DRAFT) && !view.next().isEmpty());
      case DELIVER,
          AWAIT_ANSWER,
          AWAIT_AUTHORITY,
          AWAIT_JUDGE,
          AWAIT_CLARIFICATION,
          AWAIT_CLOSURE,
          NOTHING ->
          Optional.empty();
    };
  }

  private static Optional<String> message(CaseView view, Predicate<MessageView> which) {
    return view.messages().stream().filter(which).findFirst().map(m -> m.id().toString());
  }

  /** Whom the case is about, as it is known since the last correction. */
  static Optional<PersonSought> person(CaseView view) {
    for (MessageView message : view.messages()) {
      Optional<PersonSought> about = message.corrected().about();
      if (about.isPresent()) {
        return about;
      }
    }
    return Optional.empty();
  }

  /** By when the answer would be due under each way of reaching it. */
  static Map<AccessClass, Instant> dueBy(CaseView view, DeadlineRule rule, Instant now) {
    Optional<Deadline> clock = view.summary().deadline();
    if (clock.isEmpty()) {
      return Map.of();
    }
    Urgency urgency = view.summary().urgency();
    Deadline set = clock.get();
    Map<AccessClass, Instant> due = new EnumMap<>(AccessClass.class);
    for (AccessClass access : AccessClass.values()) {
      due.put(
          access,
          new Deadline(
                  rule.label(urgency, access),
                  set.received(),
                  rule.limit(urgency, access),
                  set.events(),
                  set.answered())
              .dueAt(now));
    }
    return due;
  }

  /** The codes under which anything of the case came, for the mark on each printed page. */
  public static SortedSet<HandlingCode> handling(CaseView view) {
    SortedSet<HandlingCode> codes = new TreeSet<>();
    view.messages().forEach(message -> codes.addAll(message.content().handlingCodes()));
    return codes;
  }
}
