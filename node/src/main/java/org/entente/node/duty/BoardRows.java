package org.entente.node.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.duty.PostId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** Boards in the database. */
final class BoardRows {
  private BoardRows() {}

  static void insert(Tx tx, DutyBoard board, String digest) {
    tx.sql(
            """
            INSERT INTO duty_board (id, post, label, digest, language, zone, made_by, made_at)
            VALUES (:id, :post, :label, :digest, :language, :zone, :by, :at)
            """)
        .param("id", board.id().toString())
        .param("post", board.post().value())
        .param("label", board.label())
        .param("digest", digest)
        .param("language", board.language().toLanguageTag())
        .param("zone", board.zone().getId())
        .param("by", board.madeBy().toString())
        .param("at", Times.micros(board.madeAt()))
        .update();
  }

  /** Those of a post that still work, the newest first. */
  static List<DutyBoard> of(Reads tx, PostId post) {
    return tx.sql(
            """
            SELECT *
            FROM duty_board
            WHERE post = :post AND revoked_at IS NULL
            ORDER BY made_at DESC, id
            """)
        .param("post", post.value())
        .query(BoardRows::row)
        .list();
  }

  static Optional<DutyBoard> find(Reads tx, String digest) {
    return tx.sql("SELECT * FROM duty_board WHERE digest = :digest AND revoked_at IS NULL")
        .param("digest", digest)
        .query(BoardRows::row)
        .optional();
  }

  /** Whether it still worked. */
  static boolean revoke(Tx tx, UUID id, Instant now) {
    return tx.sql("UPDATE duty_board SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
            .param("now", Times.micros(now))
            .param("id", id.toString())
            .update()
        == 1;
  }

  private static DutyBoard row(ResultSet rs, int number) throws SQLException {
    return new DutyBoard(
        UUID.fromString(rs.getString("id")),
        new PostId(rs.getString("post")),
        rs.getString("label"),
        Locale.forLanguageTag(rs.getString("language")),
        ZoneId.of(rs.getString("zone")),
        OfficerId.of(rs.getString("made_by")),
        Times.instant(rs.getLong("made_at")));
  }
}
