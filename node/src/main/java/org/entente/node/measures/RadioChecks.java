package org.entente.node.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.partners.Partner;

/**
 * How a partner's post has answered radio checks.
 *
 * @param permitted whether an agreement lets the partner be alerted, and so be asked
 * @param askedAt when the last one left
 * @param answeredAt when a person answered last
 * @param took how long that took since it left
 * @param asked how many left within {@link #BACK}
 * @param answered how many of them a person answered
 * @param overdue whether it is permitted and nobody answered one within {@link #EVERY}
 */
public record RadioChecks(
    AuthorityId partner,
    boolean permitted,
    Optional<Instant> askedAt,
    Optional<Instant> answeredAt,
    Optional<Duration> took,
    int asked,
    int answered,
    boolean overdue) {
  /** A post that nobody has tried for so long may have been forgotten. */
  public static final Duration EVERY = Duration.ofDays(31);

  /** For how long back they are counted. */
  public static final Duration BACK = Duration.ofDays(366);

  /** One to which nobody answered holds up the next for so long. */
  static final Duration APART = Duration.ofHours(1);

  /** One that left. */
  record Asked(Instant at, Optional<Instant> answeredAt) {}

  /**
   * @param asked within {@link #BACK}, the newest first
   */
  static RadioChecks of(Partner partner, boolean permitted, List<Asked> asked, Instant now) {
    Optional<Asked> last = asked.stream().filter(each -> each.answeredAt().isPresent()).findFirst();
    Optional<Instant> answeredAt = last.flatMap(Asked::answeredAt);
    boolean recent = answeredAt.filter(at -> at.isAfter(now.minus(EVERY))).isPresent();
    return new RadioChecks(
        partner.id(),
        permitted,
        asked.stream().findFirst().map(Asked::at),
        answeredAt,
        last.map(each -> Duration.between(each.at(), each.answeredAt().orElseThrow())),
        asked.size(),
        (int) asked.stream().filter(each -> each.answeredAt().isPresent()).count(),
        permitted && !recent);
  }
}
