package org.entente.node.web.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Pages to be printed: headings, lines and tables in fonts that hold every script of the pages. One
 * document each; used by one thread.
 */
public final class PrintedPages {
  static final float BODY = 10;
  private static final float TITLE = 16;
  private static final float HEADING = 12;
  private static final float DENSE = 8;
  private static final String FONTS = "/liberation/LiberationSans-";
  private static final float MARGIN = 54;
  private static final float NARROW_MARGIN = 36;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Document document;
  private final BaseFont plain = font("Regular.ttf");
  private final BaseFont bold = font("Bold.ttf");

  private PrintedPages(Document document, String title) {
    this.document = document;
    PdfWriter.getInstance(document, bytes);
    document.addTitle(title);
    document.open();
    line(title, bold, TITLE);
  }

  /** Upright pages for reading. */
  public static PrintedPages upright(String title) {
    return new PrintedPages(new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN), title);
  }

  /** Pages on their side, for tables with many columns. */
  public static PrintedPages sideways(String title) {
    return new PrintedPages(
        new Document(
            PageSize.A4.rotate(), NARROW_MARGIN, NARROW_MARGIN, NARROW_MARGIN, NARROW_MARGIN),
        title);
  }

  public void heading(String text) {
    line(text, bold, HEADING);
  }

  public void strong(String text) {
    line(text, bold, BODY);
  }

  public void line(String text) {
    line(text, plain, BODY);
  }

  /** Two columns: what it is, and what is said of it. */
  public void pairs(List<List<String>> rows) {
    PdfPTable table = new PdfPTable(2);
    table.setWidthPercentage(100);
    rows.forEach(row -> row.forEach(text -> cell(table, text, plain, BODY)));
    document.add(table);
  }

  /**
   * A table whose head stands on every page.
   *
   * @param widths of the columns, in relation to each other
   */
  public void table(List<String> heads, List<Integer> widths, List<List<String>> rows) {
    PdfPTable table = new PdfPTable(heads.size());
    table.setWidthPercentage(100);
    float[] shares = new float[widths.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = widths.get(i);
    }
    table.setWidths(shares);
    table.setHeaderRows(1);
    heads.forEach(head -> cell(table, head, bold, DENSE));
    rows.forEach(row -> row.forEach(text -> cell(table, text, plain, DENSE)));
    document.add(table);
  }

  /** Ends the document; nothing is added to it afterwards. */
  public byte[] finish() {
    document.close();
    return bytes.toByteArray();
  }

  private void line(String text, BaseFont font, float size) {
    Paragraph paragraph = new Paragraph(text, new Font(font, size));
    paragraph.setSpacingBefore(size / 2);
    paragraph.setSpacingAfter(size / 3);
    document.add(paragraph);
  }

  private static void cell(PdfPTable table, String text, BaseFont font, float size) {
    PdfPCell cell = new PdfPCell(new Phrase(text, new Font(font, size)));
    cell.setPadding(size / 2);
    table.addCell(cell);
  }

  private static BaseFont font(String name) {
    try (InputStream in = PrintedPages.class.getResourceAsStream(FONTS + name)) {
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
