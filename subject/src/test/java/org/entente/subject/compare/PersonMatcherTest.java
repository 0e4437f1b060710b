package org.entente.subject.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;

/** All persons are invented. */
class PersonMatcherTest {
  private final PersonMatcher matcher = PersonMatcher.shipped();

  @Test
  void theSameDateOfBirthSpeaksForAndAnotherAgainst() {
    Person asked = Person.named("Џавид Хусејнзаде", PartialDate.of(1981, 4, 12));
    double bare = probability(Person.named("Џавид Хусејнзаде"), Person.named("Cavid Hüseynzadə"));

    assertThat(probability(asked, Person.named("Cavid Hüseynzadə", PartialDate.of(1981, 4, 12))))
        .isGreaterThan(bare);
    assertThat(probability(asked, Person.named("Cavid Hüseynzadə", PartialDate.of(1961, 9, 30))))
        .isLessThan(bare);
  }

  @Test
  void aDayAndMonthExchangedIsNoContradiction() {
    Person asked = Person.named("Ljiljana Petronijev", PartialDate.of(1975, 3, 11));
    PersonMatch match =
        matcher.compare(
            matcher.prepare(asked),
            matcher.prepare(Person.named("Љиљана Петронијев", PartialDate.of(1975, 11, 3))));

    assertThat(match.evidence())
        .anyMatch(e -> e.code().equals("day-and-month-exchanged") && e.weight() > 0);
    assertThat(match.probability()).isGreaterThan(0.9);
  }

  @Test
  void aSharedBirthdayDoesNotLiftPersonsWhoseNamesContradict() {
    PartialDate day = PartialDate.of(1979, 9, 23);
    for (String other :
        List.of(
            "Məmmədova Sevda Fuad qızı",
            "Mihajlo Đorđević",
            "Petar Jovanović",
            "Инна Станиславовна Борисенкова",
            "მერაბ კაპანიძე",
            "ليلى بنت عمر الجزائراوي")) {
      PersonMatch match =
          matcher.compare(
              matcher.prepare(Person.named("Petar Đorđević", day)),
              matcher.prepare(Person.named(other, day)));

      assertThat(match.name().contradicts()).as(other).isTrue();
      assertThat(match.probability()).as(other).isLessThan(0.3);
    }
  }

  @Test
  void aPartThatIsLeftOutOrWrittenOtherwiseIsNoContradiction() {
    PartialDate day = PartialDate.of(1990, 1, 2);
    for (String other :
        List.of(
            "DJORDJEVIC PETAR",
            "Петр Джорджевич",
            "P. Đorđević",
            "Đorđević",
            "Petar Đorđević Nikolić")) {
      PersonMatch match =
          matcher.compare(
              matcher.prepare(Person.named("Petar Đorđević", day)),
              matcher.prepare(Person.named(other, day)));

      assertThat(match.name().contradicts()).as(other).isFalse();
      assertThat(match.probability()).as(other).isGreaterThan(0.9);
    }
  }

  @Test
  void aNumberThatTellsNothingJoinsNobody() {
    Person one = Person.named("Elvin Qasımlı");
    Person two = Person.named("Petar Đorđević");
    for (String written :
        List.of(
            "-",
            "--",
            ".",
            "N/A",
            "n/a",
            "NULL",
            "nema",
            "непознато",
            "yoxdur",
            "naməlum",
            "YOXDUR",
            "0",
            "000000",
            "xxx",
            "?",
            "???",
            "",
            " ",
            "11",
            "1.20399E+12",
            "1,2E+12",
            "#N/A")) {
      assertThat(probability(with(one, written), with(two, written)))
          .as(written)
          .isEqualTo(probability(one, two));
    }
    assertThat(probability(with(one, "12345678.0"), with(two, "12345678")))
        .isGreaterThan(probability(one, two));
    assertThat(probability(with(one, "12345678.0"), with(two, "123456780")))
        .isEqualTo(probability(one, two));
  }

  @Test
  void severalNamesAreComparedByTheBestPair() {
    Person held =
        new Person(
            List.of(WrittenName.of("Arman Keshtkar"), WrittenName.of("Cavid Hüseynzadə")),
            List.of(),
            Gender.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    PersonMatch match =
        matcher.compare(matcher.prepare(Person.named("Javid Huseynzade")), matcher.prepare(held));

    assertThat(match.held()).isEqualTo("Cavid Hüseynzadə");
  }

  @Property(tries = 100)
  void aMatchingDocumentNeverLowersTheScore(
      @ForAll @IntRange(min = 1940, max = 2005) int year,
      @ForAll @IntRange(min = 1940, max = 2005) int other) {
    Person one = Person.named("Elvin Qasımlı", PartialDate.year(year));
    Person two = Person.named("Эльвин Гасымлы", PartialDate.year(other));

    assertThat(probability(with(one, "AZE 1234567"), with(two, "aze1234567")))
        .isGreaterThanOrEqualTo(probability(one, two));
  }

  @Property(tries = 100)
  void comparisonOfPersonsIsSymmetric(
      @ForAll @IntRange(min = 1940, max = 2005) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 28) int day) {
    Person one = Person.named("Elvin Qasımlı", PartialDate.of(1975, 3, 11));
    Person two = Person.named("Эльвин Гасымлы", PartialDate.of(year, month, day));

    assertThat(probability(one, two)).isCloseTo(probability(two, one), within(1e-4));
  }

  private double probability(Person one, Person two) {
    return matcher.compare(matcher.prepare(one), matcher.prepare(two)).probability();
  }

  private static Person with(Person person, String number) {
    return new Person(
        person.names(),
        person.born(),
        person.gender(),
        List.of(),
        List.of(),
        List.of(
            new IdentityDocument(
                IdentityDocument.Kind.PASSPORT, number, Optional.empty(), Optional.empty())),
        List.of(),
        List.of(),
        List.of());
  }
}
