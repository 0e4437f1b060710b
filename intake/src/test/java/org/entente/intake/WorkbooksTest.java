package org.entente.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks, written part by part as programs other than ours write them. */
class WorkbooksTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static final String HEAD =
      row(
          1,
          text("A1", "id"),
          text("B1", "surname"),
          text("C1", "first name"),
          text("D1", "date of birth"),
          text("E1", "passport"));

  private static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  private static String text(String at, String text) {
    return "<c r=\""
        + at
        + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + text
        + "</t></is></c>";
  }

  private static String number(String at, int style, String value) {
    return "<c r=\"" + at + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
  }

  private static FirstLook look(String rows, String behind) throws IOException {
    byte[] book = book(Map.of("Persons", "<sheetData>" + rows + "</sheetData>" + behind), "");
    return FirstLook.at(() -> new ByteArrayInputStream(book), DAY);
  }

  /**
   * Styles: 0 general, 1 zeros, 2 year, 3 month and year, 4 day, 5 built-in date, 6 plus and
   * digits.
   */
  private static byte[] book(Map<String, String> sheets, String state) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder names = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    int id = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      id++;
      names.append(
          "<sheet name=\""
              + sheet.getKey()
              + "\" sheetId=\""
              + id
              + "\" r:id=\"rId"
              + id
              + "\""
              + (id == 1 ? state : "")
              + "/>");
      relations.append(
          "<Relationship Id=\"rId"
              + id
              + "\" Type=\"http://x/relationships/worksheet\" Target=\"worksheets/sheet"
              + id
              + ".xml\"/>");
      parts.put(
          "xl/worksheets/sheet" + id + ".xml",
          "<worksheet xmlns=\"urn:x\">" + sheet.getValue() + "</worksheet>");
    }
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"urn:x\" xmlns:r=\"urn:r\"><sheets>" + names + "</sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"urn:p\">" + relations + "</Relationships>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\"urn:x\"><numFmts>"
            + "<numFmt numFmtId=\"164\" formatCode=\"000000000\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"mm/yyyy\"/><numFmt numFmtId=\"167\" formatCode=\"[$-81A]d\\.\\ mmmm\\ yyyy;@\"/>"
            + "<numFmt numFmtId=\"168\" formatCode=\"&quot;+&quot;000\\ 00\\ 0000000\"/></numFmts><cellXfs>"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/>"
            + "<xf numFmtId=\"167\"/><xf numFmtId=\"14\"/><xf numFmtId=\"168\"/></cellXfs></styleSheet>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void numbersAndDatesAreReadAsTheCellShowsThem() throws IOException {
    FirstLook look =
        look(
            HEAD
                + row(2, number("A2", 0, "1"), number("D2", 2, "31118"), number("E2", 1, "12345"))
                + row(
                    3, number("A3", 0, "2"), number("D3", 3, "31118"), number("E3", 0, "12345678"))
                + row(
                    4,
                    number("A4", 0, "3"),
                    number("D4", 4, "31118.5"),
                    number("E4", 6, "381641234567"))
                + row(
                    5,
                    number("A5", 0, "4"),
                    number("D5", 5, "31118"),
                    number("E5", 0, "1.203985715023E12")),
            "");

    assertThat(look.rows().stream().map(r -> r.shown("date of birth") + " " + r.shown("passport")))
        .containsExactly(
            "1985 000012345",
            "1985-03 12345678",
            "1985-03-12 +381 64 1234567",
            "1985-03-12 1203985715023");
  }

  @Test
  void aFormulaIsReadAsWhatItCameToAndOneThatFailedCostsItsCell() throws IOException {
    FirstLook look =
        look(
            HEAD
                + row(
                    2,
                    text("A2", "1"),
                    "<c r=\"B2\" t=\"str\"><f>A1&amp;B1</f><v>Lukić</v></c>",
                    text("C2", "Ana"),
                    "<c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                    "<c r=\"E2\"><f>VLOOKUP(A1)</f></c>")
                + row(
                    3,
                    text("A3", "2"),
                    text("B3", "Savić"),
                    text("C3", "Uroš"),
                    number("D3", 5, "31118"),
                    number("E3", 0, "12345678901234567890")),
            "");

    assertThat(look.rows().getFirst().shown("surname")).isEqualTo("Lukić");
    assertThat(look.rows().getFirst().spoiled())
        .isEqualTo(Map.of("date of birth", RowFault.CELL_BROKEN, "passport", RowFault.CELL_BROKEN));
    assertThat(look.rows().getLast().spoiled())
        .isEqualTo(Map.of("passport", RowFault.NUMBER_DAMAGED));
    assertThat(look.understood())
        .containsEntry(
            "passport",
            new FirstLook.Understood(
                2, Map.of(RowFault.CELL_BROKEN, 1, RowFault.NUMBER_DAMAGED, 1)));
  }

  @Test
  void aMergedCellIsReadInEachOfItsRowsAndATitleIsNoHeading() throws IOException {
    FirstLook look =
        look(
            row(1, text("A1", "Register of the municipality"))
                + HEAD.replace("r=\"1\"", "r=\"3\"").replaceAll("r=\"([A-E])1\"", "r=\"$13\"")
                + row(4, text("A4", "1"), text("B4", "Lukić"), text("C4", "Ana"))
                + row(5, text("A5", "2"), text("C5", "Mira"))
                + row(6, text("A6", "3"), text("B6", "Savić"), text("C6", "Uroš")),
            "<mergeCells count=\"2\"><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"B4:B5\"/></mergeCells>");

    assertThat(look.reading().place().above()).isEqualTo(2);
    assertThat(look.rows().stream().map(r -> r.shown("surname") + " " + r.shown("first name")))
        .containsExactly("Lukić Ana", "Lukić Mira", "Savić Uroš");
  }

  @Test
  void aHiddenSheetIsNamedAndCanBeChosen() throws IOException {
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put(
        "Codes",
        "<sheetData>" + row(1, text("A1", "code")) + row(2, text("A2", "RS")) + "</sheetData>");
    sheets.put(
        "Persons",
        "<sheetData>" + HEAD + row(2, text("A2", "1"), text("B2", "Lukić")) + "</sheetData>");
    byte[] book = book(sheets, " state=\"veryHidden\"");
    FirstLook look = FirstLook.at(() -> new ByteArrayInputStream(book), DAY);

    assertThat(look.reading().place().sheet()).isEqualTo("Persons");
    assertThat(look.asked()).isEmpty();
    assertThat(look.doubts().getFirst().choices().stream().map(Doubt.Choice::value))
        .isEqualTo(List.of("Persons", "Codes"));
    FirstLook chosen =
        FirstLook.at(
            () -> new ByteArrayInputStream(book), look.reading().with(new Place(0, "Codes")), DAY);
    assertThat(chosen.columns()).containsExactly("code");
  }

  @Test
  void anEntityThatGrowsOrReadsAnotherFileIsNotReplaced() throws IOException {
    byte[] grown =
        book(
            Map.of("Persons", "<sheetData>" + HEAD.replace("surname", "&a;") + "</sheetData>"), "");

    assertThat(refused(grown)).isEqualTo(FileFault.WORKBOOK_DAMAGED);
  }

  private static FileFault refused(byte[] book) throws IOException {
    try {
      FirstLook look = FirstLook.at(() -> new ByteArrayInputStream(book), DAY);
      throw new AssertionError(look.columns().toString());
    } catch (FileBroken e) {
      return e.why();
    }
  }
}
