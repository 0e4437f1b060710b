package org.entente.node.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.checks.Epoch.State;
import org.entente.node.checks.EpochRows.Effect;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.records.Records;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * Where data owners decide which partner may check: publish a sealed index, renew its key, set how
 * much one officer may ask, withdraw.
 *
 * <p><b>Guarantees.</b> An epoch's key is committed in the ledger before anything is sealed with
 * it. When an epoch is closed its seed is destroyed, and what the partner holds is noise.
 *
 * <p>Safe for use by many threads.
 */
public final class Offers {
  /** How long one key is used at most. */
  static final Duration EPOCH = Duration.ofDays(90);

  /** A new index is begun so long before the old key ends: a large one takes hours to seal. */
  static final Duration AHEAD = Duration.ofDays(3);

  /** Nobody asks about so many persons one by one in a day. */
  public static final int MOST_PER_OFFICER = 1_000;

  /**
   * What a partner is answered about in a day, lists included and whatever officers it names, where
   * the agreement sets no quota: a list of an authority, and far from a dictionary of names.
   */
  public static final int MOST_PER_PARTNER = 20_000;

  private static final int DAYS = 30;

  private final Needs n;

  /** What offers work with. */
  record Needs(
      AuthorityId own,
      Store store,
      Journal journal,
      Partners partners,
      AgreementsInForce agreements,
      Decisions decisions,
      CheckScope scope,
      EpochKeys keys,
      Sealing sealing,
      Records records,
      InstantSource clock) {}

  Offers(Needs needs) {
    this.n = needs;
  }

  /**
   * Lets a partner check, or changes how much one of its officers may ask. Begins to seal an index
   * where there is none.
   */
  public Outcome<AuthorityId> publish(Officer by, AuthorityId partner, int officerPerDay) {
    if (!Rights.may(by, Right.OFFER_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (officerPerDay < 1 || officerPerDay > MOST_PER_OFFICER) {
      return Outcome.refused(Usual.TOO_LONG);
    }
    Instant now = n.clock().instant();
    if (n.partners().find(partner).isEmpty() || !permitted(partner, now)) {
      return Outcome.refused(CheckRefusal.NO_AGREEMENT);
    }
    n.store()
        .write(tx -> {
          OfferRows.put(tx, partner, officerPerDay, by.id(), now);
          n.journal()
              .append(
                  tx,
                  Event.CHECK_OFFER_CHANGED,
                  by.id().toString(),
                  Map.of(
                      "recipient",
                      partner.value(),
                      "officer-per-day",
                      Integer.toString(officerPerDay)));
          if (EpochRows.living(tx, partner).isEmpty()) {
            open(tx, by.id().toString(), partner, now);
          }
          return partner;
        });
    n.sealing().worker().wake();
    return Outcome.done(partner);
  }

  /**
   * Begins a new epoch: a new key, a new index; the old one answers until the new one is sealed.
   */
  public Outcome<AuthorityId> renew(Officer by, AuthorityId partner) {
    if (!Rights.may(by, Right.OFFER_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = n.clock().instant();
    boolean begun =
        n.store()
            .write(tx -> {
              List<Epoch> living = EpochRows.living(tx, partner);
              if (living.size() != 1 || living.getFirst().state() != State.OPEN) {
                return false;
              }
              open(tx, by.id().toString(), partner, now);
              return true;
            });
    n.sealing().worker().wake();
    return begun ? Outcome.done(partner) : Outcome.refused(Usual.WRONG_STATE);
  }

  /** Closes everything a partner may check; its key is destroyed. */
  public Outcome<AuthorityId> withdraw(Officer by, AuthorityId partner) {
    if (!Rights.may(by, Right.OFFER_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    List<Epoch> closed =
        n.store()
            .write(tx -> {
              List<Epoch> living = EpochRows.living(tx, partner);
              living.forEach(epoch -> n.sealing().close(tx, epoch, by.id().toString()));
              return living;
            });
    closed.forEach(epoch -> n.keys().destroy(epoch.id()));
    n.sealing().worker().wake();
    return closed.isEmpty() ? Outcome.refused(Usual.WRONG_STATE) : Outcome.done(partner);
  }

  private void open(Tx tx, String by, AuthorityId partner, Instant now) {
    EpochId id = EpochId.next();
    Locked seed = n.keys().seed(id);
    String publicKey = n.keys().publicKey(id, partner, seed);
    long commitment =
        n.journal()
            .append(
                tx,
                Event.CHECK_EPOCH_OPENED,
                by,
                Map.of("recipient", partner.value(), "epoch", id.toString(), "key", publicKey));
    EpochRows.insert(
        tx,
        new Epoch(
            id,
            partner,
            State.BUILDING,
            seed,
            publicKey,
            commitment,
            now,
            now.plus(EPOCH),
            0,
            0,
            0,
            Optional.empty()));
  }

  /** Begins new epochs where one ends soon, and closes what has ended. */
  void renewDue() {
    Instant now = n.clock().instant();
    if (!n.store().provenTime().erases(now)) {
      return; // Closing an epoch destroys its key.
    }
    List<Epoch> closed = new ArrayList<>();
    n.store()
        .write(tx -> {
          Map<AuthorityId, List<Epoch>> by =
              new TreeMap<>(Comparator.comparing(AuthorityId::value));
          EpochRows.living(tx)
              .forEach(
                  epoch -> by.computeIfAbsent(epoch.partner(), p -> new ArrayList<>()).add(epoch));
          by.forEach((partner, epochs) -> {
            Epoch first = epochs.getFirst();
            // A restored database may hold an epoch whose key was destroyed since.
            boolean keyless = first.seed().wrappedKey().length == 0;
            if (keyless || (first.state() == State.OPEN && !first.closesAt().isAfter(now))) {
              n.sealing().close(tx, first, Journal.NODE);
              closed.add(first);
            }
            if (epochs.size() == 1 && !keyless && !first.closesAt().minus(AHEAD).isAfter(now)) {
              open(tx, Journal.NODE, partner, now);
            }
          });
          return by.size();
        });
    closed.forEach(epoch -> n.keys().destroy(epoch.id()));
    n.sealing().worker().wake();
  }

  /** Whether some check of a partner could be permitted. */
  private boolean permitted(AuthorityId partner, Instant now) {
    return n.scope().of(partner, now).someone();
  }

  /** Every partner with what it may check. */
  public Outcome<List<OfferView>> all(Officer officer) {
    if (!Rights.may(officer, Right.READ_OFFERS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    long newest = n.records().newestRevision();
    return Outcome.done(
        n.partners().all().stream().map(partner -> view(partner.id(), newest)).toList());
  }

  private OfferView view(AuthorityId partner, long newest) {
    Instant now = n.clock().instant();
    return n.store()
        .read(tx -> {
          List<Epoch> living = EpochRows.living(tx, partner);
          List<OfferView.Day> days = AnsweredRows.days(tx, partner, DAYS, now);
          return new OfferView(
              partner,
              permitted(partner, now),
              OfferRows.officerPerDay(tx, partner),
              quota(partner, now),
              days.getLast().subjects(),
              living.stream()
                  .filter(epoch -> epoch.state() == State.OPEN)
                  .findFirst()
                  .map(epoch -> index(tx, epoch, newest)),
              living.stream()
                  .filter(epoch -> epoch.state() == State.BUILDING)
                  .findFirst()
                  .map(epoch ->
                      newest == 0 ? 100 : Math.clamp(100 * epoch.followed() / newest, 0, 100)),
              days);
        });
  }

  private static OfferView.Index index(Reads tx, Epoch epoch, long newest) {
    List<EpochRows.Part> parts = EpochRows.parts(tx, epoch.id());
    return new OfferView.Index(
        epoch.records(),
        parts.stream().mapToLong(EpochRows.Part::sizeBytes).sum(),
        parts.stream().filter(part -> part.effect() != Effect.SHARD).count(),
        epoch.openedAt(),
        epoch.publishedAt().orElse(epoch.openedAt()),
        epoch.closesAt(),
        epoch.followed() >= newest);
  }

  private int quota(AuthorityId partner, Instant now) {
    return n.agreements().between(partner).stream()
        .filter(agreement -> agreement.inForceAt(now))
        .flatMap(agreement -> perDay(agreement).stream())
        .findFirst()
        .orElse(MOST_PER_PARTNER);
  }

  static Optional<Integer> perDay(Agreement agreement) {
    return agreement.arrangement().quotaOf(ActKind.CHECK).map(quota -> quota.perDay());
  }

  /** The newest stops, for the supervisor. */
  public Outcome<Paged<Stop>> stops(Officer officer, Paged.Wanted wanted) {
    return Rights.may(officer, Right.READ_OFFERS)
        ? Outcome.done(n.store().read(tx -> StopRows.newest(tx, wanted)))
        : Outcome.refused(Usual.ROLE_MISSING);
  }

  /** All stops of a period, the newest first. */
  public Outcome<List<Stop>> stops(Officer officer, Instant from, Instant until) {
    return Rights.may(officer, Right.READ_OFFERS)
        ? Outcome.done(n.store().read(tx -> StopRows.between(tx, from, until)))
        : Outcome.refused(Usual.ROLE_MISSING);
  }

  /** Lets an officer check again after another officer has looked; never the officer's own stop. */
  public Outcome<String> lift(Officer by, String stop) {
    if (!Rights.may(by, Right.LIFT_CHECK_STOPS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = n.clock().instant();
    OfficerId id = by.id();
    return n.store()
        .write(tx -> {
          Optional<Stop> found = StopRows.find(tx, stop);
          if (found.isEmpty()) {
            return Outcome.<String>refused(Usual.NOT_FOUND);
          }
          Optional<Refusal> same = TwoHands.apart(OfficerId.of(found.get().officer()), id);
          if (same.isPresent()) {
            return Outcome.<String>refused(same.get());
          }
          if (!StopRows.lift(tx, stop, id, now)) {
            return Outcome.<String>refused(Usual.WRONG_STATE);
          }
          n.journal()
              .append(
                  tx,
                  Event.CHECKS_RESUMED,
                  id.toString(),
                  Map.of("officer", found.get().officer()));
          return Outcome.done(stop);
        });
  }
}
