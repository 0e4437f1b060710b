package org.entente.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  private static Pasted read(String text) {
    return Pasted.read(text, Optional.of("AZ"), TODAY);
  }

  private static List<String> lines(String text) {
    return read(text).found().stream()
        .map(found ->
            found.kind().code()
                + " "
                + String.join(
                    " ",
                    Arrays.stream(ColumnMeaning.values())
                        .flatMap(field -> found.said().getOrDefault(field, List.of()).stream())
                        .toList()))
        .toList();
  }

  @Test
  void aListOfIndicatorsBecomesSubjectsInItsOrder() {
    Pasted pasted =
        read(
            """
            hxxps[:]//ledger-cases[.]example/login
            185[.]4[.]1[.]2:50123 2026-11-03T14:22:05Z
            MD5: 9e107d9d372bb6826bd81d3542a419d6
            0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
            bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
            boss@ledger-cases[.]example
            evil-host.example
            """);

    assertThat(pasted.found())
        .extracting(Pasted.Found::kind)
        .containsExactly(
            SubjectKind.WEB,
            SubjectKind.NETWORK,
            SubjectKind.HASH,
            SubjectKind.WALLET,
            SubjectKind.WALLET,
            SubjectKind.ONLINE,
            SubjectKind.WEB);
    assertThat(pasted.found().get(1).said())
        .containsEntry(ColumnMeaning.IP_ADDRESS, List.of("185.4.1.2"))
        .containsEntry(ColumnMeaning.SOURCE_PORT, List.of("50123"))
        .containsEntry(ColumnMeaning.SEEN_AT, List.of("2026-11-03T14:22:05Z"));
    assertThat(pasted.rest()).isEmpty();
  }

  @Test
  void whatStandsInASentenceIsFoundAndTheSentenceStays() {
    String sentence =
        "The white van BG 1234-ŠĆ was paid from RS35 2600 0560 1001 6113 79 by a man called +381 60 1234567 often.";
    assertThat(lines(sentence))
        .containsExactly(
            "vehicle BG 1234-ŠĆ RS",
            "account RS35 2600 0560 1001 6113 79",
            "phone +381 60 1234567");
    assertThat(read(sentence).rest()).isEqualTo(sentence);
  }

  @Test
  void theLinesOfAPassportAreItsHolder() {
    Pasted pasted =
        read(
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");

    assertThat(pasted.found()).hasSize(1);
    assertThat(pasted.found().getFirst().said())
        .containsEntry(ColumnMeaning.FAMILY, List.of("ERIKSSON"))
        .containsEntry(ColumnMeaning.GIVEN, List.of("ANNA MARIA"))
        .containsEntry(ColumnMeaning.BORN, List.of("1974-08-12"))
        .containsEntry(ColumnMeaning.PASSPORT, List.of("L898902C3"));
    assertThat(pasted.rest()).isEmpty();
  }

  @Test
  void vehiclesTelephonesAndDevicesAreToldApart() {
    assertThat(
            lines(
                """
                10-AA-123
                VIN 1M8GDM9AXKP042788
                IMEI 49-015420-323751-8
                00:1a:2b:3c:4d:5e
                IMO 9074729
                050 212 34 56
                https://t.me/some_seller
                @some_seller
                2001:db8::7
                pasoš br. 009876543
                """))
        .containsExactly(
            "vehicle 10-AA-123 AZ",
            "vehicle 1M8GDM9AXKP042788",
            "device 49-015420-323751-8",
            "device 00:1a:2b:3c:4d:5e",
            "vessel IMO 9074729",
            "phone +994502123456",
            "online https://t.me/some_seller",
            "online @some_seller",
            "network 2001:db8::7",
            "document 009876543");
  }

  @Test
  void aNumberWhoseCheckDigitsFailIsProposedAndSaysSo() {
    Pasted.Found account = read("RS35 2600 0560 1001 6113 78").found().getFirst();

    assertThat(ValueReading.of(account.kind(), account.said()).getFirst().signs())
        .containsExactly(ValueSign.CHECK_FAILS);
  }

  @Test
  void whatIsNotRecognisedStaysAsItWasPasted() {
    String text = "meet him at the old bridge\nreport.pdf\nversion 1.2.3 of 12.11.2026\n999.1.1.1";
    assertThat(read(text).found()).isEmpty();
    assertThat(read(text).rest()).isEqualTo(text);
  }

  @Test
  void eachThingIsProposedOnce() {
    assertThat(lines("+994502123456\n+994 50 212 34 56\n00994502123456")).hasSize(1);
    assertThat(
            lines(
                "185.4.1.2 2026-11-03T14:22:05Z\n185.4.1.2 2026-11-04T14:22:05Z\n185.4.1.2 2026-11-04T14:22:05Z"))
        .hasSize(2);
  }

  @Test
  void moreThanTheBoundStaysText() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      many.append("185.4.").append(i).append(".9\n");
    }
    Pasted pasted = read(many.toString());
    assertThat(pasted.found()).hasSize(Pasted.FOUND_MOST);
    assertThat(pasted.rest().lines()).hasSize(20).contains("185.4.119.9");
    String long1 = "185.4.1.2 ".repeat(3_000);
    assertThat(read(long1)).isEqualTo(new Pasted(List.of(), long1));
  }

  @Property(tries = 400)
  void whateverIsPastedNothingIsLostAndNothingThrows(@ForAll @Size(max = 400) String text) {
    Pasted pasted = read(text);
    if (pasted.found().isEmpty()) {
      String kept = pasted.rest();
      for (String line : text.lines().toList()) {
        if (line.codePoints().filter(Character::isLetterOrDigit).count() > 8) {
          assertThat(kept).contains(line.strip());
        }
      }
    }
    for (Pasted.Found found : pasted.found()) {
      assertThat(ValueReading.of(found.kind(), found.said())).isNotEmpty();
    }
  }

  @Property(tries = 300)
  void everyValueHasAReading(@ForAll @Size(max = 80) String written) {
    for (SubjectKind kind : SubjectKind.values()) {
      for (ColumnMeaning field : ColumnMeaning.values()) {
        List<ValueReading> readings = ValueReading.of(kind, Map.of(field, List.of(written)));
        assertThat(readings).hasSize(written.isBlank() ? 0 : 1);
      }
    }
  }

  /** Each of them might begin an account; none may be looked at more than an account is long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AA00 ",
        "AZ21 NABZ 0000 0000 1370 1000 194 ",
        "GB29 0000 0000 0000 ",
        "a.",
        "1:",
        "+0 "
      })
  void aTextOfNothingButBeginningsIsReadToItsEnd(String beginning) {
    String text = beginning.repeat(Pasted.CHARS_MOST / beginning.length());

    Pasted read = Pasted.read(text, Optional.of("RS"), LocalDate.of(2026, 11, 30));

    assertThat(read.found()).hasSizeLessThanOrEqualTo(Pasted.FOUND_MOST);
  }
}
