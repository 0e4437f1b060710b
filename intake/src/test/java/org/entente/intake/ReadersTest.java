package org.entente.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.entente.intake.FileLayout.Format;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static FileLayout layout(byte[] file) throws IOException {
    return Reading.of(new ByteArrayInputStream(file)).layout();
  }

  private static FileFault refused(byte[] file) {
    try {
      return fail(Reading.of(new ByteArrayInputStream(file)).layout().toString());
    } catch (FileBroken e) {
      return e.why();
    } catch (IOException e) {
      return fail(e);
    }
  }

  private static List<RawRow> rows(byte[] file) throws IOException {
    List<RawRow> all = new ArrayList<>();
    try (RowReader rows = layout(file).rows(new ByteArrayInputStream(file))) {
      for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }

  private static List<String> faults(byte[] file) throws IOException {
    return rows(file).stream()
        .map(row -> row.line() + row.fault().map(f -> " " + f.code()).orElse(""))
        .toList();
  }

  @Test
  void delimiterEncodingAndHeadingAreSeen() throws IOException {
    assertThat(layout(utf8("ime;prezime\nPetar;Đorđević\n")))
        .isEqualTo(new FileLayout(Format.CSV, "UTF-8", ';', true));
    assertThat(layout("ime;prezime\nПетар;Ђорђевић\n".getBytes(Charset.forName("windows-1251"))))
        .isEqualTo(new FileLayout(Format.CSV, "windows-1251", ';', true));
    assertThat(layout("ad,soyad\nElçin,Hüseynoğlu\n".getBytes(Charset.forName("windows-1254"))))
        .isEqualTo(new FileLayout(Format.CSV, "windows-1254", ',', true));
    assertThat(layout("\uFEFFime\tprezime\nPetar\tLukić\n".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(new FileLayout(Format.CSV, "UTF-16LE", '\t', true));
    assertThat(layout(utf8("4711,Petar\n4712,Ana\n")).header()).isFalse();
    assertThat(layout(utf8("{\"name\": \"Ana\"}\n")).format()).isEqualTo(Format.JSON_LINES);
  }

  @Test
  void whatIsNoListIsNotGuessedAt() throws IOException {
    assertThat(refused(new byte[0])).isEqualTo(FileFault.EMPTY);
    assertThat(refused(utf8(" \n\n"))).isEqualTo(FileFault.EMPTY);
    assertThat(refused(utf8("Ana Lukić, Mira Lukić, Vesna Lukić\0"))).isEqualTo(FileFault.NOT_TEXT);
    assertThat(refused(utf8("%PDF-1.7\n"))).isEqualTo(FileFault.PDF);
    assertThat(refused(utf8("<html><table><tr><td>name</td></tr></table></html>")))
        .isEqualTo(FileFault.WEB_PAGE);
    assertThat(refused(utf8("<?xml version=\"1.0\"?><Workbook/>"))).isEqualTo(FileFault.XML);
    assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
        .isEqualTo(FileFault.OLD_WORKBOOK);
    assertThat(refused(new byte[] {0x1F, (byte) 0x8B, 8})).isEqualTo(FileFault.PACKED);
    assertThat(refused(zip("persons.csv", 10))).isEqualTo(FileFault.PACKED);
    assertThat(refused(zip("xl/workbook.bin", 10))).isEqualTo(FileFault.BINARY_WORKBOOK);
    assertThat(refused(new byte[] {'P', 'K', 3, 4, 1, 2})).isEqualTo(FileFault.WORKBOOK_DAMAGED);
  }

  @Test
  void cellsWithQuotesCommasAndLineBreaksAreReadAsMeant() throws IOException {
    List<RawRow> rows =
        rows(utf8("name,alias\n\"Lukić, Ana\",\"the \"\"cat\"\"\nand more\"\nB,C\n"));

    assertThat(rows.getFirst().cells())
        .isEqualTo(
            Map.of("name", List.of("Lukić, Ana"), "alias", List.of("the \"cat\"\nand more")));
    assertThat(rows.getLast().line()).isEqualTo(4);
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() throws IOException {
    assertThat(faults(utf8("name,born\n\"Ana,1980\nVesna,1981\nMira,1982\n")))
        .containsExactly("2 quote-not-closed", "3", "4");
  }

  @Test
  void aRowLongerThanARowMayBeCostsThatRow() throws IOException {
    String endless = "x".repeat(2 * Limits.ROW_CHARS);

    assertThat(faults(utf8("name\nAna\n" + endless + "\nMira\n")))
        .containsExactly("2", "3 row-too-long", "4");
    assertThat(faults(utf8("{\"name\":\"A\"}\n{\"name\":\"" + endless + "\"}\n{\"name\":\"M\"}\n")))
        .containsExactly("1", "2 row-too-long", "3");
  }

  @Test
  void ofARowThatWasNotReadOnlyABeginningIsKept() throws IOException {
    RawRow broken = rows(utf8("name\n" + "x".repeat(2 * Limits.ROW_CHARS) + "\n")).getFirst();

    assertThat(broken.shown("")).hasSize(Limits.KEPT_CHARS);
    assertThat(broken.toString()).doesNotContain("xx");
  }

  @Test
  void bytesThatAreNoLettersOfTheEncodingCostNoMoreThanTheirRow() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(utf8("name,place of birth\nAna,Ćuprija Šabac Užice Čačak Vršac Žabalj Šid\nM"));
    file.write(0xFF);
    file.write(utf8("ra,Niš\nVesna,Ni"));
    file.write(0xFF);
    file.write(utf8("\n"));
    FirstLook look = SubjectList.seen(file.toByteArray(), DAY);
    RowReading reading = new RowReading(SubjectKind.PERSON, look.proposed(), CellForms.USUAL, DAY);

    assertThat(look.reading().charset()).isEqualTo("UTF-8");
    assertThat(look.doubts()).isEmpty();
    assertThat(look.rows().stream().map(reading::read).map(ReadersTest::said))
        .containsExactly("[]", "not-text", "[birth-place not-text]");
  }

  private static String said(RowReading.Result result) {
    return switch (result) {
      case RowReading.Result.Ready ready ->
          ready.notes().stream().map(n -> n.field() + " " + n.fault().code()).toList().toString();
      case RowReading.Result.Faulty faulty -> faulty.fault().code();
    };
  }

  @Test
  void moreColumnsThanAFileMayHaveAreRefusedBeforeARowIsRead() {
    byte[] wide = utf8("c,".repeat(Limits.COLUMNS) + "c\n");

    assertThatThrownBy(() -> rows(wide)).isInstanceOf(FileBroken.class);
  }

  @Test
  void jsonThatSaysOneThingTwiceCostsItsRowAndWhatLiesWithinIsRead() throws IOException {
    byte[] file =
        utf8(
            """
            {"name": ["Ana", "Anka"], "born": 1980}
            {"name": {"given": "Ana"}, "papers": [{"number": "1"}]}
            {"name": "Ana", "name": "Mira"}
            ["Ana"]
            {"name": "Ana"} {"name": "Mira"}
            {"name": null}
            """);

    assertThat(faults(file))
        .containsExactly("1", "2", "3 not-json", "4 not-json", "5 not-json", "6");
    assertThat(rows(file).get(0).shown("name")).isEqualTo("Ana; Anka");
    assertThat(rows(file).get(1).shown("name.given")).isEqualTo("Ana");
    assertThat(rows(file).get(1).spoiled()).isEqualTo(Map.of("papers", RowFault.NOT_FLAT));
  }

  @Test
  void columnsOfOneNameAndWithoutANameAreToldApart() throws IOException {
    FirstLook look =
        new SubjectList(
                utf8("name,name,,name (2)\na,b,c,d\n"),
                new FileLayout(Format.CSV, "UTF-8", ',', true))
            .look(DAY);

    assertThat(look.columns()).doesNotHaveDuplicates().hasSize(4).contains("name", "(3)");
  }

  private static byte[] workbook(List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("persons");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          Object cell = rows.get(r).get(c);
          if (cell instanceof Number number) {
            sheet.value(r, c, number);
          } else {
            sheet.value(r, c, cell.toString());
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aWorkbookIsReadLikeAnyOtherFile() throws IOException {
    byte[] file =
        workbook(List.of(List.of("name", "born"), List.of("Ana Lukić", 1980), List.of("Mira", "")));

    assertThat(layout(file).format()).isEqualTo(Format.WORKBOOK);
    assertThat(rows(file).stream().map(r -> r.shown("name") + "|" + r.shown("born")))
        .containsExactly("Ana Lukić|1980", "Mira|");
  }

  private static byte[] zip(String name, long bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    byte[] nothing = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry(name));
      for (long written = 0; written < bytes; written += nothing.length) {
        zip.write(nothing);
      }
    }
    return zipped.toByteArray();
  }

  @Test
  void aWorkbookThatUnpacksToMoreThanTheMemoryHoldsIsRefused() throws IOException {
    byte[] bomb = zip("xl/sharedStrings.xml", Limits.WORKBOOK_STRINGS_BYTES + 1);

    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> rows(bomb))
        .isInstanceOf(FileBroken.class)
        .hasMessage("workbook-too-large");
  }

  @Test
  void whatAWorkbookHidesFromOneWayOfReadingItIsMeasuredToo() throws IOException {
    ByteArrayOutputStream hiding = new ByteArrayOutputStream();
    byte[] decoy = zip("small.xml", 1);
    int directory = new String(decoy, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    hiding.write(decoy, 0, directory);
    hiding.write(utf8("here a reader of parts in their order stops"));
    hiding.write(zip("xl/sharedStrings.xml", Limits.WORKBOOK_STRINGS_BYTES + 1));

    assertThatThrownBy(() -> rows(hiding.toByteArray()))
        .isInstanceOf(FileBroken.class)
        .hasMessage("workbook-too-large");
  }

  @Test
  void aNumberWithAMillionPlacesIsNotWrittenOut() throws IOException {
    assertThat(numbers("1E1000000", "-1e-1000000", "1E20"))
        .containsExactly("cell-broken", "cell-broken", "100000000000000000000");
  }

  /** What is read of a sheet with these numbers, written as a hostile program would. */
  private static List<String> numbers(String... written) throws IOException {
    StringBuilder rows =
        new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>name</v></c></row>");
    for (int i = 0; i < written.length; i++) {
      String at = Integer.toString(i + 2);
      rows.append("<row r=\"" + at + "\"><c r=\"A" + at + "\"><v>" + written[i] + "</v></c></row>");
    }
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    byte[] plain = workbook(List.of(List.of("name")));
    try (ZipFile in = ZipFile.builder().setByteArray(plain).get();
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
        out.putNextEntry(new ZipEntry(part.getName()));
        String text = new String(in.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        out.write(
            utf8(
                part.getName().contains("worksheets/sheet")
                    ? text.replaceAll(
                        "(?s)<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>")
                    : text));
      }
    }
    return rows(changed.toByteArray()).stream()
        .map(row ->
            row.spoiled().containsValue(RowFault.CELL_BROKEN)
                ? RowFault.CELL_BROKEN.code()
                : row.shown("name"))
        .toList();
  }

  @Test
  void whatOnlyLooksLikeAWorkbookIsRefused() {
    assertThatThrownBy(() -> rows(new byte[] {'P', 'K', 3, 4, 1, 2, 3}))
        .isInstanceOf(FileBroken.class);
  }
}
