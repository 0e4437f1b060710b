package org.entente.node.web.cases;

import java.util.List;
import java.util.Optional;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.MessageView;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.web.frame.Markup;
import org.entente.node.web.frame.Reader;

/**
 * Says after a step that it was done, and who acts next. It tells of the message as it stands when
 * the page is shown, so an address that is opened again, or made up, says nothing that is not so.
 */
final class Done {
  /** A page names so many who can release; more are not read. */
  private static final int NAMED = 5;

  private Done() {}

  /** The address of a case after a step with one of its messages. */
  static String place(MessageStep step) {
    return "/cases/" + step.caseId() + "?done=" + step.message();
  }

  static Markup said(Reader reader, CaseView view, MessageView message, Officers officers) {
    String partner = reader.name(view.summary().partner().value());
    return switch (message.state()) {
      case DRAFT -> reader.say("done.draft");
      case RETURNED ->
          reader.wrote(message)
              ? reader.say("done.draft")
              : reader.say("done.returned", name(officers, message.draftedBy()));
      case AWAITING_APPROVAL -> {
        String releasers = releasers(officers, message);
        yield releasers.isEmpty()
            ? reader.say("done.waits-for-nobody")
            : reader.say("done.waits", releasers);
      }
      case RELEASED -> reader.say("done.released", partner);
      case DELIVERED -> reader.say("done.delivered", partner);
      case REFUSED_BY_PARTNER -> reader.say("done.refused", partner);
      case DISCARDED -> reader.say("done.discarded");
      case RECEIVED -> reader.say("done.triaged");
    };
  }

  private static String name(Officers officers, Optional<OfficerId> id) {
    return id.flatMap(officers::nameOf).orElse("–");
  }

  /** Who can release what waits: those with the right, but the drafter. */
  static String releasers(Officers officers, MessageView message) {
    List<String> names =
        officers.all().stream()
            .filter(o -> Rights.may(o, Right.RELEASE))
            .filter(o -> TwoHands.MESSAGE.againstSecond(o, message.draftedBy()).isEmpty())
            .map(Officer::name)
            .sorted()
            .toList();
    String first = String.join(", ", names.stream().limit(NAMED).toList());
    return names.size() > NAMED ? first + " …" : first;
  }
}
