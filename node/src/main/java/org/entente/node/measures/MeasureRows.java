package org.entente.node.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.WireJson;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.References;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of measures. */
final class MeasureRows {
  private MeasureRows() {}

  /**
   * A measure at rest.
   *
   * @param ours whether this authority opened it
   * @param alone whether one officer released it without a second
   * @param reviewDueAt when a second person must have looked at that
   */
  record Row(
      MeasureId id,
      String reference,
      MeasureKind kind,
      boolean ours,
      MeasureState state,
      Stated stated,
      Locked body,
      Optional<OfficerId> firstBy,
      Optional<OfficerId> releasedBy,
      boolean alone,
      Optional<Instant> reviewDueAt,
      Optional<Reviewed> review,
      Instant madeAt,
      Optional<Instant> releasedAt,
      Instant pressesAt,
      Optional<Instant> settledAt,
      Optional<Instant> eraseAt,
      Optional<Instant> erasedAt) {
    /** One of ours that waits for release. */
    static Row waiting(
        MeasureId id,
        String reference,
        MeasureKind kind,
        Stated stated,
        Locked body,
        OfficerId by,
        Instant now) {
      return new Row(
          id,
          reference,
          kind,
          true,
          MeasureState.WAITING,
          stated,
          body,
          Optional.of(by),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          now,
          Optional.empty(),
          now,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** What an entry of the log says about it; to be added to. */
    Map<String, String> references() {
      Map<String, String> references = new TreeMap<>();
      references.put("measure", id.toString());
      references.put("act", kind.code());
      return references;
    }
  }

  /**
   * What a second person said afterwards.
   *
   * @param sealed why not, under the key of the measure
   */
  record Reviewed(boolean confirmed, OfficerId by, Instant at, Optional<byte[]> sealed) {}

  /** The next reference of this authority and year: {@code AZ-2026-U000017}. */
  static String nextReference(Tx tx, AuthorityId own, Instant now) {
    return References.next(
        tx,
        "measure",
        own.value(),
        "U",
        now,
        """
        SELECT reference
        FROM measure
        WHERE reference LIKE :prefix
        ORDER BY LENGTH(reference) DESC, reference DESC LIMIT 1
        """);
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO measure (id, reference, kind, direction, state, stated, sealed_body,
              wrapped_key, salt, body_hash, first_by, alone, made_at, presses_at)
            VALUES (:id, :reference, :kind, :direction, :state, :stated, :body, :key, :salt, :hash,
              :first, 0, :made, :presses)
            """)
        .param("id", row.id().toString())
        .param("reference", row.reference())
        .param("kind", row.kind().name())
        .param("direction", row.ours() ? "OUT" : "IN")
        .param("state", row.state().name())
        .param("stated", WireJson.write(row.stated().json()))
        .param("body", row.body().ciphertext())
        .param("key", row.body().wrappedKey())
        .param("salt", row.body().salt())
        .param("hash", row.body().hash())
        .param("first", row.firstBy().map(OfficerId::toString).orElse(null))
        .param("made", Times.micros(row.madeAt()))
        .param("presses", Times.micros(row.pressesAt()))
        .update();
  }

  static Optional<Row> find(Reads tx, MeasureId id) {
    return tx.sql("SELECT * FROM measure WHERE id = :id")
        .param("id", id.toString())
        .query(MeasureRows::row)
        .optional();
  }

  /** Moves a measure on if it still stands where the caller saw it. */
  static boolean move(Tx tx, MeasureId id, MeasureState from, MeasureState to) {
    return tx.sql("UPDATE measure SET state = :to WHERE id = :id AND state = :from")
            .param("to", to.name())
            .param("from", from.name())
            .param("id", id.toString())
            .update()
        == 1;
  }

  static void released(Tx tx, MeasureId id, OfficerId by, Instant at) {
    tx.sql("UPDATE measure SET released_by = :by, released_at = :at WHERE id = :id")
        .param("by", by.toString())
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** One officer released it: a second person has to look at it by then. */
  static void alone(Tx tx, MeasureId id, Instant due) {
    tx.sql("UPDATE measure SET alone = 1, review_due_at = :due WHERE id = :id")
        .param("due", Times.micros(due))
        .param("id", id.toString())
        .update();
  }

  /** False when somebody reviewed it before. */
  static boolean reviewed(Tx tx, MeasureId id, Reviewed review) {
    return tx.sql(
                """
                UPDATE measure
                SET review = :review, reviewed_by = :by, reviewed_at = :at, sealed_review = :words
                WHERE id = :id AND alone = 1 AND review IS NULL
                """)
            .param("review", review.confirmed() ? "CONFIRMED" : "OBJECTED")
            .param("by", review.by().toString())
            .param("at", Times.micros(review.at()))
            .param("words", review.sealed().orElse(null))
            .param("id", id.toString())
            .update()
        == 1;
  }

  /** It needs nobody until then, the earliest first. */
  static void presses(Tx tx, MeasureId id, Instant at) {
    tx.sql(
            """
            UPDATE measure
            SET presses_at = :at, settled_at = NULL, erase_at = NULL
            WHERE id = :id
            """)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** Nothing is to be done any more; the last settled comes first among those. */
  static void settled(Tx tx, MeasureId id, Instant at, Instant erase) {
    tx.sql(
            """
            UPDATE measure
            SET settled_at = :at, presses_at = :order, erase_at = :erase
            WHERE id = :id AND settled_at IS NULL
            """)
        .param("at", Times.micros(at))
        .param("order", -Times.micros(at))
        .param("erase", Times.micros(erase))
        .param("id", id.toString())
        .update();
  }

  /** All, what is open first, what presses most on top. */
  static Paged<Row> page(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM measure").query(Long.class).single(),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT *
                    FROM measure
                    ORDER BY (CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END), presses_at, id
                    LIMIT :size OFFSET :offset
                    """)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(MeasureRows::row)
                .list());
  }

  /** How many are not settled. */
  static long open(Reads tx) {
    return tx.sql("SELECT COUNT(*) FROM measure WHERE settled_at IS NULL")
        .query(Long.class)
        .single();
  }

  /** Those that one officer released since, newest first. */
  static List<Row> alone(Reads tx, Instant since, int most) {
    return tx.sql(
            """
            SELECT *
            FROM measure
            WHERE alone = 1 AND (released_at >= :since OR review IS NULL)
            ORDER BY released_at DESC, id LIMIT :most
            """)
        .param("since", Times.micros(since))
        .param("most", most)
        .query(MeasureRows::row)
        .list();
  }

  /** Those that one officer released so long ago, and that no second has looked at. */
  static List<MeasureId> unreviewed(Reads tx, Instant dueBefore) {
    return tx.sql(
            """
            SELECT id
            FROM measure
            WHERE alone = 1 AND review IS NULL AND review_due_at <= :due
            ORDER BY review_due_at, id
            """)
        .param("due", Times.micros(dueBefore))
        .query((rs, n) -> MeasureId.of(rs.getString("id")))
        .list();
  }

  /** Those whose time of being kept is over. */
  static List<Row> erasable(Reads tx, Instant now, int most) {
    return tx.sql(
            """
            SELECT *
            FROM measure
            WHERE erase_at IS NOT NULL AND erase_at <= :now AND erased_at IS NULL
              AND id NOT IN (SELECT measure_id FROM measure_hold)
            ORDER BY erase_at, id LIMIT :most
            """)
        .param("now", Times.micros(now))
        .param("most", most)
        .query(MeasureRows::row)
        .list();
  }

  /** Measures that still say something, newest first, before one in the order of identity. */
  static List<Row> before(Reads tx, String id, int most) {
    return tx.sql(
            """
            SELECT *
            FROM measure
            WHERE id < :id AND erased_at IS NULL
            ORDER BY id DESC LIMIT :most
            """)
        .param("id", id)
        .param("most", most)
        .query(MeasureRows::row)
        .list();
  }

  /** What it says goes; dates, states, articles and hashes stay. */
  static void erase(Tx tx, Row row, Instant at) {
    tx.forget(row.body().wrappedKey());
    tx.sql(
            """
            UPDATE measure
            SET sealed_body = :nothing, wrapped_key = :nothing, salt = :nothing,
              sealed_review = NULL, erased_at = :at
            WHERE id = :id
            """)
        .param("nothing", new byte[0])
        .param("at", Times.micros(at))
        .param("id", row.id().toString())
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    Optional<Reviewed> review =
        rs.getString("review") == null
            ? Optional.empty()
            : Optional.of(
                new Reviewed(
                    rs.getString("review").equals("CONFIRMED"),
                    OfficerId.of(rs.getString("reviewed_by")),
                    Times.instant(rs.getLong("reviewed_at")),
                    Optional.ofNullable(rs.getBytes("sealed_review"))));
    return new Row(
        MeasureId.of(rs.getString("id")),
        rs.getString("reference"),
        MeasureKind.valueOf(rs.getString("kind")),
        rs.getString("direction").equals("OUT"),
        MeasureState.valueOf(rs.getString("state")),
        WireJson.read(rs.getString("stated"), Stated.Json.class).stated(),
        LockedColumns.only(rs, "body"),
        Optional.ofNullable(rs.getString("first_by")).map(OfficerId::of),
        Optional.ofNullable(rs.getString("released_by")).map(OfficerId::of),
        rs.getLong("alone") == 1,
        Times.instant(rs.getObject("review_due_at")),
        review,
        Times.instant(rs.getLong("made_at")),
        Times.instant(rs.getObject("released_at")),
        Times.instant(rs.getLong("presses_at")),
        Times.instant(rs.getObject("settled_at")),
        Times.instant(rs.getObject("erase_at")),
        Times.instant(rs.getObject("erased_at")));
  }
}
