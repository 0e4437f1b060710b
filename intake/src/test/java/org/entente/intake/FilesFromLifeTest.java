package org.entente.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.intake.RowReading.Result;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;

/** Files that programs and offices write, each of which was once read wrongly by somebody. */
class FilesFromLifeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static byte[] file(String name) {
    try (InputStream in =
        Objects.requireNonNull(FilesFromLifeTest.class.getResourceAsStream("life/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static FirstLook look(String name) throws IOException {
    byte[] file = file(name);
    return FirstLook.at(() -> new ByteArrayInputStream(file), DAY);
  }

  /** Each row as "names | born | gender | nationalities | numbers | notes", or its fault. */
  static List<String> read(byte[] file, FirstLook look) throws IOException {
    RowReading reading =
        new RowReading(SubjectKind.PERSON, look.proposed(), look.reading().cells(), DAY);
    List<String> all = new ArrayList<>();
    try (RowReader rows = look.reading().rows(new ByteArrayInputStream(file))) {
      for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(shown(reading.read(row.get())));
      }
    }
    return all;
  }

  private static List<String> read(String name) throws IOException {
    return read(file(name), look(name));
  }

  private static String shown(Result result) {
    return switch (result) {
      case Result.Faulty faulty -> faulty.fault().code();
      case Result.Ready ready -> {
        String notes =
            String.join(
                " ", ready.notes().stream().map(n -> n.field() + ":" + n.fault().code()).toList());
        yield switch (ready.described().subject()) {
          case Person person -> shown(person) + (notes.isEmpty() ? "" : " | " + notes);
          default -> ready.described().kind().code() + " | " + notes;
        };
      }
    };
  }

  private static String shown(Person person) {
    List<String> numbers = new ArrayList<>();
    person.documents().stream().map(IdentityDocument::number).forEach(numbers::add);
    person.phones().stream().map(Phone::written).forEach(numbers::add);
    return String.join(
        "|",
        String.join(",", person.names().stream().map(WrittenName::written).toList()),
        String.join(",", person.born().stream().map(FilesFromLifeTest::shown).toList()),
        person.gender().name().substring(0, 1),
        String.join(",", person.nationalities()),
        String.join(",", numbers));
  }

  private static String shown(PartialDate date) {
    return date.day() > 0
        ? date.year() + "-" + date.month() + "-" + date.day()
        : date.month() > 0 ? date.year() + "-" + date.month() : Integer.toString(date.year());
  }

  @Test
  void theLineThatTellsTheDelimiterIsNoHeading() throws IOException {
    assertThat(read("c01-sep.csv"))
        .containsExactly(
            "Dragan Kovačević|1985-3-12|U|RS|P0101001", "Mette Sørensen|1979-4-3|U|DK|P0101002");
  }

  @Test
  void namesOfWesternEuropeAreReadOrTheOfficerIsAsked() throws IOException {
    FirstLook look = look("c02b-win1252.csv");

    assertThat(
            look.doubts().stream()
                .filter(d -> d.about() == Doubt.About.CHARSET)
                .flatMap(d -> d.choices().stream())
                .filter(c -> c.value().equals("windows-1252"))
                .map(Doubt.Choice::sample)
                .findFirst()
                .orElse(
                    look.reading().charset().equals("windows-1252")
                        ? List.of("Núñez", "Sørensen")
                        : List.of()))
        .contains("Núñez", "Sørensen");
  }

  @Test
  void cyrillicNamesAmongLatinRemarksAreRead() throws IOException {
    FirstLook look = look("c03-win1251-mixed.csv");

    assertThat(look.reading().charset()).isEqualTo("windows-1251");
    assertThat(look.asked()).isEmpty();
    assertThat(look.rows().getFirst().shown("surname")).isEqualTo("Јовановић");
  }

  @Test
  void aWideEncodingIsRead() throws IOException {
    assertThat(look("c04-utf16le-quoted.csv").rows().getFirst().shown("surname"))
        .isEqualTo("Hüseynov");
  }

  @Test
  void oneDamagedRowCostsNoOther() throws IOException {
    assertThat(read("c06-openquote.csv"))
        .containsExactly(
            "Ana Lukić|1985-3-12|U|RS|T0101001",
            "quote-not-closed",
            "Uroš Savić|1987-3-12|U|RS|T0101003");
    assertThat(read("c09-nul.csv"))
        .containsExactly(
            "Goran Rakić|1985-3-12|U|RS|V0101001",
            "not-text",
            "Pavle Mitić|1987-3-12|U|RS|V0101003");
    assertThat(read("c21-ragged.csv"))
        .containsExactly(
            "Ivan Petrov||U||", "Oleg Petrov|1985-3-12|U|RS|AB0101002", "cells-too-many");
  }

  @Test
  void jsonIsReadInEveryShape() throws IOException {
    assertThat(read("c11-array.json"))
        .containsExactly(
            "Stamenković Boban|1985-3-12|U||W0101001", "Zečević Ruža|1986-3-12|U||W0101002");
    assertThat(read("c11-pretty.json")).containsExactly("Pantić Rade|1985-3-12|U||");
    assertThat(read("c11-ftm.jsonl")).containsExactly("Arsić Velimir|1985|U||W0202001");
  }

  @Test
  void numbersThatASpreadsheetDamagedAreToldAndNotCompared() throws IOException {
    assertThat(read("c12-float.csv").getFirst())
        .isEqualTo("Vera Krstić|1985-3-12|U||12345678,1203985715023,381641234567");
    assertThat(read("c13-sci.csv").getFirst())
        .isEqualTo(
            "Jasna Popović|1985-3-12|U|| | national-number:number-damaged phone:number-damaged");
  }

  @Test
  void wordsForNothingAreNothing() throws IOException {
    assertThat(read("c14-placeholder.csv").get(0)).isEqualTo("Stefan Marković|1985-3-12|U||");
    assertThat(read("c14-placeholder.csv").get(2)).isEqualTo("Mina Lazić|1990-1-1|U||");
    assertThat(read("c14-placeholder.csv").get(4)).isEqualTo("Siniša Grujić|1980-5-5|U||");
  }

  @Test
  void headingsAndSexesInAzerbaijaniCapitalsAreKnown() throws IOException {
    assertThat(read("c15-azcaps.csv"))
        .containsExactly(
            "RƏŞAD ELDAR QULİYEV|1985-3-12|M|AZ|AA0101001",
            "IRADƏ İLQAR İSMAYILOVA|1979-4-3|F|AZ|AA0101002");
  }

  @Test
  void aDateInAnyFormCostsNoPerson() throws IOException {
    assertThat(read("c17-dates.csv"))
        .containsExactly(
            "BrojB Datić|1985-3-12|U||Y0101002",
            "BrojC Datić|1985-3-12,1985-12-3|U||Y0101003",
            "BrojD Datić|1985-3-12|U||Y0101004",
            "BrojE Datić||U||Y0101005 | born:date-unknown",
            "BrojF Datić||U||Y0101006 | born:date-unknown",
            "BrojG Datić|1985-3-12|U||Y0101007",
            "BrojH Datić||U||Y0101008 | born:date-unknown",
            "BrojI Datić|1985,1986|U||Y0101009",
            "BrojJ Datić|1985-3-12|U||Y0101010");
  }

  @Test
  void aCountryInAnyLanguageCostsNoPerson() throws IOException {
    assertThat(read("c18-nat.csv").stream().map(row -> row.split("\\|", -1)[3]).toList())
        .containsExactly(
            "RS", "RS", "RS", "AZ", "BA", "TR", "TR", "RU", "XXA", "XXA", "XK", "MD", "IR", "US",
            "RS,AZ", "RS,HR", "XXX");
  }

  @Test
  void aWorkbookIsReadAsThePersonWhoMadeItSeesIt() throws IOException {
    assertThat(read("x01-hidden.xlsx")).containsExactly("Rada Hidenić|1985-3-12|U||XA010001");
    assertThat(read("x02-1904.xlsx")).containsExactly("Jobs Macić|1985-3-12|U||XB010001");
    assertThat(read("x05-rph.xlsx"))
        .containsExactly("花子 田中|1985-3-12|U||XE010001", "太郎 高橋|1985-3-12|U||XE010002");
    assertThat(read("x07-yyyy.xlsx")).containsExactly("Mara Godinić|1985|U||XG010001");
    assertThat(read("x13-x000d.xlsx")).containsExactly("Mladen Carić|1985-3-12|U||XL010001");
    assertThat(read("x14-twosheets.xlsx")).containsExactly("Ana Prvić|1985-3-12|U||XM010001");
    assertThat(
            look("x14-twosheets.xlsx").doubts().getFirst().choices().stream()
                .map(Doubt.Choice::value))
        .containsExactly("Januar", "Februar");
  }
}
