package org.entente.node.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Who holds a matter, so that each has one person who sees to it. Holding gives no right: every
 * officer of the desk may work on every matter. Each change is an entry in the ledger, for it shows
 * who was answerable when. Safe for use by many threads.
 */
public final class Holding {
  /** Nobody is away for longer without a word to the administrator. */
  public static final Duration LONGEST_DEPUTY = Duration.ofDays(92);

  private final Store store;
  private final Journal journal;
  private final Officers officers;
  private final InstantSource clock;

  Holding(Store store, Journal journal, Officers officers, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.officers = officers;
    this.clock = clock;
  }

  /** Who does an officer's work, and until when. */
  public record Deputy(OfficerId deputy, Instant until) {}

  /** The officer takes a matter that nobody holds, or that a colleague holds. */
  public Outcome<CaseId> take(Officer by, CaseId id) {
    return hold(by, id, Optional.of(by), Right.HOLD_CASES);
  }

  /** An officer gives a matter to a colleague of the desk. */
  public Outcome<CaseId> assign(Officer by, CaseId id, OfficerId to) {
    Optional<Officer> colleague = colleague(to);
    return Rights.may(by, Right.ASSIGN_CASES) && colleague.isEmpty()
        ? Outcome.refused(Rejection.NOT_A_COLLEAGUE)
        : hold(by, id, colleague, Right.ASSIGN_CASES);
  }

  /** Who holds a matter gives it back, so that it is new again. */
  public Outcome<CaseId> handBack(Officer by, CaseId id) {
    if (!Rights.may(by, Right.HOLD_CASES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      if (CaseRows.find(tx, id).isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (!WorkRows.holder(tx, id).equals(Optional.of(by.id()))) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      return held(tx, by, id, Optional.empty());
    });
  }

  private Outcome<CaseId> hold(Officer by, CaseId id, Optional<Officer> to, Right right) {
    if (!Rights.may(by, right)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<CaseRows.Row> file = CaseRows.find(tx, id);
      if (file.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      boolean held = WorkRows.holder(tx, id).equals(to.map(Officer::id));
      if (file.get().closedAt().isPresent() || held) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      return held(tx, by, id, to.map(Officer::id));
    });
  }

  private Outcome<CaseId> held(Tx tx, Officer by, CaseId id, Optional<OfficerId> holder) {
    WorkRows.hold(tx, id, holder.orElse(null));
    Map<String, String> references = new TreeMap<>(Map.of("case", id.toString()));
    holder.ifPresent(to -> references.put("holder", to.toString()));
    Event event = holder.isPresent() ? Event.CASE_ASSIGNED : Event.CASE_HANDED_BACK;
    journal.append(tx, event, by.id().toString(), references);
    return Outcome.done(id);
  }

  /**
   * Names who does the officer's work until an instant; their matters are then among the deputy's.
   */
  public Outcome<OfficerId> deputise(Officer by, OfficerId deputy, Instant until) {
    if (!Rights.may(by, Right.HOLD_CASES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = clock.instant();
    if (colleague(deputy).isEmpty() || deputy.equals(by.id())) {
      return Outcome.refused(Rejection.NOT_A_COLLEAGUE);
    }
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_DEPUTY))) {
      return Outcome.refused(Rejection.DEPUTY_TOO_LONG);
    }
    store.write(tx -> {
      WorkRows.deputise(tx, by.id(), deputy, until);
      return journal.append(
          tx, Event.DEPUTY_NAMED, by.id().toString(), Map.of("deputy", deputy.toString()));
    });
    return Outcome.done(deputy);
  }

  /** The officer is back. */
  public Outcome<OfficerId> endDeputy(Officer by) {
    store.write(tx -> {
      WorkRows.undeputise(tx, by.id());
      return journal.append(tx, Event.DEPUTY_ENDED, by.id().toString(), Map.of());
    });
    return Outcome.done(by.id());
  }

  /** Who does an officer's work now. */
  public Optional<Deputy> deputy(OfficerId officer) {
    return store.read(tx -> WorkRows.deputy(tx, officer, clock.instant()));
  }

  /** Those who can hold a matter, by name. */
  public List<Officer> colleagues() {
    return officers.all().stream().filter(o -> Rights.may(o, Right.HOLD_CASES)).toList();
  }

  private Optional<Officer> colleague(OfficerId id) {
    return officers.find(id).filter(officer -> Rights.may(officer, Right.HOLD_CASES));
  }
}
