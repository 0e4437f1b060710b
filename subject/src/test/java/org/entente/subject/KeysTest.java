package org.entente.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static Vehicle car(String plate) {
    return new Vehicle(
        Optional.of(plate), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Firearm pistol(String make, String serial) {
    return new Firearm(Optional.of(make), Optional.empty(), Optional.empty(), Optional.of(serial));
  }

  private static IdentityDocument passport(String number, Optional<String> issuer) {
    return new IdentityDocument(IdentityDocument.Kind.PASSPORT, number, issuer, Optional.empty());
  }

  private static boolean meet(Set<String> one, Set<String> two) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(two);
    return !shared.isEmpty();
  }

  @Test
  void aPassportHasAKeyWithItsIssuerAndOneWithout() {
    assertThat(Keys.of(passport("012 345-678", Optional.of("SRB"))))
        .containsExactlyInAnyOrder("document:012345678", "document:RS/012345678");
    assertThat(Keys.of(passport("n° 012345678", Optional.of("Serbia"))))
        .contains("document:RS/N012345678");
  }

  @Test
  void aPlateInCyrillicMeetsItselfInLatin() {
    assertThat(Keys.of(car("ВG 123-АВ"))).contains("plate:BG123AB");
    assertThat(Keys.of(car("БГ 123-ШЋ"))).contains("plate:BG123ŠĆ", "plate:BG123SC");
    assertThat(meet(Keys.of(car("БГ 123-ШЋ")), Keys.of(car("bg123šć")))).isTrue();
    assertThat(Keys.of(car("10-AA-123"))).isEqualTo(Keys.of(car("10 аа 123")));
  }

  @Test
  void aSerialNumberKeepsItsMakerUnderOneName() {
    assertThat(Keys.of(pistol("Crvena Zastava", "B-105 I7")))
        .containsExactlyInAnyOrder("serial:810517", "serial+make:ZASTAVA/810517")
        .isEqualTo(Keys.of(pistol("Zastava Arms", "8IO5l7")));
    assertThat(Keys.of(pistol("Glock", "AB?123"))).isEmpty();
  }

  @Test
  void aPhoneMeetsItselfWithAndWithoutItsCountry() {
    Set<String> home = Keys.of(new Phone("060 123 45 67", Optional.of("RS")));
    assertThat(home).contains("phone:+381601234567");
    assertThat(Keys.of(new Phone("+381 (60) 1234567", Optional.empty()))).isEqualTo(home);
    assertThat(meet(home, Keys.ofNumber("0601234567"))).isTrue();
    assertThat(Keys.ofNumber("00381601234567")).contains("phone:+381601234567");
    assertThat(Keys.ofNumber("381601234567")).contains("phone:+381601234567");
    assertThat(Keys.ofNumber("٠٠٣٨١٦٠١٢٣٤٥٦٧")).contains("phone:+381601234567");
  }

  @Test
  void nationalNumbersOfTwoCountriesDoNotMeet() {
    Set<String> serbian = Keys.of(new Phone("+381601234567", Optional.empty()));

    assertThat(Keys.meet(serbian, Keys.of(new Phone("+387601234567", Optional.empty())))).isFalse();
    assertThat(Keys.meet(serbian, Keys.of(new Phone("060 1234567", Optional.empty())))).isTrue();
    assertThat(Keys.meet(serbian, Keys.of(new Phone("00381 60 1234567", Optional.empty()))))
        .isTrue();
  }

  @Test
  void whatStandsForNoNumberOrWasDamagedHasNoKeyInAnyFamily() {
    for (String written :
        List.of(
            "-",
            "--",
            ".",
            "N/A",
            "n/a",
            "NULL",
            "none",
            "unknown",
            "UNKNOWN",
            "nema",
            "nije poznato",
            "непознато",
            "Није познато",
            "yoxdur",
            "naməlum",
            "NAMƏLUM",
            "0",
            "000000",
            "0000-00-00",
            "xxx",
            "XXX",
            "?",
            "???",
            "1111111111",
            "12",
            "1.2E+12",
            "1,2E+12",
            "1.20399e+12",
            "1E+12",
            "#N/A",
            "#REF!",
            "bilinmiyor",
            "нет данных",
            "keine",
            "nema@nema.rs",
            "xxx@xxx.com")) {
      assertThat(
              Keys.ofNumber(written).stream()
                  .filter(key ->
                      !key.startsWith("plate:")
                          && !key.startsWith("serial:")
                          && !key.startsWith("vin:"))
                  .toList())
          .as(written)
          .isEmpty();
      assertThat(Keys.of(passport(written, Optional.of("RS")))).as(written).isEmpty();
      assertThat(Keys.of(new OnlineIdentifier(written, Optional.of("telegram"))))
          .as(written)
          .isEmpty();
      assertThat(Keys.of(new Phone(written, Optional.of("RS")))).as(written).isEmpty();
      assertThat(Keys.of(new Account(written))).as(written).isEmpty();
    }
  }

  @Test
  void aDocumentOfZerosIsASpecimen() {
    assertThat(Keys.of(passport("P0000000", Optional.of("RS")))).isEmpty();
  }

  @Test
  void aWholeNumberThatAProgramWroteWithAFractionIsTheDigitsBeforeIt() {
    assertThat(Keys.of(passport("12345678.0", Optional.empty())))
        .isEqualTo(Keys.of(passport("12345678", Optional.empty())));
    assertThat(Keys.ofNumber("12345678.0"))
        .contains("document:12345678")
        .noneMatch(key -> key.endsWith("123456780"));
    assertThat(Keys.of(new Phone("381601234567.0", Optional.empty())))
        .contains("phone:+381601234567");
  }

  @Test
  void aNumberWithALetterEIsNoExponent() {
    assertThat(Keys.ofNumber("12E345")).contains("document:12E345");
    assertThat(Keys.ofNumber("E1234567")).contains("document:E1234567");
    assertThat(Keys.of(new OnlineIdentifier("user0@mail.rs", Optional.empty()))).isNotEmpty();
  }

  @Test
  void anIbanMeetsTheNumberItsCountryWritesAtHome() {
    assertThat(
            meet(
                Keys.of(new Account("RS35 2600 0560 1001 6113 79")),
                Keys.of(new Account("260-0056010016113-79"))))
        .isTrue();
  }

  @Test
  void anAddressAndAProfileAreKnownByTheirName() {
    assertThat(Keys.of(new OnlineIdentifier("J.Petrovic+bar@GoogleMail.com", Optional.empty())))
        .contains("online:jpetrovic@gmail.com");
    assertThat(Keys.of(new OnlineIdentifier("https://t.me/Some_One", Optional.empty())))
        .isEqualTo(Keys.of(new OnlineIdentifier("@some_one", Optional.of("Telegram"))))
        .contains("online:telegram/some_one");
  }

  @Test
  void oneSearchFieldFindsEveryKindOfThing() {
    assertThat(meet(Keys.ofNumber("012345678"), Keys.of(passport("012345678", Optional.of("RS")))))
        .isTrue();
    assertThat(meet(Keys.ofNumber("bg 123 ab"), Keys.of(car("BG123-AB")))).isTrue();
    assertThat(meet(Keys.ofNumber("8105I7"), Keys.of(pistol("CZ", "810517")))).isTrue();
    assertThat(Keys.ofNumber("1M8GDM9AXKPO42788")).contains("vin:1M8GDM9AXKP042788");
    assertThat(Keys.ofNumber("IMO 9074729")).contains("imo:9074729");
    assertThat(Keys.ofNumber("GB82 WEST 1234 5698 7654 32"))
        .contains("account:GB82WEST12345698765432");
  }

  @Test
  void aPersonAndABodyHaveTheKeysOfWhatTheyCarry() {
    Person person =
        new Person(
            List.of(WrittenName.of("Petar Petrović")),
            List.of(),
            Gender.MALE,
            List.of("RS"),
            List.of(),
            List.of(passport("012345678", Optional.of("SRB"))),
            List.of(new Phone("060/1234567", Optional.of("RS"))),
            List.of(new Account("GB82WEST12345698765432")),
            List.of(new OnlineIdentifier("pera@example.org", Optional.empty())));
    assertThat(Keys.of(person))
        .contains(
            "document:RS/012345678",
            "phone:+381601234567",
            "account:WEST12345698765432",
            "online:pera@example.org");
    assertThat(person.toString()).doesNotContain("Petar");
    Organisation body =
        new Organisation(
            List.of(WrittenName.of("Firma d.o.o.")), List.of("AZ"), List.of("17 123 456-1"));
    assertThat(Keys.of(body)).contains("registration:171234561", "registration:AZ/171234561");
  }

  @Test
  void whatSaysNothingHasNoKey() {
    for (String nothing : List.of("", "-", "N/A", "0000000", "?", "x1", "unknown")) {
      assertThat(Keys.of(passport(nothing, Optional.empty()))).as(nothing).isEmpty();
      assertThat(Keys.of(car(nothing))).as(nothing).isEmpty();
      assertThat(Keys.of(pistol("CZ", nothing))).as(nothing).isEmpty();
    }
  }

  @Property
  void twoWritingsOfOneMarkingShareTheirKeys(@ForAll("markings") String marking) {
    String spaced = String.join(" ", marking.split(""));
    String lower = marking.toLowerCase(Locale.ROOT);
    String alike = marking.replace('A', 'А').replace('B', 'В').replace('E', 'Ε').replace('X', 'Х');
    for (String other :
        List.of(spaced, lower, alike, marking.replaceAll("([0-9])([A-Z])", "$1-$2"))) {
      assertThat(meet(Keys.of(car(marking)), Keys.of(car(other)))).isTrue();
      assertThat(Keys.of(passport(marking, Optional.of("AZ"))))
          .isEqualTo(Keys.of(passport(other, Optional.of("aze"))));
      assertThat(Keys.of(pistol("CZ", marking)))
          .isEqualTo(Keys.of(pistol("Česká zbrojovka", other)));
      assertThat(Keys.ofNumber(other)).containsAll(Keys.of(passport(marking, Optional.empty())));
    }
  }

  @Property(tries = 500)
  void whateverIsTypedGivesKeysOfKnownFamilies(@ForAll String typed) {
    for (String key : Keys.ofNumber(typed)) {
      assertThat(Keys.FAMILIES).contains(key.substring(0, key.indexOf(':')));
    }
    assertThat(Keys.of(car(typed))).isEqualTo(Keys.of(car(typed)));
    assertThat(Keys.ofNumber(typed)).containsAll(Keys.of(passport(typed, Optional.empty())));
    assertThat(Keys.ofNumber(typed)).containsAll(Keys.of(new Account(typed)));
  }

  @Test
  void aVeryLongInputHasNoKeys() {
    assertThat(Keys.ofNumber("1A".repeat(5_000))).isEmpty();
    assertThat(Keys.ofNumber("+1 ".repeat(3_333))).isEmpty();
  }

  @Provide
  Arbitrary<String> markings() {
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("ABCEHKMOPTXYZ").ofMinLength(2).ofMaxLength(3);
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(3).ofMaxLength(6);
    return Combinators.combine(letters, digits, letters)
        .as((before, number, after) -> before + number + after)
        .filter(marking -> marking.length() <= 12);
  }
}
