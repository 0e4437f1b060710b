package org.entente.node.duty;

import java.time.Instant;
import java.util.Optional;
import org.entente.duty.PostId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** Pages that are open, in the database that all replicas share. */
final class PageRows {
  private PageRows() {}

  /** How many other pages a holder has that said something since. */
  static long others(Reads tx, String holder, String page, Instant since) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM duty_page
            WHERE holder = :holder AND page <> :page AND seen_at > :since
            """)
        .param("holder", holder)
        .param("page", page)
        .param("since", Times.micros(since))
        .query(Long.class)
        .single();
  }

  static void seen(Tx tx, String holder, OpenPages.Said said, Instant now) {
    tx.sql(
            """
            INSERT INTO duty_page (holder, page, armed_at, visible, seen_at)
            VALUES (:holder, :page, :armed, :visible, :now)
            ON CONFLICT (holder, page) DO UPDATE SET
              armed_at = COALESCE(excluded.armed_at, duty_page.armed_at),
              visible = excluded.visible, seen_at = excluded.seen_at
            """)
        .param("holder", holder)
        .param("page", said.page())
        .param("armed", said.armed() ? Times.micros(now) : null)
        .param("visible", said.visible() ? 1 : 0)
        .param("now", Times.micros(now))
        .update();
  }

  /** Whether this officer has a page that would be heard. */
  static boolean armed(Reads tx, OfficerId officer, Instant since) {
    return tx.sql(
                """
                SELECT COUNT(*)
                FROM duty_page
                WHERE holder = :holder AND armed_at = seen_at AND seen_at > :since
                """)
            .param("holder", officer.toString())
            .param("since", Times.micros(since))
            .query(Long.class)
            .single()
        > 0;
  }

  /** When a page of an officer of the post, or a board of it, was last armed. */
  static Optional<Instant> lastArmed(Reads tx, PostId post) {
    return tx.sql(
            """
            SELECT MAX(p.armed_at) AS armed
            FROM duty_page p
            WHERE p.holder IN (SELECT officer_id FROM duty_member WHERE post = :post)
              OR p.holder IN (SELECT id FROM duty_board WHERE post = :post AND revoked_at IS NULL)
            """)
        .param("post", post.value())
        .query((rs, n) -> Times.instant(rs.getObject("armed")))
        .single();
  }

  static void forget(Tx tx, Instant before) {
    tx.sql("DELETE FROM duty_page WHERE seen_at < :before")
        .param("before", Times.micros(before))
        .update();
  }

  static void forget(Tx tx, String holder) {
    tx.sql("DELETE FROM duty_page WHERE holder = :holder").param("holder", holder).update();
  }
}
