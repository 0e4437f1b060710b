package org.entente.node.retention;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseSummary;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Erasure;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Decisions;
import org.entente.node.retention.ReviewStep.Kind;
import org.entente.node.retention.ReviewStep.State;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;

/**
 * Where officers decide how long a case is kept. To extend or to erase takes two persons; a hold or
 * a restriction is set by one and lifted by another. Every step has a reason, kept sealed beside
 * its entry and gone with the case.
 *
 * <p>Safe for use by many threads.
 */
public final class Reviews {
  private static final int REASON_MIN = 10;
  private static final int REASON_MAX = 2_000;

  private final Store store;
  private final Journal journal;
  private final Vault vault;
  private final Decisions decisions;
  private final Casework casework;
  private final InstantSource clock;
  private final AgreementEnds ends;

  Reviews(Retention.Needs n, AgreementEnds ends) {
    this.ends = ends;
    this.store = n.store();
    this.journal = n.journal();
    this.vault = n.vault();
    this.decisions = n.decisions();
    this.casework = n.casework();
    this.clock = n.clock();
  }

  /** What is to be reviewed: what is overdue first. Empty for anyone who may not read cases. */
  public Paged<ReviewView> list(Officer officer, Paged.Wanted wanted) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return Paged.nothing();
    }
    Paged<Review> page = store.read(tx -> ReviewRows.kept(tx, wanted));
    List<ReviewView> list = new ArrayList<>();
    for (Review review : page.lines()) {
      view(review, false).ifPresent(list::add);
    }
    return page.with(list);
  }

  /** How many cases will be erased within thirty days if nobody decides. */
  public long soon() {
    Instant until = Review.remindedUntil(clock.instant());
    return store.read(tx -> ReviewRows.undecided(tx, until));
  }

  /**
   * How many cases stand how.
   *
   * @param overdue past their date: the next round erases them, or a hold or restriction keeps them
   * @param soon that come within thirty days
   * @param held for proceedings
   * @param restricted kept closed instead of erasure
   */
  public record Counts(long overdue, long soon, long held, long restricted) {}

  public Counts counts() {
    Instant now = clock.instant();
    return store.read(tx -> ReviewRows.counts(tx, now, Review.remindedUntil(now)));
  }

  /** The review of one case with everything that was decided; empty when there is none. */
  public Optional<ReviewView> of(Officer officer, CaseId id) {
    return Rights.may(officer, Right.READ_CASES)
        ? store.read(tx -> ReviewRows.find(tx, id)).flatMap(review -> view(review, true))
        : Optional.empty();
  }

  private Optional<ReviewView> view(Review review, boolean whole) {
    Optional<CaseSummary> summary = casework.cases().summary(review.caseId());
    return summary.map(s ->
        new ReviewView(
            review,
            s,
            store.read(tx -> ReviewStepRows.waiting(tx, review.caseId())).map(this::opened),
            whole
                ? store.read(tx -> ReviewStepRows.of(tx, review.caseId())).stream()
                    .map(this::opened)
                    .toList()
                : List.of()));
  }

  /** The case that a step is about. */
  public Optional<CaseId> caseOf(StepId id) {
    return store.read(tx -> ReviewStepRows.find(tx, id)).map(ReviewStepRows.Row::caseId);
  }

  /** Whether a hold keeps what this case says, read within this transaction. */
  public boolean held(Tx tx, CaseId id) {
    return ReviewRows.find(tx, id).map(r -> r.hold().isPresent()).orElse(false);
  }

  /** Proposes to keep a case longer; a second person confirms. */
  public Outcome<CaseId> proposeExtension(Officer by, CaseId id, Instant until, String reason) {
    Instant now = clock.instant();
    return propose(
        by, id, Kind.EXTEND, Optional.of(until), reason, (tx, r) -> extensible(tx, r, until, now));
  }

  /** Proposes to erase a case before its date; a second person confirms. */
  public Outcome<CaseId> proposeErasure(Officer by, CaseId id, String reason) {
    return propose(by, id, Kind.ERASE, Optional.empty(), reason, (tx, r) -> r.erasable());
  }

  private interface Against {
    Optional<Refusal> step(Tx tx, Review review);
  }

  private Optional<Refusal> extensible(Tx tx, Review review, Instant until, Instant now) {
    return ends.mustBeErased(tx, review.caseId())
        ? Optional.of(RetentionRefusal.AGREEMENT_OVER)
        : review.extensible(until, now);
  }

  private Outcome<CaseId> propose(
      Officer by, CaseId id, Kind kind, Optional<Instant> until, String reason, Against against) {
    if (!Rights.may(by, Right.PROPOSE_KEEPING)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (reasonMissing(reason)) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    ReviewStepRows.Row row = step(by, id, kind, until, reason, State.WAITING);
    return store.write(tx -> {
      Optional<Review> review = ReviewRows.find(tx, id);
      if (review.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      Optional<Refusal> refusal = against.step(tx, review.get());
      if (refusal.isPresent() || ReviewStepRows.waiting(tx, id).isPresent()) {
        return Outcome.refused(refusal.orElse(Usual.WRONG_STATE));
      }
      ReviewStepRows.insert(tx, row);
      note(tx, Event.REVIEW_PROPOSED, by, row);
      return Outcome.done(id);
    });
  }

  /** A second person confirms what another officer proposed; then it happens. */
  public Outcome<CaseId> confirm(Officer by, StepId id) {
    Optional<Refusal> refusal = TwoHands.KEEPING.againstSecond(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Instant now = clock.instant();
    List<Erasure.Remains> remains = new ArrayList<>();
    Outcome<CaseId> outcome =
        store.write(tx -> {
          Optional<ReviewStepRows.Row> found = ReviewStepRows.find(tx, id);
          if (found.isEmpty()) {
            return Outcome.refused(Usual.NOT_FOUND);
          }
          ReviewStepRows.Row row = found.get();
          Review review = ReviewRows.find(tx, row.caseId()).orElseThrow();
          if (row.state() != State.WAITING) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          return row.kind() == Kind.EXTEND
              ? extend(tx, by, row, review, now)
              : erase(tx, by, row, review, now, remains);
        });
    remains.forEach(casework.erasure()::clear);
    return outcome;
  }

  private Outcome<CaseId> extend(
      Tx tx, Officer by, ReviewStepRows.Row row, Review review, Instant now) {
    if (ends.mustBeErased(tx, row.caseId())) {
      return Outcome.refused(RetentionRefusal.AGREEMENT_OVER);
    }
    return switch (review.extended(row.firstBy(), by.id(), row.until().orElseThrow(), now)) {
      case Outcome.Refused<Review>(Refusal why) -> Outcome.refused(why);
      case Outcome.Done<Review>(Review changed) -> {
        ReviewStepRows.decide(tx, row.id(), State.DONE, by.id(), now);
        ReviewRows.put(tx, changed);
        note(tx, Event.REVIEW_EXTENDED, by, row);
        yield Outcome.done(row.caseId());
      }
    };
  }

  private Outcome<CaseId> erase(
      Tx tx,
      Officer by,
      ReviewStepRows.Row row,
      Review review,
      Instant now,
      List<Erasure.Remains> remains) {
    if (casework.erasure().onItsWay(tx, row.caseId())) {
      return Outcome.refused(RetentionRefusal.ON_ITS_WAY);
    }
    return switch (review.erased(row.firstBy(), by.id(), now)) {
      case Outcome.Refused<Review>(Refusal why) -> Outcome.refused(why);
      case Outcome.Done<Review>(Review changed) -> {
        ReviewStepRows.decide(tx, row.id(), State.DONE, by.id(), now);
        note(tx, Event.CASE_ERASED, by, row);
        remains.add(erase(tx, changed, now));
        yield Outcome.done(row.caseId());
      }
    };
  }

  /**
   * Erases what a case says and why it was kept, in the transaction of the decision.
   *
   * @return its files, to be cleared after the transaction
   */
  Erasure.Remains erase(Tx tx, Review gone, Instant now) {
    ReviewRows.put(tx, gone);
    ReviewStepRows.forget(tx, gone.caseId(), now);
    return casework.erasure().erase(tx, gone.caseId(), now);
  }

  /** Takes back what waits for a second person, whichever officer proposed it. */
  public Outcome<CaseId> withdraw(Officer by, StepId id) {
    Optional<Refusal> refusal = TwoHands.KEEPING.againstWithdrawal(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return store.write(tx -> {
      Optional<ReviewStepRows.Row> row = ReviewStepRows.find(tx, id);
      if (row.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (!ReviewStepRows.decide(tx, id, State.WITHDRAWN, by.id(), clock.instant())) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      note(tx, Event.REVIEW_WITHDRAWN, by, row.get());
      return Outcome.done(row.get().caseId());
    });
  }

  /** Keeps a case from being erased, because it is needed in proceedings. */
  public Outcome<CaseId> hold(Officer by, CaseId id, String reason) {
    Instant now = clock.instant();
    return mark(by, id, Kind.HOLD, reason, (tx, review) -> review.held(by.id(), now));
  }

  /** Lifts a hold that another officer set. */
  public Outcome<CaseId> liftHold(Officer by, CaseId id, String reason) {
    return mark(by, id, Kind.LIFT_HOLD, reason, (tx, review) -> review.holdLifted(by.id()));
  }

  /** Keeps a case closed instead of erasing it, Directive (EU) 2016/680 Art. 16(3). */
  public Outcome<CaseId> restrict(Officer by, CaseId id, String reason) {
    Instant now = clock.instant();
    return mark(
        by,
        id,
        Kind.RESTRICT,
        reason,
        (tx, review) -> {
          Outcome<Review> change = review.restricted(by.id(), now);
          if (change instanceof Outcome.Done<Review>) {
            casework.erasure().restrict(tx, id, now);
          }
          return change;
        });
  }

  /** Lifts a restriction that another officer set; the data subject is told before, Art. 16(3). */
  public Outcome<CaseId> liftRestriction(Officer by, CaseId id, String reason) {
    return mark(
        by,
        id,
        Kind.LIFT_RESTRICTION,
        reason,
        (tx, review) -> {
          Outcome<Review> change = review.restrictionLifted(by.id());
          if (change instanceof Outcome.Done<Review>) {
            casework.erasure().restrict(tx, id, null);
          }
          return change;
        });
  }

  private Outcome<CaseId> mark(
      Officer by,
      CaseId id,
      Kind kind,
      String reason,
      BiFunction<Tx, Review, Outcome<Review>> step) {
    if (!Rights.may(by, Right.MARK_CASES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (reasonMissing(reason)) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    ReviewStepRows.Row row = step(by, id, kind, Optional.empty(), reason, State.DONE);
    return store.write(tx -> {
      if (!casework.erasure().exists(tx, id)) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      Review review = ReviewRows.find(tx, id).orElseGet(() -> Review.open(id));
      return switch (step.apply(tx, review)) {
        case Outcome.Refused<Review>(Refusal why) -> Outcome.refused(why);
        case Outcome.Done<Review>(Review changed) -> {
          ReviewRows.put(tx, changed);
          ReviewStepRows.insert(tx, row);
          note(tx, event(kind), by, row);
          yield Outcome.done(id);
        }
      };
    });
  }

  private static Event event(Kind kind) {
    return switch (kind) {
      case HOLD -> Event.CASE_HELD;
      case LIFT_HOLD -> Event.CASE_HOLD_LIFTED;
      case RESTRICT -> Event.CASE_RESTRICTED;
      case LIFT_RESTRICTION -> Event.CASE_RESTRICTION_LIFTED;
      case EXTEND -> Event.REVIEW_EXTENDED;
      case ERASE -> Event.CASE_ERASED;
    };
  }

  private void note(Tx tx, Event event, Officer by, ReviewStepRows.Row row) {
    journal.append(
        tx,
        event,
        by.id().toString(),
        Map.of("case", row.caseId().toString(), "step", row.id().toString()),
        row.reason().hash());
  }

  private ReviewStepRows.Row step(
      Officer by, CaseId id, Kind kind, Optional<Instant> until, String reason, State state) {
    StepId step = StepId.next();
    Instant now = clock.instant();
    Locked locked = vault.lock(reason.strip().getBytes(StandardCharsets.UTF_8), place(step));
    Optional<Instant> decided = state == State.DONE ? Optional.of(now) : Optional.empty();
    return new ReviewStepRows.Row(
        step, id, kind, state, until, by.id(), Optional.<OfficerId>empty(), now, decided, locked);
  }

  private ReviewStep opened(ReviewStepRows.Row row) {
    return new ReviewStep(
        row.id(),
        row.caseId(),
        row.kind(),
        row.state(),
        row.until(),
        row.firstBy(),
        row.secondBy(),
        row.madeAt(),
        row.decidedAt(),
        reason(row));
  }

  private String reason(ReviewStepRows.Row row) {
    try {
      return new String(
          vault.unlock(row.reason(), place(row.id())).open(decisions.ownRecords()),
          StandardCharsets.UTF_8);
    } catch (KeyForgotten e) {
      return "";
    }
  }

  private static String place(StepId id) {
    return "review-step/" + id;
  }

  private static boolean reasonMissing(String reason) {
    return reason.strip().length() < REASON_MIN || reason.length() > REASON_MAX;
  }
}
