package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.Urgency;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;

/** Matters of partners that a person has to see to now, for those who are woken at night. */
public final class Pressing {
  Pressing() {}

  /**
   * A matter that waits for this authority.
   *
   * @param clock of the answer, while it runs
   */
  public record Matter(
      CaseId id, boolean urgent, Optional<OfficerId> holder, Optional<Clock> clock) {}

  /** From when until when an answer is due. */
  public record Clock(Instant received, Instant due) {}

  /**
   * What is urgent and held by nobody, and what has half of its time behind it: all of it, the
   * urgent first. A matter left out here would wake nobody.
   */
  public List<Matter> matters(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT c.id, c.urgency, c.holder, c.pressure, c.presses_at, d.received_at
            FROM case_file c
            LEFT JOIN deadline d ON d.case_id = c.id
            WHERE c.closed_at IS NULL AND c.side = 'THEIRS' AND c.restricted_at IS NULL
              AND ((c.urgency = 'URGENT' AND c.holder IS NULL AND c.pressure <> 3)
                OR (c.pressure = 0
                  AND d.received_at + (c.presses_at - d.received_at) / 2 <= :now))
            ORDER BY CASE WHEN c.urgency = 'URGENT' AND c.holder IS NULL THEN 0 ELSE 1 END,
              c.pressure, c.presses_at, c.id
            """)
        .param("now", Times.micros(now))
        .query(Pressing::matter)
        .list();
  }

  /** Matters that wait for a judge, or an authority of the own state, longer than they were to. */
  public List<CaseId> silentRoutes(Reads tx, Instant now) {
    return RouteRows.silent(tx, now);
  }

  private static Matter matter(ResultSet rs, int number) throws SQLException {
    boolean runs = rs.getLong("pressure") == 0;
    Optional<Instant> received = Times.instant(rs.getObject("received_at"));
    Instant due = Times.instant(rs.getLong("presses_at"));
    return new Matter(
        CaseId.of(rs.getString("id")),
        Urgency.valueOf(rs.getString("urgency")) == Urgency.URGENT,
        Optional.ofNullable(rs.getString("holder")).map(OfficerId::of),
        received.filter(at -> runs).map(at -> new Clock(at, due)));
  }
}
