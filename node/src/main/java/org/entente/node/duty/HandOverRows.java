package org.entente.node.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.duty.PostId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** Watches that changed hands, in the database. */
final class HandOverRows {
  private HandOverRows() {}

  /** One with its page, sealed. */
  record Row(
      UUID id,
      PostId post,
      Instant madeAt,
      Optional<OfficerId> signedBy,
      Optional<HandOver.Accepted> accepted,
      Locked page) {}

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO duty_handover (id, post, made_at, signed_by, accepted_by, accepted_at,
              sealed_page, wrapped_key, salt, page_hash)
            VALUES (:id, :post, :made, :signed, :accepted, :at, :sealed, :key, :salt, :hash)
            """)
        .param("id", row.id().toString())
        .param("post", row.post().value())
        .param("made", Times.micros(row.madeAt()))
        .param("signed", row.signedBy().map(OfficerId::toString).orElse(null))
        .param("accepted", row.accepted().map(by -> by.by().toString()).orElse(null))
        .param("at", row.accepted().map(by -> Times.micros(by.at())).orElse(null))
        .param("sealed", row.page().ciphertext())
        .param("key", row.page().wrappedKey())
        .param("salt", row.page().salt())
        .param("hash", row.page().hash())
        .update();
  }

  /** The newest of a post. */
  static List<Row> of(Reads tx, PostId post, int most) {
    return tx.sql(
            """
            SELECT *
            FROM duty_handover
            WHERE post = :post
            ORDER BY made_at DESC, id LIMIT :most
            """)
        .param("post", post.value())
        .param("most", most)
        .query(HandOverRows::row)
        .list();
  }

  /** The newest that was signed since and that nobody accepted. */
  static Optional<Row> waiting(Reads tx, PostId post, Instant since) {
    return tx.sql(
            """
            SELECT *
            FROM duty_handover
            WHERE post = :post AND accepted_at IS NULL AND made_at > :since
            ORDER BY made_at DESC, id LIMIT 1
            """)
        .param("post", post.value())
        .param("since", Times.micros(since))
        .query(HandOverRows::row)
        .optional();
  }

  /** Whether nobody had accepted it. */
  static boolean accept(Tx tx, UUID id, HandOver.Accepted accepted) {
    return tx.sql(
                """
                UPDATE duty_handover
                SET accepted_by = :by, accepted_at = :at
                WHERE id = :id AND accepted_at IS NULL
                """)
            .param("by", accepted.by().toString())
            .param("at", Times.micros(accepted.at()))
            .param("id", id.toString())
            .update()
        == 1;
  }

  /** Whether this officer accepted a watch of the post since. */
  static boolean accepted(Reads tx, PostId post, OfficerId by, Instant since) {
    return tx.sql(
                """
                SELECT COUNT(*)
                FROM duty_handover
                WHERE post = :post AND accepted_by = :by AND accepted_at > :since
                """)
            .param("post", post.value())
            .param("by", by.toString())
            .param("since", Times.micros(since))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Erases those made before this instant. */
  static void forget(Tx tx, Instant before) {
    tx.sql("SELECT wrapped_key FROM duty_handover WHERE made_at < :before")
        .param("before", Times.micros(before))
        .query((rs, n) -> rs.getBytes("wrapped_key"))
        .list()
        .forEach(tx::forget);
    tx.sql("DELETE FROM duty_handover WHERE made_at < :before")
        .param("before", Times.micros(before))
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    Optional<OfficerId> by = Optional.ofNullable(rs.getString("accepted_by")).map(OfficerId::of);
    Optional<Instant> at = Times.instant(rs.getObject("accepted_at"));
    return new Row(
        UUID.fromString(rs.getString("id")),
        new PostId(rs.getString("post")),
        Times.instant(rs.getLong("made_at")),
        Optional.ofNullable(rs.getString("signed_by")).map(OfficerId::of),
        by.flatMap(who -> at.map(when -> new HandOver.Accepted(who, when))),
        LockedColumns.only(rs, "page"));
  }
}
