package org.entente.node.partners;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fault;
import org.entente.agreement.History;
import org.entente.agreement.Party;
import org.entente.agreement.Reading;
import org.entente.agreement.Status;
import org.entente.node.oversight.Event;
import org.entente.node.oversight.Journal;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.seal.IdentityCard;
import org.jspecify.annotations.Nullable;

/**
 * The agreements this node holds, with what has become of each. Changes are written in the
 * transaction of the step that causes them and seen after {@link #reload}. Safe for use by many
 * threads.
 */
public final class AgreementsInForce {
  private final Store store;
  private final Journal journal;
  private final Partners partners;
  private final IdentityCard ownCard;
  private final AuthorityId own;
  private final InstantSource clock;
  private volatile List<Held> held;

  public AgreementsInForce(
      Store store, Journal journal, Partners partners, IdentityCard own, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.partners = partners;
    this.ownCard = own;
    this.own = new AuthorityId(own.authority());
    this.clock = clock;
    this.held = store.read(HeldAgreements::all);
    compareIdentities();
  }

  /**
   * Holds the cards of partners against the annexes, which both sides signed, and the files of each
   * agreement against its hash: the database alone is not believed.
   */
  private void compareIdentities() {
    Set<AuthorityId> changed = store.read(HeldAgreements::changed);
    for (Partner partner : partners.all()) {
      boolean contradicted =
          all().stream()
              .filter(a -> a.inForceAt(clock.instant()) && a.instrument().hasParty(partner.id()))
              .anyMatch(a -> !names(a, partner.card()));
      if (contradicted || changed.contains(partner.id())) {
        partners.doubt(partner.id());
      }
    }
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

  /** Whether an agreement can bind this authority and a partner. */
  public enum Fit {
    FITS,
    NOT_A_PARTY,
    /** The annex names another identity than the pinned one, of either side. */
    IDENTITY_DIFFERS
  }

  /**
   * Takes an agreement that was signed before the nodes met, and pins its partner.
   *
   * @param history what became of it until now
   * @param card the partner's identity card; its fingerprint must stand in the annex
   * @param address of the partner's node
   */
  public Loading load(
      byte[] instrument, byte[] arrangement, History history, IdentityCard card, URI address) {
    return switch (new AgreementReader().read(instrument, arrangement)) {
      case Reading.Broken broken -> new Loading.Broken(broken.faults());
      case Reading.Read read -> {
        Agreement agreement = read.agreement();
        if (!agreement.instrument().hasParty(own)) {
          yield new Loading.NotAParty();
        }
        for (IdentityCard named : List.of(ownCard, card)) {
          if (!names(agreement, named)) {
            yield new Loading.IdentityDiffers(new AuthorityId(named.authority()));
          }
        }
        partners.pin(card, address);
        store.write(tx -> keep(tx, agreement, instrument, arrangement, history));
        reload();
        yield new Loading.Loaded(agreement);
      }
    };
  }

  private boolean keep(
      Tx tx, Agreement agreement, byte[] instrument, byte[] arrangement, History history) {
    String hash = agreement.hash().value();
    if (!HeldAgreements.insert(tx, agreement, instrument, arrangement, clock.instant())) {
      return false;
    }
    endEarlier(tx, agreement);
    for (Status status : history.statuses()) {
      HeldAgreements.mark(tx, hash, status.state(), status.at(), own, null);
    }
    journal.append(
        tx,
        Event.AGREEMENT_LOADED,
        Journal.NODE,
        Map.of("agreement", hash, "instrument", agreement.id().value()));
    return true;
  }

  /** An administrator who lays down a newer arrangement of an instrument replaces the older one. */
  private void endEarlier(Tx tx, Agreement agreement) {
    Instant now = clock.instant();
    for (Agreement earlier : all()) {
      if (earlier.id().equals(agreement.id()) && earlier.inForceAt(now)) {
        HeldAgreements.mark(tx, earlier.hash().value(), Status.State.TERMINATED, now, own, null);
      }
    }
  }

  /** Whether an agreement names this authority and a pinned partner with their identities. */
  public Fit fit(Agreement agreement, AuthorityId partner) {
    if (!agreement.instrument().hasParty(own) || !agreement.instrument().hasParty(partner)) {
      return Fit.NOT_A_PARTY;
    }
    boolean named =
        names(agreement, ownCard)
            && partners.find(partner).filter(p -> names(agreement, p.card())).isPresent();
    return named ? Fit.FITS : Fit.IDENTITY_DIFFERS;
  }

  private static boolean names(Agreement agreement, IdentityCard card) {
    return agreement
        .fingerprintOf(new AuthorityId(card.authority()))
        .filter(f -> f.value().equals(card.fingerprint().hex()))
        .isPresent();
  }

  /**
   * Puts a ratified agreement into force, and ends the one that it amends.
   *
   * @param step the ratification
   */
  public void enact(
      Tx tx,
      byte[] instrument,
      byte[] arrangement,
      AuthorityId partner,
      @Nullable String amends,
      Instant at,
      UUID step) {
    Agreement agreement = HeldAgreements.read(instrument, arrangement);
    String hash = agreement.hash().value();
    if (!HeldAgreements.insert(tx, agreement, instrument, arrangement, at)) {
      return;
    }
    Instant signed =
        agreement.instrument().signedOn().atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    HeldAgreements.mark(
        tx, hash, Status.State.SIGNED, signed.isBefore(at) ? signed : at, own, null);
    change(tx, hash, Status.State.IN_FORCE, at, own, step);
    if (amends != null) {
      change(tx, amends, Status.State.TERMINATED, at, own, step);
    }
  }

  /** One side has suspended it. */
  public void suspended(Tx tx, String hash, AuthorityId side, Instant at, UUID step) {
    change(tx, hash, Status.State.SUSPENDED, at, side, step);
  }

  /** The side that suspended it has taken that back. */
  public void resumed(Tx tx, String hash, AuthorityId side, Instant at, UUID step) {
    change(tx, hash, Status.State.RESUMED, at, side, step);
  }

  /** It ends at an instant, perhaps a coming one. */
  public void terminated(Tx tx, String hash, AuthorityId side, Instant at, UUID step) {
    change(tx, hash, Status.State.TERMINATED, at, side, step);
  }

  private void change(
      Tx tx, String hash, Status.State state, Instant at, AuthorityId side, UUID step) {
    HeldAgreements.mark(tx, hash, state, at, side, step);
    Map<String, String> references = new TreeMap<>();
    references.put("agreement", hash);
    references.put("state", state.code());
    references.put("side", side.value());
    references.put("message", step.toString());
    journal.append(tx, Event.AGREEMENT_CHANGED, Journal.NODE, references);
  }

  /** Makes committed changes seen. One at a time, so that the newest reading is the one kept. */
  public synchronized void reload() {
    held = store.read(HeldAgreements::all);
    compareIdentities();
  }

  /** Every agreement held here with its history, the newest first. */
  public List<Agreement> all() {
    return held.stream().map(Held::agreement).toList();
  }

  /**
   * The agreements between this authority and a partner, the newest first; none while the partner's
   * identity is doubted.
   */
  public List<Agreement> between(AuthorityId partner) {
    if (partners.doubted().contains(partner)) {
      return List.of();
    }
    return all().stream().filter(a -> a.instrument().hasParty(partner)).toList();
  }

  public Optional<Agreement> held(String hash) {
    return find(hash).map(Held::agreement);
  }

  /** The files of an agreement as they were written: instrument and arrangement. */
  public Optional<Files> files(String hash) {
    return store.read(tx -> HeldAgreements.files(tx, hash));
  }

  /** Both files of an agreement. */
  @SuppressWarnings("ArrayRecordComponent") // Made once, handed over, never compared.
  public record Files(byte[] instrument, byte[] arrangement) {}

  private Optional<Held> find(String hash) {
    return held.stream().filter(h -> h.agreement().hash().value().equals(hash)).findFirst();
  }

  /** The agreement with a partner: the one in force, else the newest. */
  public Optional<Agreement> with(AuthorityId partner) {
    Instant now = clock.instant();
    return between(partner).stream().min(Comparator.comparingInt(a -> a.inForceAt(now) ? 0 : 1));
  }

  /** The other party of an agreement held here, if a partner of this node is one. */
  public Optional<AuthorityId> partnerOf(String hash) {
    return held(hash).stream()
        .flatMap(a -> a.parties().stream())
        .map(Party::authority)
        .filter(id -> !id.equals(own) && partners.find(id).isPresent())
        .findFirst();
  }

  /** Where an agreement stands at an instant. */
  public Status.State stateOf(String hash, Instant at) {
    return held(hash).flatMap(a -> a.stateAt(at)).orElse(Status.State.SIGNED);
  }

  /** Whether this side has suspended an agreement and not taken that back. */
  public boolean suspendedBy(String hash, AuthorityId side) {
    return find(hash).map(h -> h.suspending().contains(side)).orElse(false);
  }

  /** When it ends or ended, if that is known. */
  public Optional<Instant> endOf(String hash) {
    return find(hash).flatMap(Held::end);
  }

  /**
   * Since when the instrument of an agreement binds nobody any more; empty while one of its
   * arrangements does or may again, and for what is not held.
   */
  public Optional<Instant> overSince(String hash, Instant now) {
    List<Agreement> arrangements =
        held(hash).stream()
            .flatMap(held -> all().stream().filter(a -> a.id().equals(held.id())))
            .toList();
    return arrangements.stream()
            .allMatch(a -> a.stateAt(now).equals(Optional.of(Status.State.TERMINATED)))
        ? arrangements.stream()
            .flatMap(a -> endOf(a.hash().value()).stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Days of notice before a termination takes effect. */
  public int noticeDaysOf(String hash) {
    return held(hash).map(a -> a.arrangement().noticeDays()).orElse(0);
  }
}
