package org.entente.node.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** What partners said of their posts, one row each. */
final class PartnerPostRows {
  private PartnerPostRows() {}

  /**
   * The newest statement of a partner.
   *
   * @param signedAt by the partner's clock
   */
  record Row(AuthorityId partner, PostStatement said, Instant signedAt) {}

  /** False where a newer one is held: an old statement that is played again changes nothing. */
  static boolean keep(Tx tx, Row row) {
    return tx.sql(
                """
                INSERT INTO partner_post (partner, said, signed_at)
                VALUES (:partner, :said, :signed)
                ON CONFLICT (partner) DO UPDATE
                SET said = :said, signed_at = :signed
                WHERE partner_post.signed_at <= :signed
                """)
            .param("partner", row.partner().value())
            .param("said", new String(row.said().bytes(), StandardCharsets.UTF_8))
            .param("signed", Times.micros(row.signedAt()))
            .update()
        == 1;
  }

  static List<Row> all(Reads tx) {
    return tx.sql("SELECT partner, said, signed_at FROM partner_post ORDER BY partner")
        .query((rs, n) ->
            new Row(
                new AuthorityId(rs.getString("partner")),
                PostStatement.read(rs.getString("said").getBytes(StandardCharsets.UTF_8)),
                Times.instant(rs.getLong("signed_at"))))
        .list();
  }
}
