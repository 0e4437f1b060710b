package org.entente.node.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.casework.MessageView;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.NoticeView;
import org.entente.node.followup.Passages;
import org.entente.node.followup.PassingOn;
import org.entente.node.followup.Recipient;
import org.entente.node.retention.ReviewView;

/**
 * What a case page shows beside the messages: how long the case is kept, notices, and whom each
 * message was given to.
 *
 * @param recipients by message; only where there are any
 * @param uses what a message passes on, by message; only where there is anything
 * @param missing what keeps a draft from leaving until its origin consents, by draft
 * @param leaving what would be decided on a message that has not left
 * @param changes what differs from the version that was given back; only where there is one
 */
public record Care(
    Optional<ReviewView> review,
    NoticeView.Followed followed,
    Map<MessageId, List<Recipient>> recipients,
    Map<MessageId, List<MessageId>> uses,
    Map<MessageId, List<PassingOn.Missing>> missing,
    Map<MessageId, Foreseen> leaving,
    Map<MessageId, List<Change>> changes) {

  /** On what a message would leave, or what stands against it. */
  public Optional<Foreseen> mayLeave(MessageId message) {
    return Optional.ofNullable(leaving.get(message));
  }

  /** Whether there is more about a message than what it says, so that it is not folded away. */
  public boolean opens(MessageId message) {
    return !about(message).isEmpty() || !missingFor(message).isEmpty();
  }

  /** What differs from the version that was given back. */
  public List<Change> changesOf(MessageId message) {
    return changes.getOrDefault(message, List.of());
  }

  /** The notices about one message. */
  public List<NoticeView> about(MessageId message) {
    return followed.own().stream().filter(n -> n.about().equals(message)).toList();
  }

  public List<Recipient> recipientsOf(MessageId message) {
    return recipients.getOrDefault(message, List.of());
  }

  public List<MessageId> usedIn(MessageId message) {
    return uses.getOrDefault(message, List.of());
  }

  public List<PassingOn.Missing> missingFor(MessageId draft) {
    return missing.getOrDefault(draft, List.of());
  }

  /** What of a message a correction can name. */
  public Set<String> passages(MessageView message) {
    return Passages.of(message.content()).keySet();
  }
}
