package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
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

  /**
   * How a matter is called where everybody at a post reads it: nobody is named.
   *
   * @param due when the answer is, while its clock runs
   */
  public record Called(CaseId id, String reference, AuthorityId partner, Optional<Instant> due) {}

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

  /** How these matters are called; what is restricted is called by its reference all the same. */
  public List<Called> called(Reads tx, Collection<CaseId> ids) {
    return ids.isEmpty()
        ? List.of()
        : tx.sql(
                """
                SELECT id, reference, partner, pressure, presses_at
                FROM case_file
                WHERE id IN (:ids)
                """)
            .param("ids", ids.stream().map(CaseId::toString).toList())
            .query(Pressing::called)
            .list();
  }

  /** Matters of partners whose answer is due before this instant, or late; the first first. */
  public List<Called> dueBefore(Reads tx, Instant until, int most) {
    return tx.sql(
            """
            SELECT id, reference, partner, pressure, presses_at
            FROM case_file
            WHERE closed_at IS NULL AND side = 'THEIRS' AND restricted_at IS NULL AND pressure = 0
              AND presses_at < :until
            ORDER BY presses_at, id LIMIT :most
            """)
        .param("until", Times.micros(until))
        .param("most", most)
        .query(Pressing::called)
        .list();
  }

  /** Matters that wait for a judge; the one that presses most first. */
  public List<Called> atJudges(Reads tx, int most) {
    return RouteRows.atJudges(tx, most);
  }

  /** Whether an officer wrote, released or asked something in a matter since. */
  public boolean worked(Reads tx, CaseId id, Instant since) {
    return tx.sql(
                    """
                    SELECT COUNT(*)
                    FROM message
                    WHERE case_id = :case AND drafted_by IS NOT NULL
                      AND (drafted_at > :since OR released_at > :since)
                    """)
                .param("case", id.toString())
                .param("since", Times.micros(since))
                .query(Long.class)
                .single()
            > 0
        || RouteRows.since(tx, id, since);
  }

  static Called called(ResultSet rs, int number) throws SQLException {
    Instant due = Times.instant(rs.getLong("presses_at"));
    return new Called(
        CaseId.of(rs.getString("id")),
        rs.getString("reference"),
        new AuthorityId(rs.getString("partner")),
        rs.getLong("pressure") == 0 ? Optional.of(due) : Optional.empty());
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
