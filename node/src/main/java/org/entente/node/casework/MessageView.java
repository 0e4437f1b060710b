package org.entente.node.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.delivery.Receipt;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;

/**
 * One message of a case, opened for an officer who may read it.
 *
 * @param notUnderstood names of fields that the partner's newer node sent and this one cannot show
 * @param bodyHash SHA-256 of salt and content as both ledgers hold it, hexadecimal
 * @param articles on which it left or was taken; empty for a draft
 * @param releasedAt when it left; when it was sealed again, if the clock was wrong before
 * @param misdatedAt when it was released by a clock that was wrong; empty where none was
 * @param arrivedAt when it reached the node of its receiver, by the receiver's clock
 * @param givenBack what an approver gave back last, and why; without the version once the content
 *     is withheld
 * @param seen stands for what this message holds now; a step that names it is taken on this alone
 * @param corrections of what it says, the oldest first; none while that is withheld
 * @param fault why the last attempt to deliver failed, as a code; empty when none did
 */
public record MessageView(
    MessageId id,
    Direction direction,
    MessageState state,
    Header header,
    Content content,
    List<String> notUnderstood,
    String bodyHash,
    List<String> articles,
    Optional<OfficerId> draftedBy,
    Instant draftedAt,
    Optional<OfficerId> releasedBy,
    Optional<Instant> releasedAt,
    Optional<Instant> misdatedAt,
    Optional<Instant> arrivedAt,
    Optional<GivenBack> givenBack,
    Optional<Receipt> receipt,
    Optional<String> fault,
    String seen,
    List<Corrections.Corrected> corrections) {
  /** What it says with what was corrected since; {@link #content} is what was exchanged. */
  public Content corrected() {
    return Corrections.applied(content, corrections);
  }

  @Override
  public String toString() {
    return "MessageView[" + id + "]";
  }
}
