package org.entente.node.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.duty.Chain;
import org.entente.duty.PostId;
import org.entente.duty.Roster;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The posts in the database. */
final class PostRows {
  private PostRows() {}

  /** All posts; no authority has many. */
  static List<Post> all(Reads tx) {
    return tx.sql("SELECT * FROM duty_post ORDER BY id").query(PostRows::row).list().stream()
        .map(post -> withMembers(tx, post))
        .toList();
  }

  static Optional<Post> find(Reads tx, PostId id) {
    return tx.sql("SELECT * FROM duty_post WHERE id = :id")
        .param("id", id.value())
        .query(PostRows::row)
        .optional()
        .map(post -> withMembers(tx, post));
  }

  private static Post withMembers(Reads tx, Post post) {
    Set<OfficerId> members =
        new HashSet<>(
            tx.sql("SELECT officer_id FROM duty_member WHERE post = :post")
                .param("post", post.id().value())
                .query((rs, n) -> OfficerId.of(rs.getString("officer_id")))
                .list());
    return post.with(members);
  }

  /** Writes a post, new or changed. */
  static void put(Tx tx, Post post) {
    tx.sql(
            """
            INSERT INTO duty_post (id, title, roster, chain, accept_minutes, version, changed_by,
              changed_at, risk_taken)
            VALUES (:id, :title, :roster, :chain, :accept, :version, :by, :at, :risk)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, roster = excluded.roster,
              chain = excluded.chain, accept_minutes = excluded.accept_minutes,
              version = excluded.version,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at,
              risk_taken = excluded.risk_taken
            """)
        .param("id", post.id().value())
        .param("title", post.title())
        .param("roster", post.roster().text())
        .param("chain", post.chain().text())
        .param("accept", post.acceptWithin().toMinutes())
        .param("version", post.version())
        .param("by", post.changedBy().toString())
        .param("at", Times.micros(post.changedAt()))
        .param("risk", post.riskTaken())
        .update();
    tx.sql("DELETE FROM duty_member WHERE post = :post").param("post", post.id().value()).update();
    for (OfficerId member : post.members()) {
      tx.sql("INSERT INTO duty_member (post, officer_id) VALUES (:post, :officer)")
          .param("post", post.id().value())
          .param("officer", member.toString())
          .update();
    }
  }

  /** Who has no account keeps no watch. */
  static void leave(Tx tx, OfficerId officer) {
    tx.sql("DELETE FROM duty_member WHERE officer_id = :officer")
        .param("officer", officer.toString())
        .update();
  }

  private static Post row(ResultSet rs, int number) throws SQLException {
    return new Post(
        new PostId(rs.getString("id")),
        rs.getString("title"),
        Set.of(),
        Roster.parse(rs.getString("roster")),
        Chain.parse(rs.getString("chain")),
        Duration.ofMinutes(rs.getLong("accept_minutes")),
        rs.getLong("version"),
        OfficerId.of(rs.getString("changed_by")),
        Times.instant(rs.getLong("changed_at")),
        rs.getString("risk_taken"));
  }
}
