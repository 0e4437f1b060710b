package org.entente.node.partners;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fault;
import org.entente.agreement.Reading;
import org.entente.node.oversight.Event;
import org.entente.node.oversight.Journal;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.seal.IdentityCard;

/**
 * The agreements this node holds. Loading one pins the identities its annex names. Safe for use by
 * many threads.
 */
public final class AgreementsInForce {
  private final Store store;
  private final Journal journal;
  private final Partners partners;
  private final IdentityCard own;
  private final InstantSource clock;
  private final List<Agreement> held = new CopyOnWriteArrayList<>();

  public AgreementsInForce(
      Store store, Journal journal, Partners partners, IdentityCard own, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.partners = partners;
    this.own = own;
    this.clock = clock;
    store
        .read(tx ->
            tx.sql("SELECT instrument, arrangement FROM agreement ORDER BY loaded_at DESC")
                .query((rs, n) -> stored(rs.getBytes("instrument"), rs.getBytes("arrangement")))
                .list())
        .forEach(held::add);
  }

  /** What came of loading an agreement. */
  public sealed interface Loading {
    record Loaded(Agreement agreement) implements Loading {}

    /** The files are broken. */
    record Broken(List<Fault> faults) implements Loading {}

    /** The annex does not name the identity of this authority, or not the card that was given. */
    record IdentityDiffers(AuthorityId authority) implements Loading {}

    record NotAParty() implements Loading {}
  }

  /**
   * Takes an agreement and pins its partner.
   *
   * @param card the partner's identity card; its fingerprint must stand in the annex
   * @param address of the partner's node
   */
  public Loading load(byte[] instrument, byte[] arrangement, IdentityCard card, URI address) {
    return switch (new AgreementReader().read(instrument, arrangement)) {
      case Reading.Broken broken -> new Loading.Broken(broken.faults());
      case Reading.Read read -> load(read.agreement(), instrument, arrangement, card, address);
    };
  }

  private Loading load(
      Agreement agreement, byte[] instrument, byte[] arrangement, IdentityCard card, URI address) {
    AuthorityId ownId = new AuthorityId(own.authority());
    if (!agreement.instrument().hasParty(ownId)) {
      return new Loading.NotAParty();
    }
    for (IdentityCard named : List.of(own, card)) {
      AuthorityId authority = new AuthorityId(named.authority());
      boolean pinned =
          agreement
              .fingerprintOf(authority)
              .filter(f -> f.value().equals(named.fingerprint().hex()))
              .isPresent();
      if (!pinned) {
        return new Loading.IdentityDiffers(authority);
      }
    }
    partners.pin(card, address);
    keep(agreement, instrument, arrangement);
    return new Loading.Loaded(agreement);
  }

  private void keep(Agreement agreement, byte[] instrument, byte[] arrangement) {
    int rows =
        store.write(tx -> {
          int inserted =
              tx.sql(
                      "INSERT INTO agreement (hash, id, instrument, arrangement, loaded_at)"
                          + " VALUES (:hash, :id, :instrument, :arrangement, :now) ON CONFLICT"
                          + " (hash) DO NOTHING")
                  .param("hash", agreement.hash().value())
                  .param("id", agreement.id().value())
                  .param("instrument", instrument)
                  .param("arrangement", arrangement)
                  .param("now", Times.micros(clock.instant()))
                  .update();
          if (inserted == 1) {
            journal.append(
                tx,
                Event.AGREEMENT_LOADED,
                Journal.NODE,
                Map.of("agreement", agreement.id().value(), "hash", agreement.hash().value()));
          }
          return inserted;
        });
    if (rows == 1) {
      held.addFirst(agreement);
    }
  }

  /** Every agreement held here, the newest first. */
  public List<Agreement> all() {
    return List.copyOf(held);
  }

  /** The agreement with a partner: the one in force, else the newest. */
  public Optional<Agreement> with(AuthorityId partner) {
    Instant now = clock.instant();
    return held.stream()
        .filter(a -> a.instrument().hasParty(partner))
        .min(Comparator.comparingInt(a -> a.inForceAt(now) ? 0 : 1));
  }

  private static Agreement stored(byte[] instrument, byte[] arrangement) {
    return switch (new AgreementReader().read(instrument, arrangement)) {
      case Reading.Read read -> read.agreement();
      case Reading.Broken broken ->
          throw new IllegalStateException(
              "A stored agreement cannot be read by this version: " + broken.faults());
    };
  }
}
