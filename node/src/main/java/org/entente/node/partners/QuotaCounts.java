package org.entente.node.partners;

import java.time.Duration;
import java.time.Instant;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Counts acts against the quotas of agreements, by calendar day in UTC and by direction. Both nodes
 * count: the sender when it releases, the receiver when it takes. Safe for use by many threads.
 */
public final class QuotaCounts {
  private final Store store;

  public QuotaCounts(Store store) {
    this.store = store;
  }

  /** Counts acts that were released or taken, in their transaction. */
  public void count(Tx tx, String agreement, Act act, int times, Instant at) {
    tx.sql(
            """
            INSERT INTO act_use (agreement, day, act, side, partner, used)
            VALUES (:agreement, :day, :act, :side, :partner, :times)
            ON CONFLICT (agreement, day, act, side, partner) DO UPDATE
            SET used = act_use.used + excluded.used
            """)
        .param("times", times)
        .param("agreement", agreement)
        .param("day", day(at))
        .param("act", act.kind().name())
        .param("side", act.from().value())
        .param("partner", act.to().value())
        .update();
  }

  /** How many such acts went from one authority to the other on the day of an instant. */
  public int used(String agreement, ActKind kind, AuthorityId from, AuthorityId to, Instant at) {
    return store.read(tx -> used(tx, agreement, kind, from, to, at));
  }

  /** The same within a transaction, with what it and those before it counted. */
  static int used(
      Reads tx, String agreement, ActKind kind, AuthorityId from, AuthorityId to, Instant at) {
    return tx.sql(
            """
            SELECT used
            FROM act_use
            WHERE agreement = :agreement AND day = :day AND act = :act AND side = :side
              AND partner = :partner
            """)
        .param("agreement", agreement)
        .param("day", day(at))
        .param("act", kind.name())
        .param("side", from.value())
        .param("partner", to.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private static long day(Instant at) {
    return Duration.between(Instant.EPOCH, at).toDays();
  }
}
