package org.entente.node.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Article;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Paragraph;
import org.entente.agreement.Status;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** An agreement as a PDF to be printed: the same words as its page, in the reader's language. */
final class AgreementDocument {
  private static final String FONTS = "/liberation/LiberationSans-";
  private static final float MARGIN = 54;
  private static final float BODY = 10;

  private final Reader reader;
  private final Agreement agreement;
  private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
  private final BaseFont plain = font("Regular.ttf");
  private final BaseFont bold = font("Bold.ttf");

  private AgreementDocument(Reader reader, Agreement agreement) {
    this.reader = reader;
    this.agreement = agreement;
  }

  static byte[] of(Reader reader, Agreement agreement, Map<AuthorityId, List<String>> words) {
    return new AgreementDocument(reader, agreement).write(words);
  }

  private byte[] write(Map<AuthorityId, List<String>> words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfWriter.getInstance(document, bytes);
    document.addTitle(agreement.instrument().title().in(reader.locale()));
    document.open();
    line(agreement.instrument().title().in(reader.locale()), bold, 16);
    line(
        reader.t(
            "agreement.signed",
            agreement.instrument().signedOn().toString(),
            agreement.instrument().signedAt().in(reader.locale())),
        plain,
        BODY);
    for (Status status : agreement.history().statuses()) {
      line(
          reader.t("status." + status.state().code()) + ": " + reader.time(status.at()),
          plain,
          BODY);
    }
    line(agreement.instrument().note().in(reader.locale()), plain, BODY);
    agreement.articles().forEach(this::article);
    arrangement();
    line(reader.t("agreement.annex"), bold, 12);
    words.forEach((authority, list) -> {
      line(reader.name(authority.value()), bold, BODY);
      line(String.join(" ", list), plain, BODY);
    });
    line(reader.t("case.agreement"), bold, BODY);
    line(agreement.hash().value(), plain, BODY);
    document.close();
    return bytes.toByteArray();
  }

  private void article(Article article) {
    line(
        reader.t("agreement.article-number", article.number())
            + " · "
            + article.heading().in(reader.locale()),
        bold,
        12);
    PdfPTable table = new PdfPTable(2);
    table.setWidthPercentage(100);
    for (Paragraph paragraph : article.paragraphs()) {
      switch (paragraph) {
        case Paragraph.Crimes crimes ->
            crimes
                .items()
                .forEach(crime ->
                    row(
                        table,
                        crime.reference().label() + " " + crime.wording().in(reader.locale()),
                        joined(crime.areas(), area -> area.label(reader.locale()))));
        case Paragraph.Forms forms ->
            forms
                .items()
                .forEach(form ->
                    row(
                        table,
                        form.reference().label() + " " + form.wording().in(reader.locale()),
                        joined(form.acts(), act -> act.label(reader.locale()))));
        case Paragraph.OtherAreas open ->
            row(
                table,
                open.reference().label() + " " + open.wording().in(reader.locale()),
                reader.t("agreement.open-areas"));
      }
    }
    document.add(table);
  }

  private void arrangement() {
    var arrangement = agreement.arrangement();
    line(arrangement.title().in(reader.locale()), bold, 12);
    PdfPTable table = new PdfPTable(2);
    table.setWidthPercentage(100);
    row(
        table,
        reader.t("agreement.acts"),
        joined(arrangement.acts(), act -> act.label(reader.locale())));
    row(
        table,
        reader.t("agreement.deadlines"),
        String.join(
            "\n",
            reader.rule("urgent-direct-" + arrangement.deadlines().urgentDirectHours() + "h"),
            reader.rule("urgent-indirect-" + arrangement.deadlines().urgentIndirectDays() + "d"),
            reader.rule("other-" + arrangement.deadlines().otherDays() + "d")));
    row(
        table,
        reader.t("field.handling"),
        joined(arrangement.handling(), h -> h.code() + " " + h.label(reader.locale())));
    row(
        table,
        reader.t("agreement.review"),
        reader.t("agreement.months", arrangement.reviewMonths()));
    row(table, reader.t("agreement.notice"), reader.t("time.days", arrangement.noticeDays()));
    row(
        table,
        reader.t("agreement.use"),
        String.join(
            "\n",
            arrangement.use().evidence().label(reader.locale()),
            arrangement.use().onward().label(reader.locale()),
            arrangement.use().afterEnd().label(reader.locale())));
    document.add(table);
  }

  private static <T extends Enum<T>> String joined(
      Collection<T> values, Function<T, String> label) {
    return values.stream().sorted().map(label).collect(Collectors.joining("\n"));
  }

  private void line(String text, BaseFont font, float size) {
    var paragraph = new org.openpdf.text.Paragraph(text, new Font(font, size));
    paragraph.setSpacingBefore(size / 2);
    paragraph.setSpacingAfter(size / 3);
    document.add(paragraph);
  }

  private void row(PdfPTable table, String left, String right) {
    for (String text : List.of(left, right)) {
      PdfPCell cell = new PdfPCell(new Phrase(text, new Font(plain, BODY)));
      cell.setPadding(5);
      table.addCell(cell);
    }
  }

  private static BaseFont font(String name) {
    try (InputStream in = AgreementDocument.class.getResourceAsStream(FONTS + name)) {
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
