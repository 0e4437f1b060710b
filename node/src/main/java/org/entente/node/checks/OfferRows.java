package org.entente.node.checks;

import java.time.Instant;
import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows of offers: which partners may check, and how often one of their officers. */
final class OfferRows {
  private OfferRows() {}

  static void put(Tx tx, AuthorityId partner, int officerPerDay, OfficerId by, Instant now) {
    tx.sql(
            """
            INSERT INTO check_offer (partner, officer_per_day, changed_by, changed_at)
            VALUES (:partner, :perDay, :by, :now)
            ON CONFLICT (partner) DO UPDATE
            SET officer_per_day = excluded.officer_per_day, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at
            """)
        .param("partner", partner.value())
        .param("perDay", officerPerDay)
        .param("by", by.toString())
        .param("now", Times.micros(now))
        .update();
  }

  static long officerPerDay(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT officer_per_day FROM check_offer WHERE partner = :partner")
        .param("partner", partner.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  static List<AuthorityId> partners(Tx tx) {
    return tx.sql("SELECT partner FROM check_offer ORDER BY partner")
        .query((rs, n) -> new AuthorityId(rs.getString("partner")))
        .list();
  }
}
