package org.entente.node.measures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.ContentRules;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;

/**
 * Measures that are held for proceedings.
 *
 * <p><b>Guarantees.</b> Nothing that a held measure says is erased; who held it does not lift it.
 *
 * <p>Safe for use by many threads.
 */
public final class Holds {
  private final Store store;
  private final Journal journal;
  private final Bodies bodies;
  private final InstantSource clock;

  Holds(Measures.Needs n, Bodies bodies) {
    this.store = n.store();
    this.journal = n.journal();
    this.clock = n.clock();
    this.bodies = bodies;
  }

  /**
   * Holds a measure until another person lifts it.
   *
   * @param why in which proceedings it is needed
   */
  public Outcome<MeasureId> set(Officer by, MeasureId id, String why) {
    if (!Rights.may(by, Right.MARK_CASES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (!ContentRules.faults("words", why).isEmpty()) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Instant now = clock.instant();
    return store.write(tx -> {
      Optional<MeasureRows.Row> row = MeasureRows.find(tx, id);
      if (row.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (row.get().erasedAt().isPresent() || HoldRows.find(tx, id).isPresent()) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      byte[] words = why.strip().getBytes(StandardCharsets.UTF_8);
      byte[] sealed = bodies.lockBeside(id, row.get().body(), words, place(id));
      boolean _ = HoldRows.set(tx, id, new HoldRows.Row(by.id(), now, sealed));
      journal.append(tx, Event.MEASURE_HELD, by.id().toString(), row.get().references());
      return Outcome.done(id);
    });
  }

  /** Lifts a hold that another person set. */
  public Outcome<MeasureId> lift(Officer by, MeasureId id) {
    if (!Rights.may(by, Right.MARK_CASES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<MeasureRows.Row> row = MeasureRows.find(tx, id);
      Optional<HoldRows.Row> hold = HoldRows.find(tx, id);
      if (row.isEmpty() || hold.isEmpty()) {
        return Outcome.refused(row.isEmpty() ? Usual.NOT_FOUND : Usual.WRONG_STATE);
      }
      Optional<Refusal> same = TwoHands.apart(hold.get().by(), by.id());
      if (same.isPresent()) {
        return Outcome.refused(same.get());
      }
      boolean _ = HoldRows.lift(tx, id);
      journal.append(tx, Event.MEASURE_HOLD_LIFTED, by.id().toString(), row.get().references());
      return Outcome.done(id);
    });
  }

  /** Names the place of the words of a hold. */
  static String place(MeasureId id) {
    return "hold/" + id;
  }
}
