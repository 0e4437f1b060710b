package org.entente.node.measures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.ContactPoint;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.ContentRules;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partners;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Vault.Locked;

/**
 * Where officers write down what was said by telephone before it is confirmed in writing. Safe for
 * use by many threads.
 */
public final class Calls {
  /** The written confirmation follows within it. */
  public static final Duration CONFIRMED_WITHIN = Duration.ofHours(24);

  /** A call further back than that is written down as what it is: a letter that is missing. */
  private static final Duration OLDEST = Duration.ofDays(7);

  private static final int LINE_MOST = 200;

  private final Store store;
  private final Journal journal;
  private final Partners partners;
  private final AgreementsInForce agreements;
  private final InstantSource clock;
  private final Bodies bodies;

  Calls(Measures.Needs n, Bodies bodies) {
    this.store = n.store();
    this.journal = n.journal();
    this.partners = n.partners();
    this.agreements = n.agreements();
    this.clock = n.clock();
    this.bodies = bodies;
  }

  /**
   * Writes a call down.
   *
   * @param theirs whether the partner asked; else this authority did
   * @param at when the call was
   */
  public Outcome<CallId> note(
      Officer by, AuthorityId partner, boolean theirs, Instant at, Call call) {
    if (!Rights.may(by, Right.PREPARE_MEASURES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = clock.instant();
    boolean whole =
        line(call.with())
            && line(call.number())
            && ContentRules.faults("said", call.said()).isEmpty()
            && !at.isAfter(now)
            && at.isAfter(now.minus(OLDEST))
            && partners.find(partner).isPresent();
    if (!whole) {
      return Outcome.refused(MeasureRefusal.CALL_INCOMPLETE);
    }
    CallId id = CallId.next();
    Locked body = bodies.lock(id, call);
    return Outcome.done(
        store.write(tx -> {
          CallRows.insert(
              tx,
              new CallRows.Row(
                  id,
                  partner,
                  theirs,
                  CallState.OPEN,
                  body,
                  at,
                  at.plus(CONFIRMED_WITHIN),
                  by.id(),
                  now,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
          journal.append(
              tx,
              Event.CALL_NOTED,
              by.id().toString(),
              Map.of("call", id.toString(), "partner", partner.value()),
              body.hash());
          return id;
        }));
  }

  private static boolean line(String text) {
    return !text.isBlank()
        && text.length() <= LINE_MOST
        && ContentRules.bounds("line", text).isEmpty();
  }

  /** A measure between the two, in the direction of the call, is what was said, in writing. */
  public Outcome<CallId> confirm(Officer by, CallId id, MeasureId measure) {
    if (!Rights.may(by, Right.PREPARE_MEASURES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = clock.instant();
    return store.write(tx -> {
      Optional<CallRows.Row> call = CallRows.find(tx, id);
      if (call.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (!inWriting(tx, call.get(), measure)) {
        return Outcome.refused(MeasureRefusal.OTHER_MATTER);
      }
      if (!CallRows.close(tx, id, CallState.CONFIRMED, measure, null, by.id(), now)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      journal.append(
          tx,
          Event.CALL_CONFIRMED,
          by.id().toString(),
          Map.of("call", id.toString(), "measure", measure.toString()));
      return Outcome.done(id);
    });
  }

  private static boolean inWriting(Reads tx, CallRows.Row call, MeasureId measure) {
    return MeasureRows.find(tx, measure).filter(row -> row.ours() != call.theirs()).isPresent()
        && LegRows.of(tx, measure).stream()
            .anyMatch(leg -> leg.partner().equals(call.partner()) && leg.exchanged());
  }

  /** Nothing in writing will come: the call was not genuine, or what it asked is over. */
  public Outcome<CallId> close(Officer by, CallId id, String words) {
    if (!Rights.may(by, Right.PREPARE_MEASURES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (!ContentRules.faults("words", words).isEmpty()) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Optional<CallRows.Row> call = store.read(tx -> CallRows.find(tx, id));
    if (call.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    if (call.get().state() != CallState.OPEN) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    Instant now = clock.instant();
    byte[] sealed =
        bodies.lockBeside(id, call.get().body(), words.strip().getBytes(StandardCharsets.UTF_8));
    return store.write(tx -> {
      if (!CallRows.close(tx, id, CallState.CLOSED, null, sealed, by.id(), now)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      journal.append(tx, Event.CALL_CLOSED, by.id().toString(), Map.of("call", id.toString()));
      return Outcome.done(id);
    });
  }

  /** Those that wait for the written word, the most pressing first. */
  public List<CallView> open(Officer officer) {
    return Rights.may(officer, Right.READ_MEASURES)
        ? store.read(CallRows::open).stream().map(this::view).toList()
        : List.of();
  }

  /** Those that a measure confirmed. */
  public List<CallView> confirmedBy(Officer officer, MeasureId measure) {
    return Rights.may(officer, Right.READ_MEASURES)
        ? store.read(tx -> CallRows.confirmedBy(tx, measure)).stream().map(this::view).toList()
        : List.of();
  }

  /** One call; the look is an entry. */
  public Optional<CallView> view(Officer officer, CallId id) {
    if (!Rights.may(officer, Right.READ_MEASURES)) {
      return Optional.empty();
    }
    return store
        .write(tx ->
            CallRows.find(tx, id)
                .map(row -> {
                  journal.append(
                      tx,
                      Event.MEASURE_READ,
                      officer.id().toString(),
                      Map.of("call", id.toString()));
                  return row;
                }))
        .map(this::view);
  }

  /** Where the agreements in force say that a partner is reached. */
  public List<ContactPoint> callBack(AuthorityId partner) {
    Instant now = clock.instant();
    return agreements.between(partner).stream()
        .filter(agreement -> agreement.inForceAt(now))
        .flatMap(agreement -> agreement.arrangement().contactPoints().stream())
        .filter(point -> point.authority().equals(partner))
        .distinct()
        .toList();
  }

  private CallView view(CallRows.Row row) {
    String because = "";
    if (row.sealedClose().isPresent()) {
      try {
        byte[] open = bodies.openBeside(row.id(), row.body(), row.sealedClose().get());
        because = new String(open, StandardCharsets.UTF_8);
      } catch (KeyForgotten e) {
        because = "";
      }
    }
    return new CallView(
        row.id(),
        row.partner(),
        row.theirs(),
        row.state(),
        bodies.open(row.id(), row.body()),
        callBack(row.partner()),
        row.calledAt(),
        row.dueAt(),
        row.state() == CallState.OPEN && !row.dueAt().isAfter(clock.instant()),
        row.notedBy(),
        row.confirmedBy(),
        row.closedBy(),
        row.closedAt(),
        because);
  }
}
