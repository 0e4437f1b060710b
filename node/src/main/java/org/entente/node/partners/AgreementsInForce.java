package org.entente.node.partners;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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
import org.entente.agreement.Reading;
import org.entente.agreement.Status;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Reads;
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
    this.held = store.read(tx -> HeldAgreements.all(tx, this.own));
    compareIdentities();
  }

  /**
   * Holds the cards of partners against the annexes, which both sides signed, and the files of each
   * agreement against its hash: the database alone is not believed.
   */
  private void compareIdentities() {
    Set<AuthorityId> changed = store.read(HeldAgreements::changed);
    Instant now = clock.instant();
    for (Partner partner : partners.all()) {
      boolean contradicted =
          held.stream()
              .filter(h -> h.with(partner.id()).effectiveAt(now))
              .anyMatch(h -> !names(h.agreement(), partner.card()));
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
    /** The instrument is one between states and both belong to the same: every act is refused. */
    SAME_STATE,
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
        if (!agreement.binds(own) || !agreement.binds(new AuthorityId(card.authority()))) {
          yield new Loading.NotAParty();
        }
        for (IdentityCard named : List.of(ownCard, card)) {
          if (!names(agreement, named)) {
            yield new Loading.IdentityDiffers(new AuthorityId(named.authority()));
          }
        }
        partners.pin(card, address);
        AuthorityId partner = new AuthorityId(card.authority());
        store.write(tx -> keep(tx, agreement, instrument, arrangement, history, partner));
        reload();
        yield new Loading.Loaded(agreement);
      }
    };
  }

  private boolean keep(
      Tx tx,
      Agreement agreement,
      byte[] instrument,
      byte[] arrangement,
      History history,
      AuthorityId partner) {
    String hash = agreement.hash().value();
    if (concluded(hash, partner)) {
      return false;
    }
    HeldAgreements.insert(tx, agreement, instrument, arrangement, clock.instant());
    endEarlier(tx, agreement, partner);
    for (Status status : withPartner(agreement, history, partner).statuses()) {
      HeldAgreements.mark(tx, hash, partner, status.state(), status.at(), own, null);
    }
    journal.append(
        tx,
        Event.AGREEMENT_LOADED,
        Journal.NODE,
        Map.of(
            "agreement", hash, "instrument", agreement.id().value(), "partner", partner.value()));
    return true;
  }

  /** Of a history of several parties, what concerns this authority and a partner. */
  private History withPartner(Agreement agreement, History history, AuthorityId partner) {
    Optional<String> mine = agreement.instrument().countryOf(own);
    Optional<String> theirs = agreement.instrument().countryOf(partner);
    return mine.isEmpty() || theirs.isEmpty()
        ? history
        : history.between(mine.orElseThrow(), theirs.orElseThrow());
  }

  /**
   * An administrator who lays down a newer arrangement of an instrument with a partner replaces the
   * older one with that partner.
   */
  private void endEarlier(Tx tx, Agreement agreement, AuthorityId partner) {
    Instant now = clock.instant();
    for (Agreement earlier : between(partner)) {
      if (earlier.id().equals(agreement.id()) && earlier.inForceAt(now)) {
        HeldAgreements.mark(
            tx, earlier.hash().value(), partner, Status.State.TERMINATED, now, own, null);
      }
    }
  }

  /** Whether an agreement names this authority and a pinned partner with their identities. */
  public Fit fit(Agreement agreement, AuthorityId partner) {
    if (!agreement.binds(own) || !agreement.binds(partner)) {
      return Fit.NOT_A_PARTY;
    }
    if (agreement.instrument().withinOneState(own, partner)) {
      return Fit.SAME_STATE;
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
   * Puts a ratified agreement into force with a partner, and ends the one between the two that it
   * amends.
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
    if (concluded(hash, partner)) {
      return;
    }
    HeldAgreements.insert(tx, agreement, instrument, arrangement, at);
    Instant signed = agreement.instrument().signedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    HeldAgreements.mark(
        tx, hash, partner, Status.State.SIGNED, signed.isBefore(at) ? signed : at, own, null);
    Change change = new Change(partner, own, at, step);
    mark(tx, hash, Status.State.IN_FORCE, change);
    if (amends != null && concluded(amends, partner)) {
      mark(tx, amends, Status.State.TERMINATED, change);
    }
  }

  /**
   * What changes an agreement with one partner.
   *
   * @param side which of the two made the change
   * @param step the note that says so
   */
  public record Change(AuthorityId partner, AuthorityId side, Instant at, UUID step) {}

  /** One side has suspended it. */
  public void suspended(Tx tx, String hash, Change change) {
    mark(tx, hash, Status.State.SUSPENDED, change);
  }

  /** The side that suspended it has taken that back. */
  public void resumed(Tx tx, String hash, Change change) {
    mark(tx, hash, Status.State.RESUMED, change);
  }

  /** It ends at an instant, perhaps a coming one. */
  public void terminated(Tx tx, String hash, Change change) {
    mark(tx, hash, Status.State.TERMINATED, change);
  }

  /** The steps that end an agreement with a partner; empty for an end that no step gave. */
  public List<Optional<UUID>> endingSteps(Reads tx, String hash, AuthorityId partner) {
    return HeldAgreements.endingSteps(tx, hash, partner);
  }

  /** A notice that the partner did not take ends nothing any more: it is given anew. */
  public void notEnding(Tx tx, String hash, UUID step) {
    HeldAgreements.unend(tx, hash, step);
  }

  /** The end that a note of ours gave an agreement lies elsewhere, because it was sealed anew. */
  public void endsInstead(Tx tx, String hash, UUID step, Instant end) {
    HeldAgreements.move(tx, hash, step, end);
  }

  private void mark(Tx tx, String hash, Status.State state, Change change) {
    HeldAgreements.mark(
        tx, hash, change.partner(), state, change.at(), change.side(), change.step());
    Map<String, String> references = new TreeMap<>();
    references.put("agreement", hash);
    references.put("state", state.code());
    references.put("side", change.side().value());
    references.put("partner", change.partner().value());
    references.put("message", change.step().toString());
    journal.append(tx, Event.AGREEMENT_CHANGED, Journal.NODE, references);
  }

  /** Makes committed changes seen. One at a time, so that the newest reading is the one kept. */
  public synchronized void reload() {
    held = store.read(tx -> HeldAgreements.all(tx, own));
    compareIdentities();
  }

  /**
   * Every agreement held here, the newest first; of several partners with the history of the one it
   * binds now.
   */
  public List<Agreement> all() {
    Instant now = clock.instant();
    return held.stream().map(h -> h.foremost(now)).toList();
  }

  /**
   * The agreements between this authority and a partner, as they stand between the two; none while
   * the partner's identity is doubted.
   */
  public List<Agreement> between(AuthorityId partner) {
    if (partners.doubted().contains(partner)) {
      return List.of();
    }
    return held.stream()
        .filter(h -> h.agreement().binds(partner))
        .map(h -> h.towards(partner))
        .toList();
  }

  /** The agreement with this hash, with the history as in {@link #all}. */
  public Optional<Agreement> held(String hash) {
    return find(hash).map(h -> h.foremost(clock.instant()));
  }

  /** The agreement with this hash as it stands with a partner, if that is a party. */
  public Optional<Agreement> held(String hash, AuthorityId partner) {
    return find(hash).filter(h -> h.agreement().binds(partner)).map(h -> h.towards(partner));
  }

  /** Whether an agreement was ever in force between this authority and a partner. */
  public boolean concluded(String hash, AuthorityId partner) {
    return find(hash).filter(h -> h.with(partner).began()).isPresent();
  }

  /** The partners with which an agreement was ever in force. */
  public List<AuthorityId> partnersOf(String hash) {
    return find(hash).map(Held::partners).orElse(List.of());
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

  /** Where an agreement stands with a partner at an instant. */
  public Status.State stateOf(String hash, AuthorityId partner, Instant at) {
    return held(hash, partner).flatMap(a -> a.stateAt(at)).orElse(Status.State.SIGNED);
  }

  /** Whether a side has suspended an agreement with a partner and not taken that back. */
  public boolean suspendedBy(String hash, AuthorityId partner, AuthorityId side) {
    return find(hash).map(h -> h.with(partner).suspending().contains(side)).orElse(false);
  }

  /** When it ends or ended with a partner, if that is known. */
  public Optional<Instant> endOf(String hash, AuthorityId partner) {
    return find(hash).flatMap(h -> h.with(partner).end());
  }

  /**
   * Since when the instrument of an agreement does not bind a partner any more; empty while one of
   * its arrangements with that partner does or may again, and for what was never in force between
   * the two.
   */
  public Optional<Instant> overSince(String hash, AuthorityId partner, Instant now) {
    List<Agreement> arrangements =
        find(hash).stream()
            .flatMap(h -> between(partner).stream().filter(a -> a.id().equals(h.agreement().id())))
            .filter(a -> concluded(a.hash().value(), partner))
            .toList();
    return arrangements.stream()
            .allMatch(a -> a.stateAt(now).equals(Optional.of(Status.State.TERMINATED)))
        ? arrangements.stream()
            .flatMap(a -> endOf(a.hash().value(), partner).stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Days of notice before a termination takes effect. */
  public int noticeDaysOf(String hash) {
    return held(hash).map(a -> a.arrangement().noticeDays()).orElse(0);
  }
}
