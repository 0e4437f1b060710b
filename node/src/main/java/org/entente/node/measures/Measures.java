package org.entente.node.measures;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.Casework;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Outbox;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.work.Worker;

/** The door of urgent measures: puts their parts together from what they need. */
public final class Measures {
  /** Erased in one transaction at most; the writer is not held up. */
  private static final int AT_ONCE = 100;

  /** What was said by telephone is kept as long after it was settled. */
  private static final int CALL_MONTHS = 6;

  /**
   * After a backup was restored, holds that were set since it was made are gone; a day is left to
   * set them again.
   */
  private static final Duration PAUSE_AFTER_RESTORE = Duration.ofDays(1);

  private final Store store;
  private final Journal journal;
  private final InstantSource clock;
  private final Instant erasesFrom;
  private final MeasureDesk desk;
  private final Calls calls;
  private final Holds holds;
  private final CasesOfMeasures cases;
  private final MeasureOriginals originals;
  private final Presses presses = new Presses();
  private final MeasureMentions mentions;
  private final Mail<MeasureHeader> arrivals;
  private final List<ErasedWith> with = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Worker daily = Worker.every("measures", Duration.ofDays(1), this::run);

  /** What it works with. */
  public record Needs(
      AuthorityId own,
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      AgreementsInForce agreements,
      Partners partners,
      Outbox outbox,
      Casework casework,
      InstantSource clock) {}

  public Measures(Needs n) {
    this.store = n.store();
    this.journal = n.journal();
    this.clock = n.clock();
    Bodies bodies = new Bodies(n.vault(), n.decisions());
    MeasureViews views = new MeasureViews(bodies, n.decisions());
    this.desk = new MeasureDesk(n, bodies, views);
    this.calls = new Calls(n, bodies);
    this.holds = new Holds(n, bodies);
    this.cases = new CasesOfMeasures(n);
    this.originals = new MeasureOriginals(n.own(), bodies, views);
    this.erasesFrom =
        store.restored() ? clock.instant().plus(PAUSE_AFTER_RESTORE) : clock.instant();
    this.mentions = new MeasureMentions(store, bodies, views);
    this.arrivals = new MeasuresArriving(n, bodies, views, desk, this::arrived);
  }

  public MeasureDesk desk() {
    return desk;
  }

  public Calls calls() {
    return calls;
  }

  /** Measures that are held for proceedings. */
  public Holds holds() {
    return holds;
  }

  /** Which case each measure belongs to. */
  public CasesOfMeasures cases() {
    return cases;
  }

  /** What was exchanged, as it was signed. */
  public MeasureOriginals originals() {
    return originals;
  }

  /** Something beside a measure that must go when its content goes. */
  public interface ErasedWith {
    void erased(Tx tx, MeasureId id);
  }

  /** Adds something that goes with every measure from now on. */
  public void with(ErasedWith also) {
    with.add(also);
  }

  /** What the post must know of. */
  public Presses presses() {
    return presses;
  }

  /** Measures about a person, for oversight. */
  public MeasureMentions mentions() {
    return mentions;
  }

  /** What the delivery hands measures to. */
  public Mail<MeasureHeader> arrivals() {
    return arrivals;
  }

  /** Tells when something has come that a person should hear of at once; quick, throws nothing. */
  public void whenArrived(Runnable listener) {
    listeners.add(listener);
  }

  private void arrived() {
    listeners.forEach(Runnable::run);
  }

  /** Erases at the start and every day what is not to be kept any longer. */
  public Worker daily() {
    return daily;
  }

  /**
   * Erases once; nothing while the clock is in doubt, or on the day after a backup was restored.
   */
  public void run() {
    Instant now = clock.instant();
    if (!store.provenTime().erases(now) || now.isBefore(erasesFrom)) {
      return;
    }
    while (eraseMeasures(now) == AT_ONCE) {
      daily.works();
    }
    while (eraseCalls(now) == AT_ONCE) {
      daily.works();
    }
  }

  private int eraseMeasures(Instant now) {
    return store.write(tx -> {
      List<MeasureRows.Row> rows = MeasureRows.erasable(tx, now, AT_ONCE);
      for (MeasureRows.Row row : rows) {
        LegRows.of(tx, row.id()).forEach(leg -> StepRows.erase(tx, leg.id()));
        LegRows.erase(tx, row.id());
        MeasureRows.erase(tx, row, now);
        with.forEach(also -> also.erased(tx, row.id()));
        journal.append(tx, Event.MEASURE_ERASED, Journal.NODE, row.references());
      }
      return rows.size();
    });
  }

  private int eraseCalls(Instant now) {
    Instant before = now.atZone(ZoneOffset.UTC).minusMonths(CALL_MONTHS).toInstant();
    return store.write(tx -> {
      List<CallRows.Row> rows = CallRows.erasable(tx, before, AT_ONCE);
      for (CallRows.Row row : rows) {
        CallRows.erase(tx, row, now);
        journal.append(tx, Event.MEASURE_ERASED, Journal.NODE, Map.of("call", row.id().toString()));
      }
      return rows.size();
    });
  }
}
