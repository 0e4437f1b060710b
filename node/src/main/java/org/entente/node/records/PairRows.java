package org.entente.node.records;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/** The rows of suspected duplicates; the lesser identifier stands first. */
final class PairRows {
  private PairRows() {}

  record Row(UUID id, RecordId first, RecordId second, Pair.State state) {}

  /** Notes a suspicion; false if this pair was suspected or decided before. */
  static boolean note(Tx tx, RecordId one, RecordId other, double probability, Instant now) {
    boolean ordered = one.toString().compareTo(other.toString()) < 0;
    return tx.sql(
                """
                INSERT INTO record_pair (id, first, second, probability, state, found_at)
                VALUES (:id, :first, :second, :probability, 'OPEN', :now)
                ON CONFLICT (first, second) DO NOTHING
                """)
            .param("id", Generators.timeBasedEpochRandomGenerator().generate().toString())
            .param("first", (ordered ? one : other).toString())
            .param("second", (ordered ? other : one).toString())
            .param("probability", probability)
            .param("now", Times.micros(now))
            .update()
        == 1;
  }

  static Paged<Row> open(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        openCount(tx),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT *
                    FROM record_pair
                    WHERE state = 'OPEN'
                    ORDER BY probability DESC, id LIMIT :size OFFSET :offset
                    """)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((rs, n) -> row(rs))
                .list());
  }

  static long openCount(Reads tx) {
    return tx.sql("SELECT COUNT(*) FROM record_pair WHERE state = 'OPEN'")
        .query(Long.class)
        .single();
  }

  static Optional<Row> find(Tx tx, UUID id) {
    return tx.sql("SELECT * FROM record_pair WHERE id = :id")
        .param("id", id.toString())
        .query((rs, n) -> row(rs))
        .optional();
  }

  static void decide(Tx tx, UUID id, Pair.State state, @Nullable OfficerId by, Instant now) {
    tx.sql(
            """
            UPDATE record_pair
            SET state = :state, decided_by = :by, decided_at = :now
            WHERE id = :id
            """)
        .param("state", state.name())
        .param("by", by == null ? null : by.toString())
        .param("now", by == null ? null : Times.micros(now))
        .param("id", id.toString())
        .update();
  }

  /** The pair of two records, in whatever order. */
  static Optional<Row> of(Tx tx, RecordId one, RecordId other) {
    return tx.sql(
            """
            SELECT *
            FROM record_pair
            WHERE (first = :a AND second = :b) OR (first = :b AND second = :a)
            """)
        .param("a", one.toString())
        .param("b", other.toString())
        .query((rs, n) -> row(rs))
        .optional();
  }

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(
        UUID.fromString(rs.getString("id")),
        RecordId.of(rs.getString("first")),
        RecordId.of(rs.getString("second")),
        Pair.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)));
  }
}
