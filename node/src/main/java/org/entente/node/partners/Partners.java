package org.entente.node.partners;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.entente.agreement.AuthorityId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.seal.CardDirectory;
import org.entente.seal.Fingerprint;
import org.entente.seal.IdentityCard;

/**
 * The partners this node knows. An identity is pinned once, after its fingerprint was found in the
 * annex of an agreement; nothing a partner sends can change it. What the database says of it is
 * believed only as long as card, noted fingerprint and annexes agree: otherwise the partner is
 * doubted, and nothing is exchanged with it. Safe for use by many threads.
 */
public final class Partners implements CardDirectory {
  private final Store store;
  private final Journal journal;
  private final InstantSource clock;
  private final List<Consumer<Partner>> listeners = new CopyOnWriteArrayList<>();
  private final Map<AuthorityId, Partner> known = new ConcurrentSkipListMap<>();
  private final Set<AuthorityId> doubted = new ConcurrentSkipListSet<>();

  public Partners(Store store, Journal journal, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
    for (Stored row : store.read(Partners::stored)) {
      Partner partner = partner(row.card(), row.address());
      if (partner.id().equals(row.authority())
          && partner.card().fingerprint().hex().equals(row.fingerprint())) {
        known.put(partner.id(), partner);
      } else {
        doubt(row.authority());
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  private record Stored(AuthorityId authority, byte[] card, String fingerprint, URI address) {}

  private static List<Stored> stored(Reads tx) {
    return tx.sql("SELECT authority, card, fingerprint, address FROM partner")
        .query((rs, n) ->
            new Stored(
                new AuthorityId(rs.getString("authority")),
                rs.getBytes("card"),
                rs.getString("fingerprint"),
                URI.create(rs.getString("address"))))
        .list();
  }

  /** Partners with whom nothing is exchanged, because their stored identity is contradicted. */
  public Set<AuthorityId> doubted() {
    return Set.copyOf(doubted);
  }

  /** Exchanges nothing more with a partner until its identity is pinned again. */
  final void doubt(AuthorityId id) {
    known.remove(id);
    if (doubted.add(id)) {
      store.write(tx ->
          journal.append(tx, Event.PARTNER_DOUBTED, Journal.NODE, Map.of("partner", id.value())));
    }
  }

  /** All partners, by name. */
  public Collection<Partner> all() {
    return List.copyOf(known.values());
  }

  public Optional<Partner> find(AuthorityId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Tells of each partner that is pinned from now on. */
  public void whenPinned(Consumer<Partner> listener) {
    listeners.add(listener);
  }

  /** Pins an identity; the same one again changes the address only, unless it was doubted. */
  public void pin(IdentityCard card, URI address) {
    AuthorityId id = new AuthorityId(card.authority());
    boolean again = doubted.contains(id);
    store.write(tx -> {
      if (again) {
        tx.sql("DELETE FROM partner WHERE authority = :id").param("id", id.value()).update();
      }
      int rows =
          tx.sql(
                  """
                  INSERT INTO partner (authority, card, fingerprint, address, added_at)
                  VALUES (:id, :card, :fingerprint, :address, :now)
                  ON CONFLICT (authority) DO NOTHING
                  """)
              .param("id", id.value())
              .param("card", card.encoded())
              .param("fingerprint", card.fingerprint().hex())
              .param("address", address.toString())
              .param("now", Times.micros(clock.instant()))
              .update();
      return rows == 1 ? noted(tx, card) : moved(tx, id, address);
    });
    Partner before = known.get(id);
    Partner partner = new Partner(id, before == null ? card : before.card(), address);
    known.put(id, partner);
    doubted.remove(id);
    listeners.forEach(listener -> listener.accept(partner));
  }

  private long noted(Tx tx, IdentityCard card) {
    return journal.append(
        tx,
        Event.PARTNER_PINNED,
        Journal.NODE,
        Map.of("partner", card.authority(), "fingerprint", card.fingerprint().hex()));
  }

  private static long moved(Tx tx, AuthorityId id, URI address) {
    return tx.sql("UPDATE partner SET address = :address WHERE authority = :id")
        .param("address", address.toString())
        .param("id", id.value())
        .update();
  }

  @Override
  public Optional<IdentityCard> byAuthority(String authority) {
    return known.values().stream()
        .map(Partner::card)
        .filter(card -> card.authority().equals(authority))
        .findFirst();
  }

  @Override
  public Optional<IdentityCard> bySigner(Fingerprint signingCertificate) {
    return known.values().stream()
        .map(Partner::card)
        .filter(card -> card.signerFingerprint().equals(signingCertificate))
        .findFirst();
  }

  private static Partner partner(byte[] encoded, URI address) {
    if (IdentityCard.read(encoded) instanceof IdentityCard.Reading.Read read) {
      return new Partner(new AuthorityId(read.card().authority()), read.card(), address);
    }
    throw new IllegalStateException("A stored identity card is damaged. Restore the database.");
  }
}
