package org.entente.node.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
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
  private final Identity identity;
  private final Seal seal;
  private final Partners partners;
  private final Semaphore news = new Semaphore(0);

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

  /** Puts it into the outbox, inside the transaction of the release. */
  public void post(Tx tx, Sealing sealing) {
    tx.sql(
            "INSERT INTO outbox (message_id, family, partner, position, sealed, signed_digest, attempts,"
                + " next_attempt_at, created_at) VALUES (:id, :family, :partner, (SELECT"
                + " COALESCE(MAX(position), 0) + 1 FROM outbox), :sealed, :signed, 0, :now, :now)")
        .param("id", sealing.id().toString())
        .param("family", sealing.family())
        .param("partner", sealing.partner().value())
        .param("sealed", sealing.sealed())
        .param("signed", SignedMessage.digest(sealing.signed()))
        .param("now", Times.micros(sealing.at()))
        .update();
    news.release();
  }

  /** Seals anew what has not arrived; the bytes that waited until now are sent no more. */
  Sealing seal(MessageId id, Afresh afresh, Instant now) {
    return seal(id, afresh.envelope(), afresh.body(), now);
  }

  /** Puts the new sealing in the place of the former one; false when that has arrived meanwhile. */
  boolean replace(Tx tx, Sealing sealing) {
    return tx.sql(
                "UPDATE outbox SET sealed = :sealed, signed_digest = :signed, next_attempt_at = :now,"
                    + " created_at = :now WHERE message_id = :id")
            .param("sealed", sealing.sealed())
            .param("signed", SignedMessage.digest(sealing.signed()))
            .param("now", Times.micros(sealing.at()))
            .param("id", sealing.id().toString())
            .update()
        == 1;
  }

  /** Why the last attempt failed, as a code; empty when none has or it is through. */
  public Optional<String> fault(Tx tx, MessageId id) {
    return tx.sql("SELECT last_fault FROM outbox WHERE message_id = :id AND last_fault IS NOT NULL")
        .param("id", id.toString())
        .query(String.class)
        .optional();
  }

  /** Messages that wait for a receipt. */
  public long waiting(Tx tx) {
    return tx.sql("SELECT COUNT(*) FROM outbox").query(Long.class).single();
  }

  /** Waits until something may have been posted; no longer than {@code millis}. */
  void awaitNews(long millis) throws InterruptedException {
    if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
