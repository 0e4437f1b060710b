package org.entente.node.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;

/**
 * A notice as officers see it.
 *
 * @param caseReference of the case its item belongs to
 * @param says what it says; empty once that went with its case, and while its item is restricted
 * @param before what stood in the item where a correction or report says otherwise; empty if not to
 *     be shown
 * @param answer of the origin, to a report of an inaccuracy or a request to pass its item on
 * @param misdatedAt when it was released by a clock that was wrong; it was sealed again at the time
 *     that is now its release
 * @param overdue whether an acknowledgement should have come by now
 * @param refusal why the partner's node did not take it, as a code
 */
public record NoticeView(
    MessageId id,
    AuthorityId partner,
    boolean ours,
    NoticeKind kind,
    MessageId about,
    CaseId caseId,
    String caseReference,
    Optional<MessageId> carries,
    NoticeState state,
    Optional<Notice> says,
    Optional<String> before,
    Optional<Answer> answer,
    Optional<OfficerId> firstBy,
    Optional<OfficerId> secondBy,
    Instant madeAt,
    Optional<Instant> releasedAt,
    Optional<Instant> misdatedAt,
    Optional<Instant> answeredAt,
    boolean overdue,
    Optional<String> refusal) {
  @Override
  public String toString() {
    return "NoticeView[" + id + "]";
  }

  /**
   * What an officer of the authority that gave an item answers about it.
   *
   * @param state waiting until a second person releases it
   */
  public record Answer(MessageId id, NoticeState state, Notice says, Optional<OfficerId> firstBy) {}

  /**
   * What of a case is followed: notices about its messages, and about what its messages pass on.
   */
  public record Followed(List<NoticeView> own, List<NoticeView> used) {
    public Followed {
      own = List.copyOf(own);
      used = List.copyOf(used);
    }
  }
}
