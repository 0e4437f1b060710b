package org.entente.node.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.duty.Way;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The ways of officers in the database. */
final class WayRows {
  private WayRows() {}

  /**
   * A way of an officer.
   *
   * @param tries codes that were given and wrong
   */
  record Row(
      UUID id,
      OfficerId officer,
      Way way,
      Locked address,
      Instant addedAt,
      int tries,
      Optional<Instant> verifiedAt) {}

  static List<Row> of(Reads tx, OfficerId officer) {
    return tx.sql("SELECT * FROM duty_way WHERE officer_id = :officer ORDER BY way")
        .param("officer", officer.toString())
        .query(WayRows::row)
        .list();
  }

  static Optional<Row> find(Reads tx, OfficerId officer, Way way) {
    return of(tx, officer).stream().filter(row -> row.way() == way).findFirst();
  }

  /** By which ways these officers can be reached. */
  static Map<OfficerId, Set<Way>> verified(Reads tx, Collection<OfficerId> officers) {
    Map<OfficerId, Set<Way>> ways = new HashMap<>();
    if (!officers.isEmpty()) {
      tx.sql(
              """
              SELECT officer_id, way
              FROM duty_way
              WHERE verified_at IS NOT NULL AND officer_id IN (:officers)
              """)
          .param("officers", officers.stream().map(OfficerId::toString).toList())
          .query((rs, n) ->
              ways.computeIfAbsent(
                      OfficerId.of(rs.getString("officer_id")), id -> EnumSet.noneOf(Way.class))
                  .add(Way.valueOf(rs.getString("way"))))
          .list();
    }
    return ways;
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO duty_way (id, officer_id, way, sealed_address, wrapped_key, salt,
              address_hash, added_at, tries)
            VALUES (:id, :officer, :way, :sealed, :key, :salt, :hash, :at, 0)
            """)
        .param("id", row.id().toString())
        .param("officer", row.officer().toString())
        .param("way", row.way().name())
        .param("sealed", row.address().ciphertext())
        .param("key", row.address().wrappedKey())
        .param("salt", row.address().salt())
        .param("hash", row.address().hash())
        .param("at", Times.micros(row.addedAt()))
        .update();
  }

  static void missed(Tx tx, UUID id) {
    tx.sql("UPDATE duty_way SET tries = tries + 1 WHERE id = :id")
        .param("id", id.toString())
        .update();
  }

  static void verified(Tx tx, UUID id, Instant at) {
    tx.sql("UPDATE duty_way SET verified_at = :at WHERE id = :id")
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  static void forget(Tx tx, Row row) {
    tx.forget(row.address().wrappedKey());
    tx.sql("DELETE FROM duty_way WHERE id = :id").param("id", row.id().toString()).update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        UUID.fromString(rs.getString("id")),
        OfficerId.of(rs.getString("officer_id")),
        Way.valueOf(rs.getString("way")),
        LockedColumns.only(rs, "address"),
        Times.instant(rs.getLong("added_at")),
        rs.getInt("tries"),
        Times.instant(rs.getObject("verified_at")));
  }
}
