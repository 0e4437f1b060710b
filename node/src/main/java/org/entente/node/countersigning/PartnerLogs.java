package org.entente.node.countersigning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.partners.Partner;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows of what was seen of partners' logs. */
final class PartnerLogs {
  /** Heads from receipts that one round works off; more wait for the next. */
  private static final int PENDING_MAX = 100;

  private PartnerLogs() {}

  /**
   * The head last seen.
   *
   * @param toldAt since when the partner knows that this head was seen, while it offers smaller
   *     ones
   */
  record Seen(SignedCheckpoint note, Instant seenAt, Optional<Instant> toldAt) {
    long size() {
      return note.checkpoint().size();
    }
  }

  /** Key and names of the logs of a partner, the present one first. */
  static List<CheckpointVerifier> logs(Reads tx, Partner partner) {
    List<String> names =
        new ArrayList<>(
            tx.sql("SELECT origin FROM partner_log WHERE partner = :partner ORDER BY number DESC")
                .param("partner", partner.id().value())
                .query(String.class)
                .list());
    names.add(firstLog(partner.id()));
    return names.stream()
        .map(name -> new CheckpointVerifier(name, partner.card().checkpointPublicKey()))
        .toList();
  }

  static String firstLog(AuthorityId authority) {
    return authority.value() + "/ledger";
  }

  /**
   * From now on the partner's log has this name; what was seen of the former one stays in stops.
   */
  static void accept(Tx tx, AuthorityId partner, String origin, Instant at) {
    tx.sql(
            """
            INSERT INTO partner_log (partner, number, origin, accepted_at)
            VALUES (:partner, (SELECT COALESCE(MAX(number), 1) + 1 FROM partner_log
              WHERE partner = :partner), :origin, :at)
            """)
        .param("partner", partner.value())
        .param("origin", origin)
        .param("at", Times.micros(at))
        .update();
    forget(tx, partner);
  }

  static void forget(Tx tx, AuthorityId partner) {
    for (String table : List.of("partner_head", "receipt_head")) {
      tx.sql(
              """
              DELETE
              FROM %s
              WHERE partner = :partner
              """
                  .formatted(table))
          .param("partner", partner.value())
          .update();
    }
  }

  static Optional<Seen> head(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT note, seen_at, told_at FROM partner_head WHERE partner = :partner")
        .param("partner", partner.value())
        .query((rs, n) ->
            new Seen(
                note(rs.getString("note")),
                Times.instant(rs.getLong("seen_at")),
                Times.instant(rs.getObject("told_at"))))
        .optional();
  }

  static void keep(Tx tx, AuthorityId partner, SignedCheckpoint head, Instant at) {
    tx.sql(
            """
            INSERT INTO partner_head (partner, size, note, seen_at)
            VALUES (:partner, :size, :note, :at)
            ON CONFLICT (partner) DO UPDATE
            SET size = excluded.size, note = excluded.note, seen_at = excluded.seen_at,
              told_at = NULL
            """)
        .param("partner", partner.value())
        .param("size", head.checkpoint().size())
        .param("note", head.encode())
        .param("at", Times.micros(at))
        .update();
  }

  static void told(Tx tx, AuthorityId partner, Instant at) {
    tx.sql("UPDATE partner_head SET told_at = :at WHERE partner = :partner")
        .param("at", Times.micros(at))
        .param("partner", partner.value())
        .update();
  }

  /** A head of a receipt that waits for its proof. */
  record Pending(SignedCheckpoint note, Instant seenAt) {}

  static void pend(Tx tx, AuthorityId partner, SignedCheckpoint head, Instant at) {
    tx.sql(
            """
            INSERT INTO receipt_head (partner, size, root, note, seen_at)
            VALUES (:partner, :size, :root, :note, :at)
            ON CONFLICT (partner, size, root) DO NOTHING
            """)
        .param("partner", partner.value())
        .param("size", head.checkpoint().size())
        .param("root", head.checkpoint().root().hex())
        .param("note", head.encode())
        .param("at", Times.micros(at))
        .update();
  }

  static List<Pending> pending(Reads tx, AuthorityId partner) {
    return tx.sql(
            """
            SELECT note, seen_at
            FROM receipt_head
            WHERE partner = :partner
            ORDER BY size, root LIMIT :most
            """)
        .param("partner", partner.value())
        .param("most", PENDING_MAX)
        .query((rs, n) ->
            new Pending(note(rs.getString("note")), Times.instant(rs.getLong("seen_at"))))
        .list();
  }

  static void settled(Tx tx, AuthorityId partner, SignedCheckpoint head) {
    tx.sql("DELETE FROM receipt_head WHERE partner = :partner AND size = :size AND root = :root")
        .param("partner", partner.value())
        .param("size", head.checkpoint().size())
        .param("root", head.checkpoint().root().hex())
        .update();
  }

  static Optional<CosignatureVerifier> witnessKey(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT vkey FROM witness_key WHERE partner = :partner")
        .param("partner", partner.value())
        .query(String.class)
        .optional()
        .map(vkey -> CosignatureVerifier.parse(vkey).orThrow());
  }

  /** The keys of all partners that countersign. */
  static List<CosignatureVerifier> witnessKeys(Reads tx, int most) {
    return tx
        .sql("SELECT vkey FROM witness_key ORDER BY partner LIMIT :most")
        .param("most", most)
        .query((rs, n) -> rs.getString("vkey"))
        .list()
        .stream()
        .map(vkey -> CosignatureVerifier.parse(vkey).orThrow())
        .toList();
  }

  static Optional<byte[]> witnessStatement(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT statement FROM witness_key WHERE partner = :partner")
        .param("partner", partner.value())
        .query((rs, n) -> rs.getBytes("statement"))
        .optional();
  }

  static void keep(
      Tx tx, AuthorityId partner, CosignatureVerifier key, byte[] statement, Instant at) {
    tx.sql(
            """
            INSERT INTO witness_key (partner, vkey, statement, noted_at)
            VALUES (:partner, :vkey, :statement, :at)
            ON CONFLICT (partner) DO NOTHING
            """)
        .param("partner", partner.value())
        .param("vkey", key.vkey())
        .param("statement", statement)
        .param("at", Times.micros(at))
        .update();
  }

  static SignedCheckpoint note(String stored) {
    return SignedCheckpoint.parse(stored).orThrow();
  }
}
