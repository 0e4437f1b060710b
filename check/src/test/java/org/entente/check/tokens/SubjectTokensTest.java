package org.entente.check.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.check.tokens.SubjectTokens.asked;
import static org.entente.check.tokens.SubjectTokens.kept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.subject.Account;
import org.entente.subject.Firearm;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Subject;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTokensTest {
  private static final PartialDate BORN = PartialDate.of(1980, 5, 12);

  private static Set<Token> shared(Subject asked, Subject kept) {
    Set<Token> shared = new HashSet<>(asked(asked));
    shared.retainAll(kept(kept));
    return shared;
  }

  private static List<Quality> qualities(Subject asked, Subject kept) {
    return shared(asked, kept).stream()
        .map(token -> token.family().quality())
        .distinct()
        .sorted()
        .toList();
  }

  private static Person named(String name, PartialDate born) {
    return Person.named(name, born);
  }

  private static Subject document(String number, String issuer) {
    return new IdentityDocument(
        IdentityDocument.Kind.PASSPORT,
        number,
        issuer.isEmpty() ? Optional.empty() : Optional.of(issuer),
        Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Miloš Đorđević", "Милош Ђорђевић", "Milos Djordjevic", "Milos Dordevic"})
  void everySpellingOfASerbianNameIsStronglyMetByEveryOther(String spelling) {
    for (String other :
        List.of("Miloš Đorđević", "Милош Ђорђевић", "Milos Djordjevic", "Milos Dordevic")) {
      assertThat(qualities(named(spelling, BORN), named(other, BORN)))
          .as("asked %s, kept %s", spelling, other)
          .startsWith(Quality.STRONG_PERSON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Elçin Həsənov", "Елчин Һәсәнов", "Elchin Hasanov", "Elcin Hesenov"})
  void everySpellingOfAnAzerbaijaniNameIsStronglyMetByEveryOther(String spelling) {
    for (String other :
        List.of("Elçin Həsənov", "Елчин Һәсәнов", "Elchin Hasanov", "Elcin Hesenov")) {
      assertThat(qualities(named(spelling, BORN), named(other, BORN)))
          .as("asked %s, kept %s", spelling, other)
          .startsWith(Quality.STRONG_PERSON);
    }
  }

  @Test
  void aDateWithDayAndMonthExchangedIsMet() {
    assertThat(
            qualities(
                named("Miloš Đorđević", PartialDate.of(1980, 12, 5)),
                named("Miloš Đorđević", BORN)))
        .startsWith(Quality.STRONG_PERSON);
  }

  @Test
  void aPersonOfTheSameNameBornInAnotherYearIsNotMet() {
    assertThat(
            shared(
                named("Miloš Đorđević", PartialDate.of(1981, 3, 20)),
                named("Miloš Đorđević", BORN)))
        .isEmpty();
  }

  @Test
  void aWrongDigitInTheYearIsMetFairlyByBothNamesWithDayAndMonth() {
    assertThat(
            shared(
                named("Miloš Đorđević", PartialDate.of(1990, 5, 12)),
                named("Miloš Đorđević", BORN)))
        .isNotEmpty()
        .allMatch(token -> token.family() == Family.PARTS_AND_BIRTHDAY);
  }

  @Test
  void aYearAloneIsMetFairlyByBothNamesEvenIfItIsOneOff() {
    for (int year : List.of(1979, 1980, 1981)) {
      assertThat(
              qualities(
                  named("Miloš Đorđević", PartialDate.year(year)), named("Милош Ђорђевић", BORN)))
          .containsExactly(Quality.FAIR_PERSON);
      assertThat(
              qualities(
                  named("Милош Ђорђевић", BORN), named("Miloš Đorđević", PartialDate.year(year))))
          .containsExactly(Quality.FAIR_PERSON);
    }
    assertThat(
            shared(named("Miloš Đorđević", PartialDate.year(1982)), named("Miloš Đorđević", BORN)))
        .isEmpty();
  }

  @Test
  void aChangedFamilyNameIsMetFairlyByGivenNameAndDateOfBirth() {
    assertThat(qualities(named("Miloš Petrović", BORN), named("Miloš Đorđević", BORN)))
        .containsExactly(Quality.FAIR_PERSON);
  }

  @Test
  void aNameWrittenTogetherIsMetByTheSameNameWrittenApart() {
    assertThat(
            qualities(named("Abdulrahman Mansouri", BORN), named("Abd al Rahman Mansouri", BORN)))
        .startsWith(Quality.STRONG_PERSON);
  }

  @Test
  void aPersonWithoutADateOfBirthAndWithoutNumbersGivesNoToken() {
    assertThat(kept(Person.named("Miloš Đorđević"))).isEmpty();
    assertThat(asked(Person.named("Miloš Đorđević"))).isEmpty();
  }

  @Test
  void twoShortNamesGiveTokensWithAWholeDateOnly() {
    assertThat(kept(named("Li Na", BORN))).isNotEmpty();
    assertThat(kept(named("Li Na", PartialDate.year(1980)))).isEmpty();
  }

  @Test
  void theOrderOfTwoNamesAndTheCaseOfLettersChangeNothing() {
    assertThat(kept(named("ĐORĐEVIĆ MILOŠ", BORN))).isEqualTo(kept(named("Miloš Đorđević", BORN)));
    assertThat(asked(named("ђорђевић милош", BORN)))
        .isEqualTo(asked(named("Милош Ђорђевић", BORN)));
  }

  @Test
  void anotherNameOrAnotherBeliefAboutTheDateOfBirthIsMetToo() {
    Person kept =
        person(List.of("Zoran Kovač", "Miloš Đorđević"), List.of(PartialDate.of(1979, 1, 2), BORN));

    assertThat(qualities(named("Milos Djordjevic", BORN), kept)).startsWith(Quality.STRONG_PERSON);
    assertThat(qualities(named("Zoran Kovac", PartialDate.of(1979, 1, 2)), kept))
        .startsWith(Quality.STRONG_PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB 123-456", "ab123456", "АВ 123456"})
  void aDocumentIsMetExactlyWhateverStandsBetweenItsSignsOrLooksAlike(String written) {
    assertThat(qualities(document(written, "RS"), document("AB123456", "SRB")))
        .startsWith(Quality.EXACT_NUMBER);
  }

  @Test
  void aDocumentOfAnUnknownIssuerIsMetByItsNumberOnly() {
    assertThat(qualities(document("AB 123456", ""), document("AB123456", "RS")))
        .containsExactly(Quality.NUMBER);
  }

  @Test
  void telephonesOfTwoCountriesWithTheSameNationalNumberAreNotMet() {
    Phone serbian = new Phone("+381 64 123 4567", Optional.empty());

    assertThat(shared(new Phone("+389 64 123 4567", Optional.empty()), serbian)).isEmpty();
    assertThat(qualities(new Phone("064 1234567", Optional.of("RS")), serbian))
        .containsExactly(Quality.EXACT_NUMBER);
    assertThat(qualities(new Phone("064 1234567", Optional.empty()), serbian))
        .containsExactly(Quality.NUMBER);
    assertThat(qualities(serbian, new Phone("064 1234567", Optional.empty())))
        .containsExactly(Quality.NUMBER);
    assertThat(
            qualities(
                new Phone("641234567", Optional.empty()),
                new Phone("064/123-4567", Optional.empty())))
        .containsExactly(Quality.NUMBER);
  }

  @Test
  void thingsAreMetExactlyByTheirNumbers() {
    assertThat(qualities(vehicle("BG 123-ČĆ", "RS"), vehicle("bg123cc", "SRB")))
        .startsWith(Quality.EXACT_NUMBER);
    assertThat(
            qualities(
                new Firearm(
                    Optional.of("Zastava"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("A 12-345")),
                new Firearm(
                    Optional.of("ZASTAVA"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("A12345"))))
        .startsWith(Quality.EXACT_NUMBER);
    assertThat(qualities(ship("IMO 9074729"), ship("9074729")))
        .containsExactly(Quality.EXACT_NUMBER);
    assertThat(
            qualities(
                new Account("RS35 2600 0560 1001 6113 79"), new Account("RS35260005601001611379")))
        .startsWith(Quality.EXACT_NUMBER);
    assertThat(
            qualities(
                new OnlineIdentifier("Invented@Example.org", Optional.empty()),
                new OnlineIdentifier("invented@example.org", Optional.empty())))
        .startsWith(Quality.EXACT_NUMBER);
    assertThat(qualities(body("RS", "12-345-678"), body("Serbia", "12345678")))
        .startsWith(Quality.EXACT_NUMBER);
  }

  private static Vehicle vehicle(String plate, String country) {
    return new Vehicle(
        Optional.of(plate),
        Optional.of(country),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Vessel ship(String imo) {
    return new Vessel(Optional.empty(), Optional.of(imo), Optional.empty());
  }

  private static Organisation body(String country, String number) {
    return new Organisation(
        List.of(WrittenName.of("Invented Ltd")), List.of(country), List.of(number));
  }

  private static Person person(List<String> names, List<PartialDate> born) {
    return person(names, born, List.of());
  }

  private static Person person(
      List<String> names, List<PartialDate> born, List<IdentityDocument> documents) {
    return new Person(
        names.stream().map(WrittenName::of).toList(),
        born,
        Gender.UNKNOWN,
        List.of(),
        List.of(),
        documents,
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void whoHasManyNumbersIsStillMetByNameAndDate() {
    List<IdentityDocument> documents =
        IntStream.range(0, 50)
            .mapToObj(i -> (IdentityDocument) document("AB" + (100_000 + i), "RS"))
            .toList();
    Person kept = person(List.of("Miloš Đorđević"), List.of(BORN), documents);

    assertThat(kept(kept)).hasSize(SubjectTokens.PER_SUBJECT);
    assertThat(kept(kept).getFirst().family()).isEqualTo(Family.ISSUED_DOCUMENT);
    assertThat(qualities(named("Милош Ђорђевић", BORN), kept)).startsWith(Quality.STRONG_PERSON);
  }

  @Test
  void nothingASubjectHoldsBreaksTheCountOrTheMaking() {
    List<PartialDate> dates = new ArrayList<>();
    for (int year = 1; year < 60; year++) {
      dates.add(new PartialDate(year, 0, 0, 50));
    }
    for (String odd :
        List.of(
            "\uD800",
            "x",
            "|||",
            "\u0000 \u0000",
            "\uFDFA".repeat(200),
            "ab ".repeat(130),
            "bdg".repeat(130),
            "b".repeat(5000),
            "ш".repeat(400),
            "漢".repeat(400))) {
      Person person =
          person(
              List.of(odd, odd + " Kovač"), dates, List.of((IdentityDocument) document(odd, odd)));

      assertThat(kept(person)).hasSizeLessThanOrEqualTo(SubjectTokens.PER_SUBJECT);
      assertThat(asked(person))
          .hasSizeLessThanOrEqualTo(SubjectTokens.PER_SUBJECT)
          .allSatisfy(token -> assertThat(token.bytes()).hasSizeLessThan(65_536));
    }
  }

  @Test
  void nothingPrintsWhatATokenHolds() {
    for (Token token : kept(named("Miloš Đorđević", BORN))) {
      assertThat(token.toString()).isEqualTo("Token[" + token.family() + "]");
      assertThat(kept(named("Miloš Đorđević", BORN)).toString()).doesNotContain("1980", "mls", "|");
    }
  }
}
