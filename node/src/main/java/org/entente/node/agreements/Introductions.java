package org.entente.node.agreements;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Partners;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.seal.IdentityCard;

/**
 * How two authorities without an agreement meet: a supervisor takes in the card that came as a
 * file, another person compares its words with the partner by telephone or at the signing, and only
 * then is the identity pinned. Safe for use by many threads.
 */
public final class Introductions {
  private final AuthorityId own;
  private final Store store;
  private final Journal journal;
  private final Partners partners;
  private final InstantSource clock;

  public Introductions(
      AuthorityId own, Store store, Journal journal, Partners partners, InstantSource clock) {
    this.own = own;
    this.store = store;
    this.journal = journal;
    this.partners = partners;
    this.clock = clock;
  }

  /** A card that waits to be compared. */
  public record Introduction(
      AuthorityId authority, IdentityCard card, URI address, OfficerId by, Instant at) {}

  /** Takes in a card; a card of the same authority that waits is replaced. */
  public Outcome<AuthorityId> introduce(Officer by, IdentityCard card, URI address) {
    Optional<Refusal> refusal = TwoHands.PARTNER.againstFirst(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    AuthorityId authority = new AuthorityId(card.authority());
    boolean known =
        partners
            .find(authority)
            .filter(p -> p.card().fingerprint().equals(card.fingerprint()))
            .isPresent();
    if (authority.equals(own) || (partners.find(authority).isPresent() && !known)) {
      return Outcome.refused(StepRefusal.IDENTITY_DIFFERS);
    }
    return store.write(tx -> {
      tx.sql(
              """
              INSERT INTO introduction (authority, card, address, introduced_by, introduced_at)
              VALUES (:authority, :card, :address, :by, :at)
              ON CONFLICT (authority) DO UPDATE
              SET card = excluded.card, address = excluded.address,
                introduced_by = excluded.introduced_by, introduced_at = excluded.introduced_at
              """)
          .param("authority", authority.value())
          .param("card", card.encoded())
          .param("address", address.toString())
          .param("by", by.id().toString())
          .param("at", Times.micros(clock.instant()))
          .update();
      journal.append(
          tx,
          Event.PARTNER_INTRODUCED,
          by.id().toString(),
          Map.of("partner", authority.value(), "fingerprint", card.fingerprint().hex()));
      return Outcome.done(authority);
    });
  }

  /** Cards that wait to be compared. */
  public List<Introduction> waiting() {
    return store.read(tx ->
        tx.sql("SELECT authority, card, address, introduced_by, introduced_at FROM introduction")
            .query((rs, n) ->
                new Introduction(
                    new AuthorityId(rs.getString("authority")),
                    card(rs.getBytes("card")),
                    URI.create(rs.getString("address")),
                    OfficerId.of(rs.getString("introduced_by")),
                    Times.instant(rs.getLong("introduced_at"))))
            .list());
  }

  /**
   * Another person states that the words were compared and are the same.
   *
   * @param fingerprint of the card that was shown, so that nothing else is confirmed
   */
  public Outcome<AuthorityId> confirm(Officer by, AuthorityId authority, String fingerprint) {
    Optional<Refusal> refusal = TwoHands.PARTNER.againstSecond(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<Introduction> found =
        waiting().stream().filter(i -> i.authority().equals(authority)).findFirst();
    if (found.isEmpty() || !found.get().card().fingerprint().hex().equals(fingerprint)) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Optional<Refusal> same = TwoHands.PARTNER.againstSecond(by, found.get().by());
    if (same.isPresent()) {
      return Outcome.refused(same.get());
    }
    partners.pin(found.get().card(), found.get().address());
    remove(authority);
    return Outcome.done(authority);
  }

  /** Puts a card away that was not the partner's. */
  public Outcome<AuthorityId> discard(Officer by, AuthorityId authority) {
    if (!Rights.may(by, Right.INTRODUCE_PARTNERS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return remove(authority) == 1 ? Outcome.done(authority) : Outcome.refused(Usual.NOT_FOUND);
  }

  private int remove(AuthorityId authority) {
    return store.write(tx ->
        tx.sql("DELETE FROM introduction WHERE authority = :authority")
            .param("authority", authority.value())
            .update());
  }

  private static IdentityCard card(byte[] encoded) {
    if (IdentityCard.read(encoded) instanceof IdentityCard.Reading.Read read) {
      return read.card();
    }
    throw new IllegalStateException("A stored identity card is damaged. Restore the database.");
  }
}
