package org.entente.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.entente.intake.FileBroken;
import org.entente.intake.FileLayout;
import org.entente.intake.FileLayout.Format;
import org.entente.intake.FirstLook;
import org.entente.intake.Pasted;
import org.entente.intake.RawRow;
import org.entente.intake.Reading;
import org.entente.intake.RowReader;
import org.entente.intake.RowReading;
import org.entente.intake.SubjectKind;
import org.entente.intake.ValueReading;

/**
 * Files that offices hand in: every reader of rows, the guess of how a file is read, and what is
 * made of each row. A file is read, or broken, or its row has a fault; nothing else happens.
 */
final class IntakeTargets {
  /** Characters of a row that was taken, or kept of one that was not. */
  private static final int ROW_CHARS = 1 << 17;

  private static final int COLUMNS = 300;

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private IntakeTargets() {}

  static List<Target> all() {
    byte[] csv = utf8("id,name,born,phone\n1,\"Lukić, Ana\",12.3.1980,+381641234567\n2,Mira,?,\n");
    byte[] json = utf8("{\"name\": [\"Ana\", \"Anka\"], \"born\": 1980}\n{\"name\": null}\n");
    byte[] document =
        utf8("{\"persons\": [{\"name\": \"Ana\"}, {\"name\": {\"given\": \"Mira\"}}]}");
    byte[] workbook = workbook();
    return List.of(
        new Target("intake-csv", input -> rows(input, Format.CSV), List.of(csv)),
        new Target("intake-json", input -> rows(input, Format.JSON_LINES), List.of(json)),
        new Target("intake-json-document", input -> rows(input, Format.JSON), List.of(document)),
        new Target("intake-workbook", input -> rows(input, Format.WORKBOOK), List.of(workbook)),
        new Target("intake-layout", IntakeTargets::seen, List.of(csv, json, workbook)),
        new Target("intake-pasted", IntakeTargets::pasted, List.of(INDICATORS, ZONE)));
  }

  private static final byte[] INDICATORS =
      utf8(
          """
          hxxps[:]//ledger-cases[.]example/a 185[.]4[.]1[.]2:50123 2026-11-03T14:22:05Z
          RS35 2600 0560 1001 6113 79, BG 1234-ŠĆ, IMEI 49-015420-323751-8
          0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed 9e107d9d372bb6826bd81d3542a419d6
          """);

  private static final byte[] ZONE =
      utf8(
          """
          P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
          L898902C36UTO7408122F1204159ZE184226B<<<<<10
          """);

  /** A pasted text proposes things of which each value has a reading; it never throws. */
  private static void pasted(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Pasted pasted = Pasted.read(text, Optional.of("AZ"), DAY);
    for (Pasted.Found found : pasted.found()) {
      if (ValueReading.of(found.kind(), found.said()).isEmpty()) {
        throw new AssertionError("a thing of which nothing is said was proposed");
      }
    }
    if (pasted.found().size() > Pasted.FOUND_MOST) {
      throw new AssertionError("more was proposed than may be");
    }
  }

  /** Reads as most files are read, and once in the way that the first byte chooses. */
  private static void rows(byte[] input, Format format) throws IOException {
    int choice = input.length == 0 ? 0 : input[0] & 0xff;
    for (FileLayout layout :
        List.of(
            new FileLayout(format, "UTF-8", ',', true),
            new FileLayout(
                format,
                FileLayout.CHARSETS.get(choice % FileLayout.CHARSETS.size()),
                FileLayout.DELIMITERS.get(choice % FileLayout.DELIMITERS.size()),
                choice % 2 == 0))) {
      read(input, layout);
    }
  }

  private static void seen(byte[] input) throws IOException {
    try {
      read(input, Reading.of(new ByteArrayInputStream(input)).layout());
    } catch (FileBroken broken) {
      // A file in which nothing can be read ends with this and nothing else.
      return;
    }
  }

  private static void read(byte[] input, FileLayout layout) throws IOException {
    try {
      FirstLook look = FirstLook.at(() -> new ByteArrayInputStream(input), layout, DAY);
      List<RowReading> readings =
          Arrays.stream(SubjectKind.values())
              .map(kind -> new RowReading(kind, look.proposed(), layout.cells(), DAY))
              .toList();
      try (RowReader rows = layout.rows(new ByteArrayInputStream(input))) {
        for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
          hold(row.get());
          for (RowReading reading : readings) {
            hold(reading.read(row.get()));
          }
        }
      }
    } catch (FileBroken broken) {
      // A file that is not what it seems to be ends with this and nothing else.
      return;
    }
  }

  private static void hold(RawRow row) {
    int chars = row.cells().values().stream().flatMap(List::stream).mapToInt(String::length).sum();
    if (row.cells().size() > COLUMNS || chars > ROW_CHARS) {
      throw new AssertionError("a row is larger than a row may be");
    }
  }

  private static void hold(RowReading.Result result) {
    if (result instanceof RowReading.Result.Ready ready
        && !ready.described().written().equals(ready.row().cells())) {
      throw new AssertionError("something else is kept than was written");
    }
  }

  private static byte[] workbook() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "fuzz", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("persons");
      sheet.value(0, 0, "name");
      sheet.value(0, 1, "born");
      sheet.value(1, 0, "Ana Lukić");
      sheet.value(1, 1, 1980);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
