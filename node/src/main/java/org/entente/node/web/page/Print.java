package org.entente.node.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF in the making: headings, lines and tables in letters of every language of the pages. */
final class Print {
  private static final String FONTS = "/liberation/LiberationSans-";
  private static final float MARGIN = 54;
  private static final float TITLE = 16;
  private static final float HEADING = 12;
  private static final float BODY = 10;
  private static final float PADDING = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
  private final BaseFont plain = font("Regular.ttf");
  private final BaseFont bold = font("Bold.ttf");

  /** Begins with its title. */
  Print(String title) {
    PdfWriter.getInstance(document, bytes);
    document.addTitle(title);
    document.open();
    line(title, bold, TITLE);
  }

  void heading(String text) {
    line(text, bold, HEADING);
  }

  void strong(String text) {
    line(text, bold, BODY);
  }

  void text(String text) {
    line(text, plain, BODY);
  }

  private void line(String text, BaseFont font, float size) {
    Paragraph paragraph = new Paragraph(text, new Font(font, size));
    paragraph.setSpacingBefore(size / 2);
    paragraph.setSpacingAfter(size / 3);
    document.add(paragraph);
  }

  /** A table over the width of the page. */
  Table table(int... widths) {
    PdfPTable table = new PdfPTable(widths.length);
    table.setWidthPercentage(100);
    table.setWidths(widths);
    return new Table(table);
  }

  final class Table {
    private final PdfPTable table;

    private Table(PdfPTable table) {
      this.table = table;
    }

    void row(String... cells) {
      for (String text : cells) {
        PdfPCell cell = new PdfPCell(new Phrase(text, new Font(plain, BODY)));
        cell.setPadding(PADDING);
        table.addCell(cell);
      }
    }

    /** A first row that is repeated on every page. */
    void head(String... cells) {
      for (String text : cells) {
        PdfPCell cell = new PdfPCell(new Phrase(text, new Font(bold, BODY)));
        cell.setPadding(PADDING);
        table.addCell(cell);
      }
      table.setHeaderRows(1);
    }

    void end() {
      document.add(table);
    }
  }

  byte[] bytes() {
    document.close();
    return bytes.toByteArray();
  }

  private static BaseFont font(String name) {
    try (InputStream in = Print.class.getResourceAsStream(FONTS + name)) {
      if (in == null) {
        throw new IllegalStateException("The fonts of documents are not there");
      }
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
