package org.entente.node.countersigning;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.Cosignature;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/** The rows of the own log's heads and of the countersignatures on them. */
final class OwnHeads {
  /** A proof needs one head beyond its entry; these reach back over days of work. */
  private static final int KEPT = 200;

  private OwnHeads() {}

  /**
   * How far a partner has countersigned.
   *
   * @param size of the last head with its countersignature; 0 when there is none
   * @param known from which size it wants the next proof
   * @param refusal why the last attempt brought none, as a code
   */
  record Countersigned(long size, Optional<Instant> at, long known, Optional<String> refusal) {
    static final Countersigned NOTHING =
        new Countersigned(0, Optional.empty(), 0, Optional.empty());
  }

  static Countersigned by(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT size, at, known, refusal FROM countersigned WHERE partner = :partner")
        .param("partner", partner.value())
        .query((rs, n) ->
            new Countersigned(
                rs.getLong("size"),
                Times.instant(rs.getObject("at")),
                rs.getLong("known"),
                Optional.ofNullable(rs.getString("refusal"))))
        .optional()
        .orElse(Countersigned.NOTHING);
  }

  /** The partner wants the next proof from here. */
  static void known(Tx tx, AuthorityId partner, long size) {
    row(tx, partner);
    tx.sql("UPDATE countersigned SET known = :size WHERE partner = :partner")
        .param("size", size)
        .param("partner", partner.value())
        .update();
  }

  /** The last attempt brought none; null when there is nothing to say. */
  static void refused(Tx tx, AuthorityId partner, @Nullable String code) {
    row(tx, partner);
    tx.sql("UPDATE countersigned SET refusal = :code WHERE partner = :partner")
        .param("code", code)
        .param("partner", partner.value())
        .update();
  }

  private static void row(Tx tx, AuthorityId partner) {
    tx.sql(
            """
            INSERT INTO countersigned (partner, size, known)
            VALUES (:partner, 0, 0)
            ON CONFLICT (partner) DO NOTHING
            """)
        .param("partner", partner.value())
        .update();
  }

  /** The head of this size, with what is on it already; made when it is not there. */
  static SignedCheckpoint head(Tx tx, Journal journal, long size, Instant now) {
    Optional<SignedCheckpoint> found = find(tx, size);
    if (found.isPresent()) {
      return found.get();
    }
    SignedCheckpoint made = journal.checkpoint(tx, size);
    tx.sql("INSERT INTO own_head (size, note, lines, signed_at) VALUES (:size, :note, 0, :now)")
        .param("size", size)
        .param("note", made.encode())
        .param("now", Times.micros(now))
        .update();
    tx.sql(
            """
            DELETE
            FROM own_head
            WHERE size < (SELECT MIN(size) FROM (SELECT size FROM own_head
              ORDER BY size DESC LIMIT %s) AS newest)
            """
                .formatted(KEPT))
        .update();
    return made;
  }

  static Optional<SignedCheckpoint> find(Reads tx, long size) {
    return tx.sql("SELECT note FROM own_head WHERE size = :size")
        .param("size", size)
        .query(String.class)
        .optional()
        .map(PartnerLogs::note);
  }

  /** The head over this entry that most partners countersigned, and of those the newest. */
  static Optional<SignedCheckpoint> over(Reads tx, long position) {
    return tx.sql(
            """
            SELECT note
            FROM own_head
            WHERE size > :position AND lines > 0
            ORDER BY lines DESC, size DESC LIMIT 1
            """)
        .param("position", position)
        .query(String.class)
        .optional()
        .map(PartnerLogs::note);
  }

  /** Puts a verified countersignature to its head; a newer one of the same partner replaces it. */
  static void countersigned(
      Tx tx, AuthorityId partner, SignedCheckpoint asked, Cosignature made, Instant now) {
    long size = asked.checkpoint().size();
    SignedCheckpoint held = find(tx, size).orElse(asked);
    SignedCheckpoint others =
        new SignedCheckpoint(
            held.checkpoint(),
            held.signatures().stream()
                .filter(line -> !line.name().equals(made.line().name()))
                .toList());
    SignedCheckpoint with = others.with(made);
    tx.sql("UPDATE own_head SET note = :note, lines = :lines WHERE size = :size")
        .param("note", with.encode())
        .param("lines", with.signatures().size() - 1)
        .param("size", size)
        .update();
    tx.sql(
            """
            INSERT INTO countersigned (partner, size, at, known)
            VALUES (:partner, :size, :now, :size)
            ON CONFLICT (partner) DO UPDATE
            SET size = excluded.size, at = excluded.at, known = excluded.known, refusal = NULL
            """)
        .param("partner", partner.value())
        .param("size", size)
        .param("now", Times.micros(now))
        .update();
  }

  /** A new log has begun: nothing of it was shown to anybody. */
  static void clear(Tx tx) {
    tx.sql("DELETE FROM own_head").update();
    tx.sql("DELETE FROM countersigned").update();
  }
}
