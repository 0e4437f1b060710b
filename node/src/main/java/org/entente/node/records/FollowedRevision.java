package org.entente.node.records;

import org.entente.node.store.Reads;
import org.entente.node.store.Tx;

/** How far one that follows changes has come: the revision up to which it has seen all. */
final class FollowedRevision {
  private FollowedRevision() {}

  /** 0 where it has seen nothing. */
  static long of(Reads tx, String follower) {
    return tx.sql("SELECT revision FROM record_follower WHERE name = :name")
        .param("name", follower)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  static void set(Tx tx, String follower, long revision) {
    tx.sql(
            """
            INSERT INTO record_follower (name, revision)
            VALUES (:name, :revision)
            ON CONFLICT (name) DO UPDATE
            SET revision = excluded.revision
            """)
        .param("name", follower)
        .param("revision", revision)
        .update();
  }
}
