package org.entente.subject.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.entente.subject.Gender;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.names.NameMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Persons as registers write them: dates known in part, cut fields, mixed letters. All invented.
 */
class AsRegistersWriteTest {
  private final PersonMatcher matcher = PersonMatcher.shipped();

  private static final String NAME = "Gul Mohammad Ahmadzai";

  @ParameterizedTest
  @ValueSource(strings = {"1985-06-17", "1985-12-31", "1985-02-00", "1985-00-00", "1985-01-01"})
  void theFirstOfJanuaryIsAsGoodAsTheYearAlone(String other) {
    assertThat(together("1985-01-01", other)).isEqualTo(together("1985-00-00", other));
    assertThat(together(other, "1985-01-01")).isEqualTo(together(other, "1985-00-00"));
    assertThat(born("1985-01-01", other)).isPositive().isLessThan(born("1985-06-17", "1985-06-17"));
  }

  @Test
  void theFirstOfJanuaryOfAnotherYearStillSpeaksAgainst() {
    assertThat(born("1985-01-01", "1971-06-17")).isNegative();
    assertThat(born("1985-01-01", "1971-01-01")).isNegative();
  }

  @ParameterizedTest
  @CsvSource({"1985-03-00, 1985-06-17", "1985-03-00, 1985-06-00", "1985-11-00, 1985-10-30"})
  void aMonthThatIsKnownAndDiffersSpeaksAgainst(String one, String other) {
    assertThat(born(one, other)).isNegative();
    assertThat(born(other, one)).isNegative();
  }

  @Test
  void aMonthThatIsKnownAndTheSameSaysMoreThanTheYearAndLessThanTheDay() {
    assertThat(born("1985-06-00", "1985-06-17"))
        .isGreaterThan(born("1985-00-00", "1985-06-17"))
        .isLessThan(born("1985-06-17", "1985-06-17"));
  }

  @ParameterizedTest
  @CsvSource({
    "1985-06-17, 1958-06-17",
    "1985-06-17, 9185-06-17",
    "1985-06-21, 1985-06-12",
    "1985-10-17, 1985-01-17",
    "1985-06-17, 1985-06-11",
    "1985-06-17, 1986-06-17",
    "1985-06-11, 1985-11-06"
  })
  void oneSlipInADateIsNoContradiction(String one, String other) {
    assertThat(born(one, other)).isPositive();
    assertThat(together(one, other)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @CsvSource({"1985-06-17, 1958-06-18", "1985-06-21, 1958-06-12", "1985-06-17, 1967-09-30"})
  void twoSlipsAreAnotherDate(String one, String other) {
    assertThat(born(one, other)).isNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "Muham Ahmadzai, Muhammad Ahmadzai",
    "Мухам Ахмадзай, Muhammad Ahmadzai",
    "Aleksandra Konstantinop, Aleksandra Konstantinopoulou",
    "Papanikolaoudakopoul Konstantinos, Konstantinos Papanikolaoudakopoulos",
    "Јелисавета Ђурђевски, Jelisaveta Đurđevskinović"
  })
  void aWordThatWasCutIsNoContradiction(String cut, String whole) {
    for (List<String> pair : List.of(List.of(cut, whole), List.of(whole, cut))) {
      NameMatch met = names(pair.get(0), pair.get(1));

      assertThat(met.contradicts()).isFalse();
      assertThat(met.parts()).noneMatch(part -> part.how() == NameMatch.How.CONTRADICTION);
      assertThat(met.probability()).isGreaterThan(0.5);
    }
    assertThat(names("Muham Ahmadzai", "Muhammad Ahmadzai").parts())
        .anyMatch(part -> part.how() == NameMatch.How.CUT);
  }

  @ParameterizedTest
  @CsvSource({
    "Pеtаr Kаrаdžić, Petar Karadžić", // Cyrillic е and а
    "Иvan Petrović, Ivan Petrović", // one Cyrillic letter that looks like none
    "Пeтap Kapaџић, Петар Караџић", // Latin e, a, p and K
    "Γιώργοs Παπαμανώλης, Γιώργος Παπαμανώλης", // Latin s
    "Οlga Νovak, Olga Novak", // Greek capital letters
    "Petr0vić Jasm1na, Petrović Jasmina",
    "Έlena Petrova, Elena Petrova",
    "Мәmmədov Elçin, Məmmədov Elçin",
    "Олександрiвна Наталi, Олександрівна Наталі" // Latin i
  })
  void aWordWithLettersOfTwoScriptsIsOneWord(String mixed, String plain) {
    assertThat(names(mixed, plain).probability())
        .isCloseTo(names(plain, plain).probability(), within(0.06));
  }

  @Test
  void wordsOfTwoScriptsWithoutASpaceStayTwoWords() {
    assertThat(names("ИванIvanov", "Иван Ivanov").probability()).isGreaterThan(0.9);
  }

  @Test
  void recordedSexIsWeighedAndShown() {
    double unknown = match(Gender.UNKNOWN, Gender.FEMALE).probability();

    PersonMatch other = match(Gender.MALE, Gender.FEMALE);
    PersonMatch same = match(Gender.FEMALE, Gender.FEMALE);

    assertThat(other.probability()).isLessThan(unknown);
    assertThat(same.probability()).isGreaterThan(unknown);
    assertThat(other.evidence())
        .anyMatch(e ->
            e.kind() == Evidence.Kind.GENDER
                && e.asked().equals("male")
                && e.held().equals("female")
                && e.weight() < 0);
    assertThat(match(Gender.UNSPECIFIED, Gender.FEMALE).probability()).isEqualTo(unknown);
  }

  @Test
  void theSameSexLiftsNobodyWhoseNamesContradict() {
    Person one = person("Petar Đorđević", Gender.MALE, List.of());
    Person two = person("Mihajlo Đorđević", Gender.MALE, List.of());

    assertThat(compare(one, two).evidence())
        .noneMatch(e -> e.kind() == Evidence.Kind.GENDER && e.weight() > 0);
  }

  private PersonMatch match(Gender asked, Gender held) {
    return compare(
        person("Saša Petrović", asked, List.of()), person("Saša Petrović", held, List.of()));
  }

  private NameMatch names(String one, String two) {
    return compare(Person.named(one), Person.named(two)).name();
  }

  private double together(String one, String two) {
    return compare(person(NAME, Gender.MALE, dates(one)), person(NAME, Gender.MALE, dates(two)))
        .probability();
  }

  private double born(String one, String two) {
    return compare(
            person(NAME, Gender.UNKNOWN, dates(one)), person(NAME, Gender.UNKNOWN, dates(two)))
        .evidence()
        .stream()
        .filter(e -> e.kind() == Evidence.Kind.BIRTH_DATE)
        .findFirst()
        .orElseThrow()
        .weight();
  }

  private PersonMatch compare(Person one, Person two) {
    return matcher.compare(matcher.prepare(one), matcher.prepare(two));
  }

  private static List<PartialDate> dates(String written) {
    String[] cells = written.split("-", -1);
    return List.of(
        new PartialDate(
            Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), 0));
  }

  private static Person person(String name, Gender gender, List<PartialDate> born) {
    return new Person(
        List.of(WrittenName.of(name)),
        born,
        gender,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
