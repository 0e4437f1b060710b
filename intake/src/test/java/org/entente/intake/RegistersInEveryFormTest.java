package org.entente.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.intake.RowReading.Result;
import org.entente.subject.Gender;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;

/**
 * Registers of invented persons, written in random encodings, layouts and forms, are read back. The
 * seed of a failure is printed with it.
 */
class RegistersInEveryFormTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final int PERSONS = 40;

  private static final List<String> ENCODINGS =
      List.of(
          "UTF-8",
          "UTF-16LE",
          "UTF-16BE",
          "UTF-32LE",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1254",
          "windows-1253",
          "windows-1256",
          "ISO-8859-2",
          "ISO-8859-5",
          "IBM852",
          "IBM866",
          "KOI8-R",
          "GB18030");

  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  private static final List<List<String>> HEADINGS =
      List.of(
          List.of("id", "name", "date of birth", "sex", "nationality", "document", "phone"),
          List.of("№", "SOYAD, AD", "DOĞUM TARİXİ", "CİNSİ", "VƏTƏNDAŞLIĞI", "SƏNƏD", "TELEFON"),
          List.of("рб", "Презиме и име", "Датум рођења", "Пол", "Држављанство", "Документ", "Тел"),
          List.of("rb", "Ime i prezime", "dat. rođenja", "pol", "državljanstvo", "dok", "tel."),
          List.of("№", "ФИО", "Дата рождения", "Пол", "Гражданство", "Документ", "Телефон"));

  private static final List<String> DATES =
      List.of(
          "yyyy-MM-dd",
          "dd.MM.yyyy",
          "d.M.yyyy.",
          "dd-MM-yyyy",
          "yyyyMMdd",
          "dd MMM yyyy",
          "dd.MM.yyyy 0:00:00",
          "yyyy-MM-dd'T'00:00:00+04:00");

  /** Which of the choices this register takes. */
  private record Form(
      Charset charset, String delimiter, int headings, String date, boolean title, String end) {
    static Form of(int seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return new Form(
          Charset.forName(ENCODINGS.get(random.nextInt(ENCODINGS.size()))),
          DELIMITERS.get(random.nextInt(DELIMITERS.size())),
          random.nextInt(HEADINGS.size()),
          DATES.get(random.nextInt(DATES.size())),
          random.nextInt(4) == 0,
          random.nextBoolean() ? "\n" : "\r\n");
    }
  }

  @Property(tries = 60)
  void aRegisterIsReadBackWhateverProgramWroteIt(@ForAll int seed) throws IOException {
    Form form = Form.of(seed);
    List<InventedPerson> persons = persons(seed, form.charset());
    byte[] file = written(form, persons).getBytes(form.charset());

    Reading reading = Reading.of(new ByteArrayInputStream(file));
    Charset read = Charset.forName(reading.layout().charset());
    boolean asked = reading.doubts().stream().anyMatch(Doubt::asks);
    // Two encodings may write the same bytes; the letters are what matters.
    if (!new String(file, read).equals(new String(file, form.charset()))) {
      assertThat(asked).as("an encoding that was guessed wrongly is asked: " + form).isTrue();
      return;
    }
    List<Result> rows = rows(file, reading.layout());

    assertThat(rows).as(form.toString()).hasSize(persons.size());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).as(form.toString()).isInstanceOf(Result.Ready.class);
      Person person = (Person) ((Result.Ready) rows.get(i)).described().subject();
      InventedPerson invented = persons.get(i);
      assertThat(person.names().getFirst().written()).isEqualTo(invented.name());
      assertThat(person.born()).as(form.toString()).contains(invented.born());
      assertThat(person.gender()).isEqualTo(invented.gender());
      assertThat(person.nationalities()).containsExactly(invented.nationality());
      assertThat(person.documents())
          .as(form + " " + invented.document())
          .hasSize(invented.document().isEmpty() ? 0 : 1);
    }
  }

  /** Letters of four bytes, of which two are digits, were cut into words of another encoding. */
  @Example
  void aChineseEncodingOfAzerbaijaniIsNotTakenForAnotherInSilence() throws IOException {
    aRegisterIsReadBackWhateverProgramWroteIt(-78_894);
  }

  private static List<Result> rows(byte[] file, FileLayout layout) throws IOException {
    FirstLook look = FirstLook.at(() -> new ByteArrayInputStream(file), DAY);
    RowReading reading =
        new RowReading(SubjectKind.PERSON, look.proposed(), look.reading().cells(), DAY);
    List<Result> all = new ArrayList<>();
    try (RowReader rows = layout.rows(new ByteArrayInputStream(file))) {
      for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(reading.read(row.get()));
      }
    }
    return all;
  }

  /** Persons that this encoding can write. */
  private static List<InventedPerson> persons(int seed, Charset charset) {
    InventedPersons endless = InventedPersons.of(seed);
    List<InventedPerson> persons = new ArrayList<>();
    for (int i = 0; i < 4000 && persons.size() < PERSONS; i++) {
      InventedPerson person = endless.next();
      if (charset.newEncoder().canEncode(person.name()) && person.name().indexOf(',') < 0) {
        persons.add(person);
      }
    }
    return persons;
  }

  private static String written(Form form, List<InventedPerson> persons) {
    List<String> headings = HEADINGS.get(form.headings());
    boolean heads = form.charset().newEncoder().canEncode(String.join("", headings));
    StringBuilder file = new StringBuilder();
    if (form.title()) {
      file.append("Register 2026").append(form.end()).append(form.end());
    }
    line(file, form, heads ? headings : HEADINGS.getFirst());
    int id = 0;
    for (InventedPerson person : persons) {
      line(
          file,
          form,
          List.of(
              Integer.toString(++id),
              person.name(),
              date(person.born(), form.date()),
              person.gender() == Gender.FEMALE ? "F" : "M",
              person.nationality(),
              person.document().isEmpty() ? "-" : person.document(),
              person.phone().isEmpty() ? "N/A" : person.phone()));
    }
    return file.toString();
  }

  private static void line(StringBuilder file, Form form, List<String> cells) {
    file.append(
            String.join(
                form.delimiter(),
                cells.stream()
                    .map(c -> c.contains(form.delimiter()) ? "\"" + c + "\"" : c)
                    .toList()))
        .append(form.end());
  }

  private static String date(PartialDate date, String form) {
    return date.complete()
        ? LocalDate.of(date.year(), date.month(), date.day())
            .format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
        : Integer.toString(date.year());
  }
}
