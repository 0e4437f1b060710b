package org.entente.node.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Query;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.seal.Identity;
import org.entente.seal.Seal;
import org.entente.seal.SealException;
import org.entente.seal.SealHeader;
import org.entente.seal.SignedMessage;

/**
 * What has been released and waits for its receipt. A message is sealed once; every attempt sends
 * the same bytes, so that the partner's receipt fits whichever of them arrived.
 */
public final class Outbox {
  /** The clause of what may be tried now. */
  private static final String TRIED =
      """
      (next_attempt_at <= :now OR next_attempt_at > CASE WHEN last_fault = :rarely THEN :latest
        ELSE :late END)\
      """;

  /**
   * The first that leaves alone. Ordered by a term that no index has: led by an order that an index
   * has, SQLite would go through all that waits, sealed bytes included, to find that nothing does.
   */
  static final String FIRST_ALONE =
      """
      SELECT message_id, position, lane, matter FROM outbox
      WHERE partner = :partner AND matter = '' AND %s
      ORDER BY +position LIMIT 1\
      """
          .formatted(TRIED);

  private final Identity identity;
  private final Seal seal;
  private final Partners partners;
  private final Map<AuthorityId, Runnable> listeners = new ConcurrentHashMap<>();

  public Outbox(Identity identity, Partners partners, InstantSource clock) {
    this.seal = new Seal(clock);
    this.identity = identity;
    this.partners = partners;
  }

  /**
   * A message sealed for its partner, not yet in the outbox.
   *
   * @param family whose message it is: who is told of its receipt
   * @param signed what is inside, for the sender to keep
   */
  public record Sealing(
      MessageId id, String family, AuthorityId partner, byte[] sealed, byte[] signed, Instant at) {
    @Override
    public String toString() {
      return "Sealing[" + id + "]";
    }
  }

  /** Seals content for the partner that the envelope names. */
  public Sealing seal(MessageId id, Envelope envelope, byte[] body, Instant now) {
    AuthorityId to = envelope.to();
    Partner partner =
        partners
            .find(to)
            .orElseThrow(() -> new IllegalStateException("Only a pinned partner is written to"));
    SealHeader sealHeader =
        new SealHeader(id.value(), now, envelope.text().getBytes(StandardCharsets.UTF_8));
    try {
      Seal.Kept kept = seal.sealAndKeep(sealHeader, body, identity, partner.card());
      return new Sealing(id, envelope.family(), to, kept.sealed(), kept.signed(), now);
    } catch (SealException e) {
      throw CertificateOutOfTime.or(e);
    }
  }

  /**
   * Puts it into the outbox, inside the transaction of the release. What waits of its matter is as
   * pressing as the most pressing of it, so that nothing of a matter is overtaken.
   */
  public void post(Tx tx, Sealing sealing, Turn turn) {
    String partner = sealing.partner().value();
    String matter = turn.matter();
    tx.sql(
            """
            INSERT INTO outbox (message_id, family, partner, position, sealed, signed_digest, attempts,
              next_attempt_at, created_at, lane, matter)
            VALUES (:id, :family, :partner, (SELECT COALESCE(MAX(position), 0) + 1 FROM outbox
              WHERE partner = :partner), :sealed, :signed, 0, :now, :now, :lane, :matter)\
            """)
        .param("id", sealing.id().toString())
        .param("family", sealing.family())
        .param("partner", partner)
        .param("sealed", sealing.sealed())
        .param("signed", SignedMessage.digest(sealing.signed()))
        .param("now", Times.micros(sealing.at()))
        .param("lane", turn.lane().name())
        .param("matter", matter)
        .update();
    if (!matter.isEmpty()) {
      tx.sql(
              """
              UPDATE outbox SET lane = :urgent
              WHERE partner = :partner AND matter = :matter AND EXISTS (SELECT 1 FROM outbox
                WHERE partner = :partner AND matter = :matter AND lane = :urgent)\
              """)
          .param("urgent", Lane.URGENT.name())
          .param("partner", partner)
          .param("matter", matter)
          .update();
    }
    tx.afterCommit(listeners.getOrDefault(sealing.partner(), Outbox::nobody));
  }

  private static void nobody() {}

  /**
   * A message that waits.
   *
   * @param position in the order of release
   * @param matter whose order it keeps; empty when it leaves alone
   */
  record Waiting(MessageId id, long position, Lane lane, String matter) {
    boolean alone() {
      return matter.isEmpty();
    }
  }

  /** What waits for this partner and may be tried now. */
  Departures.Queue queue(Reads tx, AuthorityId partner, Instant now) {
    return new Departures.Queue() {
      @Override
      public List<Waiting> due(Lane lane, long before, int most) {
        return tried(
                tx,
                """
                SELECT message_id, position, lane, matter FROM outbox
                WHERE partner = :partner AND lane = :lane AND matter <> ''
                  AND position < :before AND %s
                ORDER BY position LIMIT :most\
                """
                    .formatted(TRIED),
                partner,
                now)
            .param("lane", lane.name())
            .param("before", before)
            .param("most", most)
            .query(Outbox::waiting)
            .list();
      }

      @Override
      public Optional<Waiting> firstAlone() {
        return tried(tx, FIRST_ALONE, partner, now).query(Outbox::waiting).optional();
      }
    };
  }

  /**
   * What waits for a time further away than any wait is long was put off by a clock that ran ahead.
   */
  private static Query tried(Reads tx, String which, AuthorityId partner, Instant now) {
    return tx.sql(which)
        .param("partner", partner.value())
        .param("now", Times.micros(now))
        .param("rarely", Courier.RECEIPT_TIME)
        .param("latest", Times.micros(now.plus(Courier.RARELY.multipliedBy(2))))
        .param("late", Times.micros(now.plus(Courier.LONGEST_WAIT.multipliedBy(2))));
  }

  private static Waiting waiting(ResultSet rs, int row) throws SQLException {
    return new Waiting(
        MessageId.of(rs.getString("message_id")),
        rs.getLong("position"),
        Lane.valueOf(rs.getString("lane")),
        rs.getString("matter"));
  }

  /** Tells when something was posted for this partner and is on disk; one listener a partner. */
  void whenPosted(AuthorityId partner, Runnable listener) {
    listeners.put(partner, listener);
  }

  /** Seals anew what has not arrived; the bytes that waited until now are sent no more. */
  Sealing seal(MessageId id, Afresh afresh, Instant now) {
    return seal(id, afresh.envelope(), afresh.body(), now);
  }

  /** Puts the new sealing instead of the former one; false when that has arrived meanwhile. */
  boolean replace(Tx tx, Sealing sealing) {
    return tx.sql(
                """
                UPDATE outbox
                SET sealed = :sealed, signed_digest = :signed, next_attempt_at = :now,
                  created_at = :now
                WHERE message_id = :id
                """)
            .param("sealed", sealing.sealed())
            .param("signed", SignedMessage.digest(sealing.signed()))
            .param("now", Times.micros(sealing.at()))
            .param("id", sealing.id().toString())
            .update()
        == 1;
  }

  /** Why the last attempt failed, as a code; empty when none has or it is through. */
  public Optional<String> fault(Reads tx, MessageId id) {
    return tx.sql("SELECT last_fault FROM outbox WHERE message_id = :id AND last_fault IS NOT NULL")
        .param("id", id.toString())
        .query(String.class)
        .optional();
  }

  /**
   * What has left for a partner and has no receipt yet.
   *
   * @param since when the oldest of it was released
   * @param fault why its last attempt failed, as a code
   */
  public record Unreceipted(long count, Optional<Instant> since, Optional<String> fault) {}

  /** The same for one partner. */
  public Unreceipted toward(Reads tx, AuthorityId partner) {
    Optional<Instant> since =
        tx.sql("SELECT MIN(created_at) AS since FROM outbox WHERE partner = :partner")
            .param("partner", partner.value())
            .query((rs, n) -> Times.instant(rs.getObject("since")))
            .single();
    Optional<String> fault =
        tx.sql(
                """
                SELECT last_fault
                FROM outbox
                WHERE partner = :partner AND last_fault IS NOT NULL
                ORDER BY position LIMIT 1
                """)
            .param("partner", partner.value())
            .query(String.class)
            .optional();
    long count =
        tx.sql("SELECT COUNT(*) FROM outbox WHERE partner = :partner")
            .param("partner", partner.value())
            .query(Long.class)
            .single();
    return new Unreceipted(count, since, fault);
  }

  /** Messages that wait for a receipt. */
  public long waiting(Reads tx) {
    return tx.sql("SELECT COUNT(*) FROM outbox").query(Long.class).single();
  }
}
