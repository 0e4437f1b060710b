package org.entente.node.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/**
 * What checks of one officer look like when an officer tries names and dates out instead of asking
 * about a case. Plain counts; each says itself what it has seen.
 */
final class Fishing {
  /** The time that is looked at. */
  static final Duration WINDOW = Duration.ofHours(24);

  /** So many different dates of birth with one name: a passport shows one, a doubt two or three. */
  static final int DATES_OF_ONE_NAME = 6;

  /** So many different names with one date of birth: a list is asked as a list. */
  static final int NAMES_OF_ONE_DATE = 8;

  /** The time in which a burst is counted. */
  static final Duration BURST_WINDOW = Duration.ofMinutes(10);

  /** Nobody writes so many single questions with their reasons in ten minutes. */
  static final int BURST = 60;

  private Fishing() {}

  /** What an officer's questions look like with one more; seen by the asker's own node. */
  static Optional<StopPattern> seen(
      Tx tx, OfficerId officer, String name, String born, Instant now) {
    Instant since = StopRows.lookedAt(tx, officer.toString(), now.minus(WINDOW));
    if (!name.isEmpty()
        && others(tx, officer, "born_digest", "name_digest", name, born, since)
            >= DATES_OF_ONE_NAME - 1) {
      return Optional.of(StopPattern.DATES_TRIED);
    }
    if (!born.isEmpty()
        && others(tx, officer, "name_digest", "born_digest", born, name, since)
            >= NAMES_OF_ONE_DATE - 1) {
      return Optional.of(StopPattern.NAMES_TRIED);
    }
    Instant burst = StopRows.lookedAt(tx, officer.toString(), now.minus(BURST_WINDOW));
    long lately =
        tx.sql(
                """
                SELECT COUNT(*)
                FROM check_question
                WHERE asked_by = :by AND asked_at > :since AND list_id IS NULL
                """)
            .param("by", officer.toString())
            .param("since", Times.micros(burst))
            .query(Long.class)
            .single();
    return lately >= BURST ? Optional.of(StopPattern.BURST) : Optional.empty();
  }

  private static long others(
      Tx tx,
      OfficerId officer,
      String varies,
      String stays,
      String value,
      String now,
      Instant since) {
    return tx.sql(
            """
            SELECT COUNT(DISTINCT %s)
            FROM check_question
            WHERE asked_by = :by AND list_id IS NULL AND %s = :value AND %s <> :now
              AND asked_at > :since
            """
                .formatted(varies, stays, varies))
        .param("by", officer.toString())
        .param("value", value)
        .param("now", now)
        .param("since", Times.micros(since))
        .query(Long.class)
        .single();
  }

  /**
   * Whether a partner's officer asks a burst with so many subjects more; the owner sees counts
   * only.
   */
  static boolean burst(Reads tx, AuthorityId partner, String officer, int subjects, Instant now) {
    Instant since = StopRows.lookedAt(tx, officer, now.minus(BURST_WINDOW));
    return AnsweredRows.single(tx, partner, officer, since) + subjects > BURST;
  }
}
