package org.entente.node.countersigning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.TwoHeads;
import org.entente.node.act.TwoHands;
import org.entente.node.officers.OfficerId;

/**
 * Why nothing is exchanged with a partner, with the two heads that do not fit.
 *
 * @param partner whose log it is; this authority itself when its own log is the matter
 * @param code stable, as partners are told
 * @param origin of the log that the partner wants to go on with, where that is the matter
 * @param askedBy who asked to lift it; another officer confirms
 */
public record LogStop(
    UUID id,
    AuthorityId partner,
    String code,
    TwoHeads heads,
    Optional<String> origin,
    Instant stoppedAt,
    Optional<OfficerId> askedBy,
    Optional<OfficerId> liftedBy,
    Optional<Instant> liftedAt) {
  /** Two histories signed by one key. */
  public static final String FORKED = "log-forked";

  /** A head with fewer entries after one with more. */
  public static final String ROLLED_BACK = "log-rolled-back";

  /** A larger head without the proof that it only adds. */
  public static final String NOT_CONTINUED = "log-not-continued";

  /** The partner restored a backup, says so, and goes on with a new log. */
  public static final String BEGUN_ANEW = "log-begun-anew";

  /**
   * A partner holds a head, signed here, with more entries than there are: a backup was restored.
   */
  public static final String OWN_BEHIND = "own-log-behind";

  /** A partner holds a head, signed here, that these entries do not give. */
  public static final String OWN_DIFFERS = "own-log-differs";

  /** What the database holds as the partner's identity is not what the agreement's annex names. */
  public static final String IDENTITY_DIFFERS = "identity-differs";

  /** Whether it is about the log of this node. */
  public boolean own() {
    return code.startsWith("own-");
  }

  public boolean open() {
    return liftedAt.isEmpty();
  }

  /** The two persons who lift it. */
  public TwoHands lifting() {
    return own() ? TwoHands.OWN_STOP : TwoHands.PARTNER_STOP;
  }
}
