package org.entente.node.measures;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;
import org.entente.seal.OpeningGrant;

/** Builds the view of a stored measure. */
final class MeasureViews {
  private final Bodies bodies;
  private final Decisions decisions;

  MeasureViews(Bodies bodies, Decisions decisions) {
    this.bodies = bodies;
    this.decisions = decisions;
  }

  /** What lets a leg be read again: the decision that let it in or out, else that it is ours. */
  OpeningGrant grant(LegRows.Row leg) {
    return leg.articles().isEmpty() ? decisions.ownDraft() : decisions.recorded(leg.articles());
  }

  /** The same for a measure: that of the first of its legs that was exchanged. */
  OpeningGrant grant(List<LegRows.Row> legs) {
    return legs.stream()
        .filter(leg -> !leg.articles().isEmpty())
        .findFirst()
        .map(this::grant)
        .orElseGet(decisions::ownDraft);
  }

  MeasureView of(Reads tx, MeasureRows.Row row) {
    List<LegRows.Row> legs = LegRows.of(tx, row.id());
    return view(
        row,
        legs.stream().map(leg -> leg(leg, StepRows.of(tx, leg.id()))).toList(),
        bodies.open(row, grant(legs)),
        HoldRows.find(tx, row.id()).map(hold -> hold(row, hold)));
  }

  private MeasureView.Hold hold(MeasureRows.Row row, HoldRows.Row hold) {
    byte[] why = bodies.openBeside(row, hold.sealedWhy(), Holds.place(row.id()));
    return new MeasureView.Hold(hold.by(), hold.at(), new String(why, StandardCharsets.UTF_8));
  }

  /** As it stands in a list: without what it says and what followed. */
  MeasureView line(MeasureRows.Row row, List<LegRows.Row> legs) {
    return view(
        row,
        legs.stream().map(leg -> leg(leg, List.of())).toList(),
        Optional.empty(),
        Optional.empty());
  }

  private MeasureView view(
      MeasureRows.Row row,
      List<MeasureView.Leg> legs,
      Optional<Measure.Opening> says,
      Optional<MeasureView.Hold> hold) {
    return new MeasureView(
        row.id(),
        row.reference(),
        row.kind(),
        row.ours(),
        row.state(),
        row.stated(),
        says,
        legs,
        row.firstBy(),
        row.releasedBy(),
        row.alone(),
        row.reviewDueAt(),
        row.review().map(review -> review(row, review)),
        row.madeAt(),
        row.releasedAt(),
        row.pressesAt(),
        row.settledAt(),
        hold);
  }

  private MeasureView.Review review(MeasureRows.Row row, MeasureRows.Reviewed review) {
    String words = "";
    if (review.sealed().isPresent()) {
      try {
        byte[] open = bodies.openBeside(row, review.sealed().get(), MeasureDesk.review(row.id()));
        words = new String(open, StandardCharsets.UTF_8);
      } catch (KeyForgotten e) {
        words = "";
      }
    }
    return new MeasureView.Review(review.confirmed(), review.by(), review.at(), words);
  }

  private MeasureView.Leg leg(LegRows.Row leg, List<StepRows.Row> steps) {
    OpeningGrant grant = grant(leg);
    return new MeasureView.Leg(
        leg.id(),
        leg.partner(),
        leg.partnerReference(),
        leg.sending(),
        leg.course(),
        leg.agreement(),
        leg.articles(),
        leg.releasedAt(),
        leg.arrivedAt(),
        leg.refusal(),
        leg.seenAt(),
        leg.seenBy(),
        leg.unseenHere(),
        leg.unseen() && !leg.awaitsHere(),
        leg.until(),
        leg.dueAt(),
        steps.stream()
            .map(step ->
                new MeasureView.Step(
                    step.id(),
                    step.kind(),
                    step.ours(),
                    step.sending(),
                    bodies.open(step, grant),
                    step.by(),
                    step.madeAt(),
                    step.arrivedAt(),
                    step.refusal()))
            .toList());
  }
}
