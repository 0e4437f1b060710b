package org.entente.node.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.OfficerId;

/**
 * How long one case is kept, and what may become of it. The rules stand here and nowhere else; a
 * review is a value, every step makes a new one.
 *
 * @param concludedAt when the exchange was concluded; empty while it goes on
 * @param reviewBy when it is erased if nobody decides; empty while the exchange goes on
 * @param hold who keeps it from being erased, because it is needed in proceedings
 * @param restriction who keeps it, marked and closed, instead of erasing it
 */
public record Review(
    CaseId caseId,
    Optional<Instant> concludedAt,
    Optional<Instant> reviewBy,
    Optional<Mark> hold,
    Optional<Mark> restriction,
    Optional<Instant> erasedAt) {
  /** The first review at the latest, Directive (EU) 2023/977 Art. 16(4). */
  public static final int FIRST_MONTHS_MAX = 6;

  /** "Then regularly", Art. 16(4): an extension lets no more than a year pass without a look. */
  public static final int EXTENSION_MONTHS_MAX = 12;

  /** How long before its date a review is called due. */
  private static final Period REMINDED_BEFORE = Period.ofDays(30);

  /** Who set something, and when. */
  public record Mark(OfficerId by, Instant at) {}

  /** How urgent it is. */
  public enum Urgency {
    /** Its date has passed; only a hold or a restriction keeps it. */
    OVERDUE,
    SOON,
    LATER,
    /** The exchange goes on. */
    OPEN,
    ERASED
  }

  /** The review of a case whose exchange goes on. */
  static Review open(CaseId id) {
    return new Review(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The exchange was concluded.
   *
   * @param months as arranged; no later than {@link #FIRST_MONTHS_MAX} counts
   */
  Review concluded(Instant at, int months) {
    int first = Math.clamp(months, 1, FIRST_MONTHS_MAX);
    return new Review(
        caseId, Optional.of(at), Optional.of(monthsAfter(at, first)), hold, restriction, erasedAt);
  }

  /**
   * The agreement it was exchanged under is over: nothing more is exchanged, so the time to keep it
   * runs from then.
   *
   * @param months as {@link #concluded}
   */
  Review agreementOver(Instant since, int months) {
    return erasedAt.isPresent() || concludedAt.isPresent() ? this : concluded(since, months);
  }

  /** What is to be destroyed at an agreement's end: thirty days are left to hold or restrict it. */
  Review destroyedSoon(Instant now) {
    Instant last = remindedUntil(now);
    return erasedAt.isPresent() || reviewBy.filter(by -> !by.isAfter(last)).isPresent()
        ? this
        : new Review(caseId, concludedAt, Optional.of(last), hold, restriction, erasedAt);
  }

  public Urgency urgency(Instant now) {
    if (erasedAt.isPresent()) {
      return Urgency.ERASED;
    }
    if (reviewBy.isEmpty()) {
      return Urgency.OPEN;
    }
    if (!reviewBy.get().isAfter(now)) {
      return Urgency.OVERDUE;
    }
    return reviewBy.get().isAfter(remindedUntil(now)) ? Urgency.LATER : Urgency.SOON;
  }

  /** Reviews until then are called due now. */
  static Instant remindedUntil(Instant now) {
    return now.atOffset(ZoneOffset.UTC).plus(REMINDED_BEFORE).toInstant();
  }

  /** Whether nobody decided in time and nothing keeps it. */
  boolean erasesItself(Instant now) {
    return urgency(now) == Urgency.OVERDUE && hold.isEmpty() && restriction.isEmpty();
  }

  /** The last day to which it may be extended now. */
  public static Instant extensionMax(Instant now) {
    return monthsAfter(now, EXTENSION_MONTHS_MAX);
  }

  Outcome<Review> extended(OfficerId first, OfficerId second, Instant until, Instant now) {
    Optional<Refusal> refusal = extensible(until, now).or(() -> TwoHands.apart(first, second));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return Outcome.done(
        new Review(caseId, concludedAt, Optional.of(until), hold, restriction, erasedAt));
  }

  /** What stands against an extension; empty when a second person may confirm it. */
  Optional<Refusal> extensible(Instant until, Instant now) {
    if (erasedAt.isPresent() || reviewBy.isEmpty()) {
      return Optional.of(Usual.WRONG_STATE);
    }
    return until.isAfter(reviewBy.get()) && until.isAfter(now) && !until.isAfter(extensionMax(now))
        ? Optional.empty()
        : Optional.of(RetentionRefusal.DATE_NOT_ALLOWED);
  }

  /** What stands against erasing it now, by two persons. */
  Optional<Refusal> erasable() {
    if (erasedAt.isPresent() || concludedAt.isEmpty()) {
      return Optional.of(Usual.WRONG_STATE);
    }
    return hold.isPresent() ? Optional.of(RetentionRefusal.HELD) : Optional.empty();
  }

  Outcome<Review> erased(OfficerId first, OfficerId second, Instant now) {
    Optional<Refusal> refusal = erasable().or(() -> TwoHands.apart(first, second));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return Outcome.done(gone(now));
  }

  /** What is left once everything the case said is destroyed. */
  Review gone(Instant now) {
    return new Review(
        caseId, concludedAt, reviewBy, Optional.empty(), Optional.empty(), Optional.of(now));
  }

  Outcome<Review> held(OfficerId by, Instant now) {
    return erasedAt.isPresent() || hold.isPresent()
        ? Outcome.refused(Usual.WRONG_STATE)
        : Outcome.done(
            new Review(
                caseId,
                concludedAt,
                reviewBy,
                Optional.of(new Mark(by, now)),
                restriction,
                erasedAt));
  }

  /** The officer who set a hold does not lift it. */
  Outcome<Review> holdLifted(OfficerId by) {
    Optional<Refusal> refusal = liftable(hold, by);
    return refusal.isPresent()
        ? Outcome.refused(refusal.get())
        : Outcome.done(
            new Review(caseId, concludedAt, reviewBy, Optional.empty(), restriction, erasedAt));
  }

  Outcome<Review> restricted(OfficerId by, Instant now) {
    return erasedAt.isPresent() || restriction.isPresent()
        ? Outcome.refused(Usual.WRONG_STATE)
        : Outcome.done(
            new Review(
                caseId, concludedAt, reviewBy, hold, Optional.of(new Mark(by, now)), erasedAt));
  }

  /** The officer who set a restriction does not lift it. */
  Outcome<Review> restrictionLifted(OfficerId by) {
    Optional<Refusal> refusal = liftable(restriction, by);
    return refusal.isPresent()
        ? Outcome.refused(refusal.get())
        : Outcome.done(new Review(caseId, concludedAt, reviewBy, hold, Optional.empty(), erasedAt));
  }

  private Optional<Refusal> liftable(Optional<Mark> mark, OfficerId by) {
    if (erasedAt.isPresent() || mark.isEmpty()) {
      return Optional.of(Usual.WRONG_STATE);
    }
    return TwoHands.apart(mark.get().by(), by);
  }

  private static Instant monthsAfter(Instant at, int months) {
    return at.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }
}
