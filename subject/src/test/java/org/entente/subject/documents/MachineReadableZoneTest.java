package org.entente.subject.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.entente.subject.CheckDigit;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Unreadable;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;

/** The specimens are those of ICAO 9303: Anna Maria Eriksson of Utopia. */
class MachineReadableZoneTest {
  static final String PASSPORT =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
  static final String CARD =
      "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
  static final String LARGE_CARD =
      "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
  static final String VISA =
      "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<";
  static final String SMALL_VISA =
      "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";
  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @Test
  void everySizeOfTheSpecimenIsReadAndEveryDigitHolds() {
    for (String zone : List.of(PASSPORT, CARD, LARGE_CARD, VISA, SMALL_VISA)) {
      MachineReadableZone read = MachineReadableZone.read(zone);
      assertThat(read.sound()).as(zone).isTrue();
      assertThat(read.name()).isEqualTo(new PrintedName("ERIKSSON", "ANNA MARIA", false));
      assertThat(read.issuer()).isEqualTo("UTO");
      assertThat(read.gender()).isEqualTo(Gender.FEMALE);
      assertThat(read.lines()).isEqualTo(zone.lines().toList());
      assertThat(read.suggestions()).isEmpty();
    }
  }

  @Test
  void aPassportHasItsNumberDatesAndPersonalNumber() {
    MachineReadableZone zone = MachineReadableZone.read(PASSPORT);

    assertThat(zone.format()).isEqualTo(ZoneFormat.TD3);
    assertThat(zone.number()).isEqualTo("L898902C3");
    assertThat(zone.optional()).containsExactly("ZE184226B");
    assertThat(zone.born().before(TODAY)).contains(PartialDate.of(1974, 8, 12));
    assertThat(zone.expires().near(TODAY)).contains(PartialDate.of(2012, 4, 15));
    assertThat(zone.checks()).hasSize(5).doesNotContainValue(CheckDigit.FAILS);
    assertThat(zone.document(TODAY).kind()).isEqualTo(IdentityDocument.Kind.PASSPORT);
    assertThat(zone.holder(TODAY).names().getFirst().written()).isEqualTo("ANNA MARIA ERIKSSON");
    assertThat(zone.toString()).doesNotContain("ERIKSSON", "L898");
  }

  @Test
  void aPassportWithAWrongCheckDigitIsReadAndSaysWhichDigit() {
    MachineReadableZone zone = MachineReadableZone.read(PASSPORT.replace("7408122F", "7408123F"));

    assertThat(zone.checks())
        .containsEntry(ZoneCheck.BORN, CheckDigit.FAILS)
        .containsEntry(ZoneCheck.NUMBER, CheckDigit.HOLDS)
        .containsEntry(ZoneCheck.COMPOSITE, CheckDigit.FAILS);
    assertThat(zone.born().before(TODAY)).contains(PartialDate.of(1974, 8, 12));
  }

  @Test
  void aMisreadLetterIsSuggestedWhereEveryDigitConfirmsIt() {
    MachineReadableZone zone = MachineReadableZone.read(PASSPORT.replace("L898902C3", "L8989O2C3"));

    assertThat(zone.number()).isEqualTo("L8989O2C3");
    assertThat(zone.suggestions())
        .extracting(suggestion -> String.join("\n", suggestion.lines()))
        .contains(PASSPORT);
    MachineReadableZone two = MachineReadableZone.read(CARD.replace("D231458907", "D23I4S8907"));
    assertThat(two.suggestions())
        .extracting(suggestion -> String.join("\n", suggestion.lines()))
        .contains(CARD);
  }

  @Test
  void aNumberLongerThanItsFieldGoesOnAmongTheOptionalData() {
    Person anna = holder("ERIKSSON", "ANNA", PartialDate.of(1974, 8, 12));
    for (ZoneFormat format : List.of(ZoneFormat.TD1, ZoneFormat.TD2)) {
      MachineReadableZone zone = MachineReadableZone.of(format, anna, document("D23145890734"));
      assertThat(zone.number()).isEqualTo("D23145890734");
      assertThat(zone.sound()).isTrue();
      assertThat(zone.optional().getFirst()).isEmpty();
    }
    assertThatThrownBy(() -> MachineReadableZone.of(ZoneFormat.TD3, anna, document("D23145890734")))
        .isInstanceOfSatisfying(
            Unreadable.class, no -> assertThat(no.code()).isEqualTo("zone-number"));
  }

  @Test
  void aLongNameIsCutSoThatSomethingOfBothPartsStays() {
    MachineReadableZone zone =
        MachineReadableZone.of(
            ZoneFormat.TD1,
            holder("Nilavadhanananda Papandropoulous Smith", "Dejthamrong", PartialDate.year(1974)),
            document("A1"));

    assertThat(zone.name().mayBeCut()).isTrue();
    assertThat(zone.name().primary()).startsWith("NILAVADHANANANDA PAPANDR");
    assertThat(zone.name().secondary()).isEqualTo("D");
    assertThat(zone.born().printed()).isEqualTo("74<<<<");
    assertThat(zone.born().before(TODAY)).contains(PartialDate.year(1974));
  }

  @Test
  void lettersArePrintedByTheTables() {
    assertThat(PrintedLetters.of("Đorđević-Šćepanović")).isEqualTo("DORDEVIC<SCEPANOVIC");
    assertThat(PrintedLetters.of("Ђорђевић")).isEqualTo("DORDEVIC");
    assertThat(PrintedLetters.of("Əliyev")).isEqualTo("ELIYEV");
    assertThat(PrintedLetters.of("Щербаков")).isEqualTo("SHCHERBAKOV");
    assertThat(PrintedLetters.of("Müller-Strauß")).isEqualTo("MUELLER<STRAUSS");
    assertThat(PrintedLetters.of("O'Brien")).isEqualTo("OBRIEN");
  }

  @Test
  void aZoneIsReadFromOneLineAndWithTheSpacesOfAReader() {
    assertThat(MachineReadableZone.read(PASSPORT.replace("\n", "")).sound()).isTrue();
    assertThat(MachineReadableZone.read(CARD.toLowerCase(Locale.ROOT).replace("<<", "« ")).sound())
        .isTrue();
  }

  @Test
  void whatIsNoZoneIsRefusedWithTheReason() {
    refused("zone-length", "P<UTOERIKSSON");
    refused("zone-length", "<".repeat(10_000));
    refused("zone-letters", PASSPORT.replace("ANNA", "АННА"));
    refused("zone-letters", "");
    refused("zone-form", PASSPORT.replaceFirst("P", "<"));
  }

  @Test
  void theCenturyOfABirthIsTheLastOneThatIsNotInTheFuture() {
    assertThat(new PrintedDate("260302").before(TODAY)).contains(PartialDate.of(1926, 3, 2));
    assertThat(new PrintedDate("260301").before(TODAY)).contains(PartialDate.of(2026, 3, 1));
    assertThat(new PrintedDate("351231").near(TODAY)).contains(PartialDate.of(2035, 12, 31));
    assertThat(new PrintedDate("991231").near(TODAY)).contains(PartialDate.of(1999, 12, 31));
    assertThat(new PrintedDate("6502<<").before(TODAY)).contains(new PartialDate(1965, 2, 0, 0));
    assertThat(new PrintedDate("650230").before(TODAY)).isEmpty();
    assertThat(new PrintedDate("<<<<<<").before(TODAY)).isEmpty();
    assertThat(new PrintedDate("650012").before(TODAY)).isEmpty();
  }

  @Property(tries = 300)
  void whatIsPrintedIsRead(
      @ForAll @AlphaChars @StringLength(min = 1, max = 60) String family,
      @ForAll @AlphaChars @StringLength(max = 60) String given,
      @ForAll @NumericChars @StringLength(min = 1, max = 9) String number,
      @ForAll @IntRange(min = 1930, max = 2020) int year) {
    Person holder =
        holder(family, given.isEmpty() ? "A" : given, PartialDate.of(year, 1 + (year % 12), 1));
    for (ZoneFormat format : ZoneFormat.values()) {
      MachineReadableZone zone = MachineReadableZone.of(format, holder, document(number));
      assertThat(zone.sound()).isTrue();
      assertThat(zone.number()).isEqualTo(number);
      assertThat(zone.born().before(TODAY)).isEqualTo(holder.born().stream().findFirst());
      assertThat(zone.nationality()).isEqualTo("SRB");
    }
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      MachineReadableZone.read(text);
    } catch (Unreadable refused) {
      assertThat(refused.code()).startsWith("zone-");
    }
  }

  @Property(tries = 300)
  void anyZoneOfTheRightLettersIsRead(
      @ForAll @net.jqwik.api.constraints.CharRange(from = '0', to = 'Z') @StringLength(90)
          String text) {
    String zone = "I" + text.replaceAll("[:;=>?@]", "<").substring(1);
    MachineReadableZone read = MachineReadableZone.read(zone);
    assertThat(read.suggestions()).hasSizeLessThanOrEqualTo(ZoneSuggestion.MAX_SUGGESTIONS);
    assertThat(String.join("", read.lines())).isEqualTo(zone);
  }

  private static void refused(String code, String zone) {
    assertThatThrownBy(() -> MachineReadableZone.read(zone))
        .isInstanceOfSatisfying(
            Unreadable.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static IdentityDocument document(String number) {
    return new IdentityDocument(
        IdentityDocument.Kind.PASSPORT,
        number,
        Optional.of("RS"),
        Optional.of(PartialDate.of(2030, 1, 2)));
  }

  private static Person holder(String family, String given, PartialDate born) {
    WrittenName name =
        new WrittenName(
            given + " " + family,
            WrittenName.Kind.OFFICIAL,
            Optional.empty(),
            List.of(
                new WrittenName.Part(given, WrittenName.Role.GIVEN),
                new WrittenName.Part(family, WrittenName.Role.FAMILY)));
    return new Person(
        List.of(name),
        List.of(born),
        Gender.FEMALE,
        List.of("RS"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
