package org.entente.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.entente.intake.RowReading.Result;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;

/** Several values in one cell, as registers write them. */
class SeveralValuesTest {
  private static Person read(ColumnMeaning meaning, String cell) {
    RowReading reading =
        new RowReading(
            SubjectKind.PERSON,
            Map.of("name", ColumnMeaning.NAME, "cell", meaning),
            CellForms.USUAL,
            LocalDate.of(2026, 3, 1));
    Result result =
        reading.read(RawRow.of(1, Map.of("name", List.of("Ana Lukić"), "cell", List.of(cell))));
    return (Person) ((Result.Ready) result).described().subject();
  }

  private static List<String> documents(String cell) {
    return read(ColumnMeaning.DOCUMENT, cell).documents().stream()
        .map(d -> d.kind() + " " + d.number() + d.issuer().map(i -> " " + i).orElse(""))
        .toList();
  }

  @Test
  void countriesAreParted() {
    for (String two :
        List.of(
            "RS/AZ",
            "RS, AZ",
            "RS; AZ",
            "RS AZ",
            "Srbija i Azerbejdžan",
            "Србија / AZE",
            "RS+AZ",
            "Serbia and Azerbaijan",
            "Serbiya və Azərbaycan",
            "688,031",
            "RS\nAZ")) {
      assertThat(read(ColumnMeaning.NATIONALITY, two).nationalities())
          .as(two)
          .containsExactly("RS", "AZ");
    }
    assertThat(read(ColumnMeaning.NATIONALITY, "Bosna i Hercegovina").nationalities())
        .containsExactly("BA");
    assertThat(read(ColumnMeaning.NATIONALITY, "Moldova, Republic of").nationalities())
        .containsExactly("MD");
    assertThat(read(ColumnMeaning.NATIONALITY, "RS, Atlantis").nationalities())
        .containsExactly("RS");
  }

  @Test
  void numbersArePartedWhereEachStandsAlone() {
    assertThat(documents("P0101001, P0101002")).containsExactly("OTHER P0101001", "OTHER P0101002");
    assertThat(documents("P0101001/P0101002")).containsExactly("OTHER P0101001", "OTHER P0101002");
    assertThat(documents("P0101001 / 009988776"))
        .containsExactly("OTHER P0101001", "OTHER 009988776");
    assertThat(documents("123/2015")).containsExactly("OTHER 123/2015");
    assertThat(documents("1,203,985")).containsExactly("OTHER 1,203,985");
    assertThat(documents("P0101001; -")).containsExactly("OTHER P0101001");
    for (String two :
        List.of(
            "+381641234567, +381651234567",
            "+381641234567/+381651234567",
            "+381641234567\n+381651234567",
            "+381641234567 i +381651234567")) {
      assertThat(read(ColumnMeaning.PHONE, two).phones().stream().map(Phone::written))
          .as(two)
          .containsExactly("+381641234567", "+381651234567");
    }
    for (String one : List.of("064/123-4567", "+381 60/123-4567", "+381 (0)64/123 45 67")) {
      assertThat(read(ColumnMeaning.PHONE, one).phones()).as(one).hasSize(1);
    }
    assertThat(
            read(ColumnMeaning.ONLINE, "ana@example.rs, anka@example.rs").online().stream()
                .map(OnlineIdentifier::written))
        .containsExactly("ana@example.rs", "anka@example.rs");
  }

  @Test
  void theKindOfADocumentAndItsCountryAreReadBesideItsNumber() {
    assertThat(documents("passport: P0101001; ID card: 009988776"))
        .containsExactly("PASSPORT P0101001", "IDENTITY_CARD 009988776");
    assertThat(documents("pasoš P0101001 (RS)")).containsExactly("PASSPORT P0101001 RS");
    assertThat(documents("LK br. 001234567")).containsExactly("IDENTITY_CARD 001234567");
    assertThat(documents("Паспорт № 4510123456")).containsExactly("PASSPORT 4510123456");
    assertThat(documents("vozačka dozvola: 00112233")).containsExactly("DRIVING_LICENCE 00112233");
    assertThat(documents("AB 123456")).containsExactly("OTHER AB 123456");
    assertThat(documents("BG 123/15")).containsExactly("OTHER BG 123/15");
  }

  @Test
  void datesAndNamesAreParted() {
    assertThat(read(ColumnMeaning.BORN, "12.03.1985 / 13.03.1985").born()).hasSize(2);
    assertThat(read(ColumnMeaning.BORN, "12.03.1985; 1986").born()).hasSize(2);
    assertThat(read(ColumnMeaning.BORN, "12.03.1985 ili 12.03.1986").born()).hasSize(2);
    assertThat(
            read(ColumnMeaning.ALIAS, "Pera, Peki, Žuti").names().stream()
                .map(WrittenName::written))
        .containsExactly("Ana Lukić", "Pera", "Peki", "Žuti");
    assertThat(
            read(ColumnMeaning.ALIAS, "Pera / \"Žuti\"").names().stream().map(WrittenName::written))
        .containsExactly("Ana Lukić", "Pera", "Žuti");
    assertThat(read(ColumnMeaning.ALIAS, "Lukić, Anka").names().stream().map(WrittenName::written))
        .containsExactly("Ana Lukić", "Lukić, Anka");
  }

  @Test
  void aCommaThatMayPartTwoNamesIsTold() throws IOException {
    byte[] file = "name,alias\nAna Lukić,\"Lukić, Anka\"\n".getBytes(StandardCharsets.UTF_8);
    FirstLook look = SubjectList.seen(file, LocalDate.of(2026, 3, 1));

    assertThat(look.doubts().getFirst().about()).isEqualTo(Doubt.About.SEVERAL);
    assertThat(look.asked()).isEmpty();
  }

  @Test
  void aCellFullOfBlanksCostsNoTime() {
    assertThat(read(ColumnMeaning.PHONE, "1" + " ".repeat(60_000) + "2").phones()).isEmpty();
    assertThat(read(ColumnMeaning.NATIONALITY, "qq " + " ".repeat(15_000) + "ww").nationalities())
        .isEmpty();
  }
}
