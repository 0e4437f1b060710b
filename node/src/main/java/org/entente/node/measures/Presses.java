package org.entente.node.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.store.Reads;

/**
 * What of urgent measures a person must know of now, for the post. Safe for use by many threads.
 */
public final class Presses {
  /** When both sides are reminded before what is preserved is lost. */
  static final Duration FIRST_REMINDER = Duration.ofDays(14);

  static final Duration SECOND_REMINDER = Duration.ofDays(7);
  static final Duration LAST_REMINDER = Duration.ofDays(2);

  /** Who is asked to preserve says within a day whether it does: what is asked for is volatile. */
  static final Duration ANSWERED_WITHIN = Duration.ofDays(1);

  /** What is due within a day or two rings when a quarter of its time is left. */
  private static final int QUARTER = 4;

  Presses() {}

  /** Why it presses. */
  public enum Why {
    /** A life may depend on what came, and nobody here has seen it. */
    LIFE_AT_RISK,
    /** Something came that nobody here has seen. */
    UNSEEN,
    /** A partner asks whether a person is at this post. */
    RADIO_CHECK,
    /** One officer let something out, and no second has looked at it. */
    UNREVIEWED,
    /** A partner asked to preserve data a day ago and was not answered. */
    UNANSWERED,
    /** A quarter of the time is left in which a partner is to be answered, or none. */
    ANSWER_DUE,
    /** A partner has not answered in time. */
    ANSWER_OVERDUE,
    /** What is preserved is lost in fourteen days. */
    LAPSES,
    /** In seven. */
    LAPSES_SOON,
    /** In two, or it was lost already. */
    LAPSES_NOW,
    /** A call has no written confirmation. */
    UNCONFIRMED
  }

  /**
   * Something that presses.
   *
   * @param id of a measure, or of a call
   */
  public record Press(Why why, String id) {}

  /** All that presses at an instant, what a life depends on first. */
  public List<Press> now(Reads tx, Instant now) {
    List<Press> unseen = new ArrayList<>();
    List<Press> all = new ArrayList<>();
    for (LegRows.Row leg : LegRows.unseenHere(tx)) {
      Why why = unseen(MeasureRows.find(tx, leg.measure()).orElseThrow());
      (why == Why.LIFE_AT_RISK ? all : unseen).add(new Press(why, leg.measure().toString()));
    }
    all.addAll(unseen);
    LegRows.unanswered(tx, now.minus(ANSWERED_WITHIN))
        .forEach(id -> all.add(new Press(Why.UNANSWERED, id.toString())));
    LegRows.answerDue(tx, now).forEach(id -> all.add(new Press(Why.ANSWER_DUE, id.toString())));
    LegRows.answerOverdue(tx, now)
        .forEach(id -> all.add(new Press(Why.ANSWER_OVERDUE, id.toString())));
    Instant reviewSoon = now.plus(MeasureDesk.REVIEW_WITHIN.dividedBy(QUARTER));
    MeasureRows.unreviewed(tx, reviewSoon)
        .forEach(id -> all.add(new Press(Why.UNREVIEWED, id.toString())));
    Instant callSoon = now.plus(Calls.CONFIRMED_WITHIN.dividedBy(QUARTER));
    CallRows.open(tx).stream()
        .filter(call -> !call.dueAt().isAfter(callSoon))
        .forEach(call -> all.add(new Press(Why.UNCONFIRMED, call.id().toString())));
    for (LegRows.Row leg : LegRows.lapsing(tx, now.plus(FIRST_REMINDER))) {
      reminder(leg.until().orElseThrow(), now)
          .ifPresent(why -> all.add(new Press(why, leg.measure().toString())));
    }
    return all;
  }

  /**
   * Whether an officer did something about a measure since that its partner is told: an answer, a
   * step; that it was seen is none.
   */
  public boolean worked(Reads tx, MeasureId id, Instant since) {
    return LegRows.of(tx, id).stream()
        .flatMap(leg -> StepRows.of(tx, leg.id()).stream())
        .anyMatch(
            step -> step.ours() && step.kind() != MeasureKind.SEEN && step.madeAt().isAfter(since));
  }

  private static Why unseen(MeasureRows.Row row) {
    if (row.kind().aboutLife()) {
      return Why.LIFE_AT_RISK;
    }
    return row.kind() == MeasureKind.RADIO_CHECK && !row.ours() ? Why.RADIO_CHECK : Why.UNSEEN;
  }

  /** Which reminder of an end holds at an instant; none before the first. */
  static Optional<Why> reminder(Instant until, Instant now) {
    Duration left = Duration.between(now, until);
    if (left.compareTo(FIRST_REMINDER) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        left.compareTo(LAST_REMINDER) <= 0
            ? Why.LAPSES_NOW
            : left.compareTo(SECOND_REMINDER) <= 0 ? Why.LAPSES_SOON : Why.LAPSES);
  }
}
