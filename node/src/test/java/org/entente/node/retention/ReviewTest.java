package org.entente.node.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.OfficerId;
import org.junit.jupiter.api.Test;

/** The rules of keeping a case, under any sequence of steps by any three persons. */
class ReviewTest {
  private static final Instant START = Instant.parse("2026-01-15T10:00:00Z");
  private static final List<OfficerId> PERSONS =
      List.of(
          new OfficerId(new UUID(0, 1)),
          new OfficerId(new UUID(0, 2)),
          new OfficerId(new UUID(0, 3)));

  enum What {
    EXTEND,
    ERASE,
    HOLD,
    LIFT_HOLD,
    RESTRICT,
    LIFT_RESTRICTION,
    LOOK
  }

  /** A step: what, by whom, with whom, after how many days, for how many more. */
  record Step(What what, int first, int second, int afterDays, int forDays) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> person = Arbitraries.integers().between(0, PERSONS.size() - 1);
    return Combinators.combine(
            Arbitraries.of(What.class),
            person,
            person,
            Arbitraries.integers().between(0, 120),
            Arbitraries.integers().between(-30, 500))
        .as(Step::new)
        .list()
        .ofMaxSize(25);
  }

  private static Review begun(int months) {
    return Review.open(new CaseId(new UUID(0, 9))).concluded(START, months);
  }

  private static Outcome<Review> taken(Review review, Step step, Instant now) {
    OfficerId first = PERSONS.get(step.first());
    OfficerId second = PERSONS.get(step.second());
    return switch (step.what()) {
      case EXTEND -> review.extended(first, second, now.plus(Duration.ofDays(step.forDays())), now);
      case ERASE -> review.erased(first, second, now);
      case HOLD -> review.held(first, now);
      case LIFT_HOLD -> review.holdLifted(first);
      case RESTRICT -> review.restricted(first, now);
      case LIFT_RESTRICTION -> review.restrictionLifted(first);
      case LOOK -> Outcome.done(review.erasesItself(now) ? review.gone(now) : review);
    };
  }

  @Property
  void everyStepKeepsTheRules(@ForAll("steps") List<Step> steps) {
    Review review = begun(6);
    Instant now = START;
    for (Step step : steps) {
      now = now.plus(Duration.ofDays(step.afterDays()));
      Review before = review;
      if (!(taken(before, step, now) instanceof Outcome.Done<Review>(Review after))) {
        continue;
      }
      review = after;
      boolean erasedNow = before.erasedAt().isEmpty() && after.erasedAt().isPresent();
      if (erasedNow) {
        assertThat(before.hold()).isEmpty();
        assertThat(step.what()).isIn(What.ERASE, What.LOOK);
      }
      if (before.erasedAt().isPresent()) {
        assertThat(after).isEqualTo(before);
      }
      if (step.what() == What.LOOK && erasedNow) {
        assertThat(before.restriction()).isEmpty();
        assertThat(before.reviewBy().orElseThrow()).isBeforeOrEqualTo(now);
      }
      if (step.what() == What.EXTEND || step.what() == What.ERASE) {
        assertThat(step.first()).isNotEqualTo(step.second());
      }
      if (!after.reviewBy().equals(before.reviewBy())) {
        assertThat(step.what()).isEqualTo(What.EXTEND);
        assertThat(after.reviewBy().orElseThrow())
            .isAfter(before.reviewBy().orElseThrow())
            .isBeforeOrEqualTo(Review.extensionMax(now));
      }
      if (step.what() == What.LIFT_HOLD) {
        assertThat(before.hold().orElseThrow().by()).isNotEqualTo(PERSONS.get(step.first()));
      }
      if (step.what() == What.LIFT_RESTRICTION) {
        assertThat(before.restriction().orElseThrow().by()).isNotEqualTo(PERSONS.get(step.first()));
      }
    }
  }

  @Property
  void whatIsOverdueAndNotKeptErasesItselfAtTheNextLook(@ForAll("steps") List<Step> steps) {
    Review review = begun(6);
    Instant now = START;
    for (Step step : steps) {
      now = now.plus(Duration.ofDays(step.afterDays()));
      if (taken(review, step, now) instanceof Outcome.Done<Review>(Review after)) {
        review = after;
      }
    }
    Instant later = now.plus(Duration.ofDays(400));
    boolean keeps = review.hold().isPresent() || review.restriction().isPresent();

    boolean gone = review.erasedAt().isPresent() || review.erasesItself(later);

    assertThat(gone).isEqualTo(!keeps);
  }

  @Property
  void theFirstReviewIsNeverLaterThanSixMonthsWhateverIsArranged(@ForAll int months) {
    assertThat(begun(months).reviewBy().orElseThrow())
        .isAfter(START)
        .isBeforeOrEqualTo(START.atOffset(ZoneOffset.UTC).plusMonths(6).toInstant());
  }

  @Test
  void aCaseWhoseExchangeGoesOnIsNeverErasedByItself() {
    Review open = Review.open(new CaseId(new UUID(0, 9)));

    assertThat(open.erasesItself(START.plus(Duration.ofDays(10_000)))).isFalse();
    assertThat(open.erasable()).isEqualTo(Optional.of(Usual.WRONG_STATE));
  }
}
