package org.entente.subject.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.subject.Gender;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;

/** What a search says of whom it found, by how many there are. All invented. */
class SearchTest {
  private static final long MILLION = 1_000_000;
  private static final double STRONG = 0.9;

  private final PersonMatcher matcher = PersonMatcher.shipped();

  private PersonMatch match(String asked, PartialDate born, String held, PartialDate heldBorn) {
    return matcher.compare(
        matcher.prepare(person(asked, born)), matcher.prepare(person(held, heldBorn)));
  }

  private static Person person(String name, PartialDate born) {
    return new Person(
        List.of(WrittenName.of(name)),
        List.of(born),
        Gender.MALE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static PartialDate day(int year, int month, int day) {
    return PartialDate.of(year, month, day);
  }

  @Test
  void aNameWithItsWholeDateIsStrongAmongAMillion() {
    PersonMatch match =
        match("Dragan Stojanovic", day(1984, 3, 9), "Драган Стојановић", day(1984, 3, 9));

    assertThat(match.among(MILLION, 0)).isGreaterThan(STRONG);
    assertThat(match.among(MILLION, 40)).as("forty others are called so").isGreaterThan(STRONG);
  }

  @Test
  void aDateThatDiffersInADigitIsAStrangersMoreOftenThanASlipWhereManyAreCalledSo() {
    PersonMatch match =
        match("Nikola Jovanović", day(1984, 3, 9), "Nikola Jovanović", day(1984, 3, 7));

    assertThat(match.probability()).as("of the pair alone").isGreaterThan(STRONG);
    assertThat(match.among(MILLION, 300)).isLessThan(STRONG);
  }

  @Test
  void theYearAloneIsNotStrongAmongManyOfTheName() {
    PersonMatch match =
        match("Nikola Jovanović", day(1984, 3, 9), "Nikola Jovanović", PartialDate.year(1984));

    assertThat(match.among(MILLION, 300)).isLessThan(0.5);
    assertThat(match.among(20, 0)).as("in a list of twenty").isGreaterThan(0.5);
  }

  @Test
  void anotherDateIsNobodyAmongAMillion() {
    PersonMatch match =
        match("Nikola Jovanović", day(1984, 3, 9), "Nikola Jovanović", day(1984, 11, 28));

    assertThat(match.among(MILLION, 300)).isLessThan(0.1);
  }

  @Test
  void moreOthersMakeItLessLikelyAndNothingMakesItLikelierThanThePair() {
    PersonMatch match =
        match("Nikola Jovanović", day(1984, 3, 9), "Nikola Jovanovic", day(1984, 3, 7));

    double before = match.probability();
    for (int others : new int[] {0, 1, 10, 100, 1_000}) {
      double now = match.among(MILLION, others);
      assertThat(now).isLessThanOrEqualTo(before);
      before = now;
    }
    assertThat(match.among(10, 0)).isGreaterThan(match.among(MILLION, 0) - 1e-9);
  }
}
