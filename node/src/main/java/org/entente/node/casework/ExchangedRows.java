package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Deadline;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;

/** The rows of messages with those of their cases, as they were exchanged. */
final class ExchangedRows {
  /** How many clocks are read with one statement. */
  private static final int CLOCKS_AT_ONCE = 500;

  private ExchangedRows() {}

  /** What left or came in a period, in the order of time. */
  static List<Exchanged> between(Reads tx, Instant from, Instant until) {
    List<Exchanged> all =
        tx.sql(
                """
                SELECT m.id, m.case_id, m.direction, m.kind, f.reference, f.partner, f.offence,
                  f.urgency, COALESCE(m.released_at, m.arrived_at) AS at
                FROM message m
                JOIN case_file f ON f.id = m.case_id
                WHERE COALESCE(m.released_at, m.arrived_at) >= :from
                  AND COALESCE(m.released_at, m.arrived_at) < :until
                ORDER BY at, m.id
                """)
            .param("from", Times.micros(from))
            .param("until", Times.micros(until))
            .query(ExchangedRows::exchanged)
            .list();
    List<Exchanged> timed = new ArrayList<>();
    for (int i = 0; i < all.size(); i += CLOCKS_AT_ONCE) {
      List<Exchanged> some = all.subList(i, Math.min(i + CLOCKS_AT_ONCE, all.size()));
      Map<CaseId, Deadline> clocks =
          CaseClock.read(tx, some.stream().map(Exchanged::caseId).distinct().toList());
      some.forEach(e -> timed.add(e.withClock(Optional.ofNullable(clocks.get(e.caseId())))));
    }
    return timed;
  }

  private static Exchanged exchanged(ResultSet rs, int number) throws SQLException {
    return new Exchanged(
        MessageId.of(rs.getString("id")),
        CaseId.of(rs.getString("case_id")),
        rs.getString("reference"),
        new AuthorityId(rs.getString("partner")),
        Direction.valueOf(rs.getString("direction")),
        ActKind.valueOf(rs.getString("kind")),
        OffenceArea.valueOf(rs.getString("offence")),
        Urgency.valueOf(rs.getString("urgency")),
        Times.instant(rs.getLong("at")),
        Optional.empty());
  }
}
