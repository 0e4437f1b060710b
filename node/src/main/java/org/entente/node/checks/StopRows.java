package org.entente.node.checks;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows of stops: whose checks looked like fishing. */
final class StopRows {
  private StopRows() {}

  static void insert(
      Tx tx, Optional<AuthorityId> partner, String officer, StopPattern pattern, Instant now) {
    tx.sql(
            """
            INSERT INTO check_stop (id, partner, officer, pattern, at)
            VALUES (:id, :partner, :officer, :pattern, :now)
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate().toString())
        .param("partner", partner.map(AuthorityId::value).orElse(null))
        .param("officer", officer)
        .param("pattern", pattern.name())
        .param("now", Times.micros(now))
        .update();
  }

  /** Whether an officer's checks wait for the supervisor. */
  static boolean stopped(Reads tx, String officer) {
    return tx.sql("SELECT COUNT(*) FROM check_stop WHERE officer = :officer AND lifted_at IS NULL")
            .param("officer", officer)
            .query(Long.class)
            .single()
        > 0;
  }

  /** When an officer's newest stop was lifted: what came before was looked at. */
  static Instant lookedAt(Reads tx, String officer, Instant otherwise) {
    return tx.sql("SELECT MAX(lifted_at) FROM check_stop WHERE officer = :officer")
        .param("officer", officer)
        .query((rs, n) -> Times.instant(rs.getObject(1)))
        .single()
        .filter(lifted -> lifted.isAfter(otherwise))
        .orElse(otherwise);
  }

  static boolean lift(Tx tx, String id, OfficerId by, Instant now) {
    return tx.sql(
                """
                UPDATE check_stop
                SET lifted_by = :by, lifted_at = :now
                WHERE id = :id AND lifted_at IS NULL
                """)
            .param("by", by.toString())
            .param("now", Times.micros(now))
            .param("id", id)
            .update()
        == 1;
  }

  static Optional<Stop> find(Tx tx, String id) {
    return tx.sql("SELECT * FROM check_stop WHERE id = :id")
        .param("id", id)
        .query(StopRows::stop)
        .optional();
  }

  static Paged<Stop> newest(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM check_stop").query(Long.class).single(),
        wanted,
        page ->
            tx.sql("SELECT * FROM check_stop ORDER BY at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", page.size())
                .param("offset", page.offset())
                .query(StopRows::stop)
                .list());
  }

  static List<Stop> between(Reads tx, Instant from, Instant until) {
    return tx.sql(
            "SELECT * FROM check_stop WHERE at >= :from AND at < :until ORDER BY at DESC, id DESC")
        .param("from", Times.micros(from))
        .param("until", Times.micros(until))
        .query(StopRows::stop)
        .list();
  }

  private static Stop stop(ResultSet rs, int number) throws SQLException {
    return new Stop(
        rs.getString("id"),
        Optional.ofNullable(rs.getString("partner")).map(AuthorityId::new),
        rs.getString("officer"),
        StopPattern.valueOf(rs.getString("pattern")),
        Times.instant(rs.getLong("at")),
        Optional.ofNullable(rs.getString("lifted_by")).map(OfficerId::of),
        Times.instant(rs.getObject("lifted_at")));
  }
}
