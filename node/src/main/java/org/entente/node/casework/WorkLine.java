package org.entente.node.casework;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.UrgencyReason;
import org.entente.node.officers.OfficerId;

/**
 * A matter as one line of the work list.
 *
 * @param opening what opened the matter, as it may be read now; empty where nothing is left of it
 * @param ground why it is urgent
 * @param last what happened last
 * @param unread whether that happened after the officer had opened the matter last
 */
public record WorkLine(
    CaseSummary summary,
    Optional<Content> opening,
    Optional<UrgencyReason> ground,
    Last last,
    boolean unread,
    Optional<OfficerId> holder,
    NextStep step) {
  /**
   * The newest move of a message of the matter.
   *
   * @param kind empty where there is no message
   */
  public record Last(Optional<ActKind> kind, Optional<MessageState> state, Instant at) {}

  /** Whom the matter is about, where that may be shown. */
  public Optional<PersonSought> person() {
    return opening.flatMap(Content::about);
  }

  /** What a request that is still being begun calls the person; empty for every other matter. */
  public Optional<String> begun() {
    return opening
        .filter(content -> content.kind() == ActKind.REQUEST)
        .map(content ->
            content instanceof Content.Unfinished u
                ? (u.text("givenName") + " " + u.text("familyName")).strip()
                : null);
  }

  /** Whether the line names a person, which is a look at them. */
  boolean names() {
    return person().isPresent() || begun().filter(name -> !name.isEmpty()).isPresent();
  }

  /** Why what the matter is about cannot be shown. */
  public Optional<Content.Withheld.Why> withheld() {
    return opening.map(content -> content instanceof Content.Withheld w ? w.why() : null);
  }

  @Override
  public String toString() {
    return "WorkLine[" + summary.id() + "]";
  }
}
