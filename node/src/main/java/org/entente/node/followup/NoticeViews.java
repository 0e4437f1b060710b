package org.entente.node.followup;

import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.store.Reads;

/** Builds the view of a stored notice; opens only the part of its item that the notice repeats. */
final class NoticeViews {
  private final Items items;
  private final Bodies bodies;
  private final InstantSource clock;

  NoticeViews(Items items, Bodies bodies, InstantSource clock) {
    this.items = items;
    this.bodies = bodies;
    this.clock = clock;
  }

  NoticeView of(Reads tx, NoticeRows.Row row) {
    Item item = items.find(tx, row.about()).orElseThrow();
    boolean shown = item.standing().erasedAt().isEmpty() && !item.standing().restricted();
    Optional<Notice> says = bodies.open(row).filter(n -> shown || passage(n).isEmpty());
    Optional<String> before =
        says.flatMap(NoticeViews::passage)
            .flatMap(
                passage -> items.content(tx, row.about()).flatMap(c -> Passages.text(c, passage)));
    return new NoticeView(
        row.id(),
        row.partner(),
        row.ours(),
        row.kind(),
        row.about(),
        row.caseId(),
        item.caseReference(),
        row.carries(),
        row.state(),
        says,
        before,
        answer(tx, row),
        row.firstBy(),
        row.secondBy(),
        row.madeAt(),
        row.releasedAt(),
        row.misdatedAt(),
        row.answeredAt(),
        overdue(row),
        row.refusal());
  }

  /** Which passage of its item a notice repeats something of. */
  private static Optional<String> passage(Notice notice) {
    return switch (notice) {
      case Notice.Correction c -> Optional.of(c.passage());
      case Notice.Inaccuracy i -> Optional.of(i.passage());
      case Notice.Erasure e -> Optional.empty();
      case Notice.Restriction r -> Optional.empty();
      case Notice.Lifting l -> Optional.empty();
      case Notice.Recall r -> Optional.empty();
      case Notice.Handling h -> Optional.empty();
      case Notice.Finding f -> Optional.empty();
      case Notice.Passing p -> Optional.empty();
      case Notice.Permission p -> Optional.empty();
      case Notice.Acknowledgement a -> Optional.empty();
      case Notice.Reminder r -> Optional.empty();
    };
  }

  /** What an officer of the origin answered, or prepared to answer. */
  private Optional<NoticeView.Answer> answer(Reads tx, NoticeRows.Row row) {
    return !row.kind().toOrigin()
        ? Optional.empty()
        : NoticeRows.answer(tx, row.id())
            .flatMap(given ->
                bodies
                    .open(given)
                    .map(says ->
                        new NoticeView.Answer(given.id(), given.state(), says, given.firstBy())));
  }

  private boolean overdue(NoticeRows.Row row) {
    return row.ours()
        && row.state().unanswered()
        && row.releasedAt().isPresent()
        && !row.releasedAt()
            .get()
            .plus(row.kind().toOrigin() ? NoticeDesk.FINDING_WITHIN : NoticeDesk.ANSWER_WITHIN)
            .isAfter(clock.instant());
  }
}
