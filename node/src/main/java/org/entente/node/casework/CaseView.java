package org.entente.node.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.ActKind;

/**
 * A case as its page shows it.
 *
 * @param partnerReference how the partner calls the same matter, once it has said so
 * @param matter the message that opened it; the same on both nodes and in both ledgers
 * @param messages in the order in which they were written or came
 * @param next what this authority may send now
 * @param step what the matter needs next
 * @param erasedAt when everything it said was destroyed
 * @param restricted whether the processing of the whole case is restricted
 */
public record CaseView(
    CaseSummary summary,
    Optional<String> partnerReference,
    UUID matter,
    List<MessageView> messages,
    Set<ActKind> next,
    NextStep step,
    Optional<Instant> erasedAt,
    boolean restricted) {
  @Override
  public String toString() {
    return "CaseView[" + summary.id() + "]";
  }
}
