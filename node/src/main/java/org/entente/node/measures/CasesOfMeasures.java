package org.entente.node.measures;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseSummary;
import org.entente.node.casework.Casework;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;

/**
 * Which case an urgent measure belongs to: an alert that led to a request, a preservation before
 * the letter of a judge.
 *
 * <p><b>Guarantees.</b> A measure belongs to one case at most, with a partner that the measure was
 * exchanged with; each change is an entry.
 *
 * <p>Safe for use by many threads.
 */
public final class CasesOfMeasures {
  private final Store store;
  private final Journal journal;
  private final Casework casework;
  private final InstantSource clock;

  CasesOfMeasures(Measures.Needs n) {
    this.store = n.store();
    this.journal = n.journal();
    this.casework = n.casework();
    this.clock = n.clock();
  }

  /** A case as a measure names it. */
  public record Named(CaseId id, String reference) {}

  /** A measure as a case names it. */
  public record Urgent(MeasureId id, String reference, MeasureKind kind) {}

  private static boolean may(Officer by) {
    return Rights.may(by, Right.READ_CASES)
        && Rights.any(by, Right.PREPARE_MEASURES, Right.RELEASE_MEASURES);
  }

  /**
   * Says that a measure belongs to a case.
   *
   * @param reference how officers call the case
   */
  public Outcome<MeasureId> join(Officer by, MeasureId id, String reference) {
    if (!may(by)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = clock.instant();
    Optional<CaseSummary> found =
        casework.cases().called(reference.strip()).flatMap(casework.cases()::summary);
    return store.write(tx -> {
      Optional<MeasureRows.Row> row = MeasureRows.find(tx, id);
      if (row.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      boolean exchanged =
          found.isPresent()
              && LegRows.of(tx, id).stream()
                  .anyMatch(leg -> leg.exchanged() && leg.partner().equals(found.get().partner()));
      if (!exchanged) {
        return Outcome.refused(MeasureRefusal.OTHER_CASE);
      }
      if (!CaseOfMeasureRows.join(tx, id, found.get().id(), by.id(), now)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Map<String, String> references = row.get().references();
      references.put("case", found.get().id().toString());
      journal.append(tx, Event.MEASURE_JOINED, by.id().toString(), references);
      return Outcome.done(id);
    });
  }

  /** Says that a measure does not belong to its case. */
  public Outcome<MeasureId> part(Officer by, MeasureId id) {
    if (!may(by)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<MeasureRows.Row> row = MeasureRows.find(tx, id);
      Optional<CaseId> of = CaseOfMeasureRows.of(tx, id);
      if (row.isEmpty() || of.isEmpty()) {
        return Outcome.refused(row.isEmpty() ? Usual.NOT_FOUND : Usual.WRONG_STATE);
      }
      boolean _ = CaseOfMeasureRows.part(tx, id);
      Map<String, String> references = row.get().references();
      references.put("case", of.get().toString());
      journal.append(tx, Event.MEASURE_PARTED, by.id().toString(), references);
      return Outcome.done(id);
    });
  }

  /** The case of a measure; nothing for anyone who may not read cases. */
  public Optional<Named> of(Officer officer, MeasureId id) {
    return Rights.may(officer, Right.READ_CASES)
        ? store
            .read(tx -> CaseOfMeasureRows.of(tx, id))
            .flatMap(
                of -> casework.cases().reference(of).map(reference -> new Named(of, reference)))
        : Optional.empty();
  }

  /** The measures of a case; none for anyone who may not read measures. */
  public List<Urgent> of(Officer officer, CaseId id) {
    return Rights.may(officer, Right.READ_MEASURES)
        ? store.read(tx ->
            CaseOfMeasureRows.measures(tx, id).stream()
                .flatMap(measure -> MeasureRows.find(tx, measure).stream())
                .map(row -> new Urgent(row.id(), row.reference(), row.kind()))
                .toList())
        : List.of();
  }
}
