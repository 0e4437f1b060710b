package org.entente.node.web.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.node.countersigning.Witnessing;
import org.entente.node.delivery.Outbox;
import org.entente.node.duty.PartnerPosts;
import org.entente.node.measures.RadioChecks;
import org.entente.node.partners.Partner;

/**
 * How a partner stands to this node.
 *
 * @param agreements between the two, those in force first
 * @param waiting what left for it and has no receipt
 * @param tookLast when it took a message of ours last
 * @param gaveLast when it gave us one last
 * @param ledgers how the two ledgers stand; empty before they were compared
 * @param post what it says of its duty post, where that reaches nobody
 * @param radio how its post has answered radio checks; empty for anyone who may not read that
 * @param certificatesEnd when the first of its certificates ends
 * @param open matters with it that are open
 * @param due of those, how many are overdue or due today
 */
public record PartnerStanding(
    Partner partner,
    List<Agreement> agreements,
    Outbox.Unreceipted waiting,
    Optional<Instant> tookLast,
    Optional<Instant> gaveLast,
    Optional<Witnessing> ledgers,
    Optional<PartnerPosts.Silent> post,
    Optional<RadioChecks> radio,
    Instant certificatesEnd,
    long open,
    long due) {

  /** In one word how it is, the worst first. */
  public enum Line {
    /** Nothing is exchanged until two persons have looked. */
    STOPPED,
    /** Its node did not answer when it was asked last. */
    SILENT,
    /** It answered, and something waits for it. */
    BEHIND,
    GOOD,
    /** It was never asked. */
    UNKNOWN
  }

  public Line line() {
    if (ledgers.flatMap(Witnessing::stop).isPresent()) {
      return Line.STOPPED;
    }
    if (ledgers.flatMap(Witnessing::refusal).isPresent() || waiting.fault().isPresent()) {
      return Line.SILENT;
    }
    if (waiting.count() > 0) {
      return Line.BEHIND;
    }
    return ledgers.flatMap(Witnessing::seenAt).isPresent() ? Line.GOOD : Line.UNKNOWN;
  }
}
