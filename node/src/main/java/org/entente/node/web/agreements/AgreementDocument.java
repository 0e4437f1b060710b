package org.entente.node.web.agreements;

import java.util.ArrayList;
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
import org.entente.node.web.frame.PrintedPages;
import org.entente.node.web.frame.Reader;

/** An agreement as a PDF to be printed: the same words as its page, in the reader's language. */
final class AgreementDocument {
  private final Reader reader;
  private final Agreement agreement;
  private final PrintedPages pages;

  private AgreementDocument(Reader reader, Agreement agreement) {
    this.reader = reader;
    this.agreement = agreement;
    this.pages = PrintedPages.upright(agreement.instrument().title().in(reader.locale()));
  }

  static byte[] of(Reader reader, Agreement agreement, Map<AuthorityId, List<String>> words) {
    return new AgreementDocument(reader, agreement).write(words);
  }

  private byte[] write(Map<AuthorityId, List<String>> words) {
    pages.line(
        reader.t(
            "agreement.signed",
            agreement.instrument().signedOn().toString(),
            agreement.instrument().signedAt().in(reader.locale())));
    for (Status status : agreement.history().statuses()) {
      pages.line(reader.t("status." + status.state().code()) + ": " + reader.time(status.at()));
    }
    pages.line(agreement.instrument().note().in(reader.locale()));
    agreement.articles().forEach(this::article);
    arrangement();
    pages.heading(reader.t("agreement.annex"));
    words.forEach((authority, list) -> {
      pages.strong(reader.name(authority.value()));
      pages.line(String.join(" ", list));
    });
    pages.strong(reader.t("case.agreement"));
    pages.line(agreement.hash().value());
    return pages.finish();
  }

  private void article(Article article) {
    pages.heading(
        reader.t("agreement.article-number", article.number())
            + " · "
            + article.heading().in(reader.locale()));
    List<List<String>> rows = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      switch (paragraph) {
        case Paragraph.Crimes crimes ->
            crimes
                .items()
                .forEach(crime ->
                    row(
                        rows,
                        crime.reference().label() + " " + crime.wording().in(reader.locale()),
                        joined(crime.areas(), area -> area.label(reader.locale()))));
        case Paragraph.Forms forms ->
            forms
                .items()
                .forEach(form ->
                    row(
                        rows,
                        form.reference().label() + " " + form.wording().in(reader.locale()),
                        joined(form.acts(), act -> act.label(reader.locale()))));
        case Paragraph.OtherAreas open ->
            row(
                rows,
                open.reference().label() + " " + open.wording().in(reader.locale()),
                reader.t("agreement.open-areas"));
        case Paragraph.Excludes excludes ->
            row(
                rows,
                excludes.reference().label() + " " + excludes.wording().in(reader.locale()),
                reader.t("agreement.taken-out")
                    + "\n"
                    + joined(excludes.areas(), area -> area.label(reader.locale())));
        case Paragraph.Plain plain ->
            row(
                rows,
                plain.reference().label() + " " + plain.words().in(reader.locale()),
                reader.t("agreement.text-only"));
      }
    }
    pages.pairs(rows);
  }

  private void arrangement() {
    var arrangement = agreement.arrangement();
    pages.heading(arrangement.title().in(reader.locale()));
    List<List<String>> rows = new ArrayList<>();
    row(
        rows,
        reader.t("agreement.acts"),
        joined(arrangement.acts(), act -> act.label(reader.locale())));
    row(
        rows,
        reader.t("agreement.deadlines"),
        String.join(
            "\n",
            reader.rule("urgent-direct-" + arrangement.deadlines().urgentDirectHours() + "h"),
            reader.rule("urgent-indirect-" + arrangement.deadlines().urgentIndirectDays() + "d"),
            reader.rule("other-" + arrangement.deadlines().otherDays() + "d")));
    row(
        rows,
        reader.t("field.handling"),
        joined(arrangement.handling(), h -> h.code() + " " + h.label(reader.locale())));
    row(
        rows,
        reader.t("agreement.review"),
        reader.t("agreement.months", arrangement.reviewMonths()));
    row(rows, reader.t("agreement.notice"), reader.t("time.days", arrangement.noticeDays()));
    row(
        rows,
        reader.t("agreement.use"),
        String.join(
            "\n",
            arrangement.use().evidence().label(reader.locale()),
            arrangement.use().onward().label(reader.locale()),
            arrangement.use().afterEnd().label(reader.locale())));
    pages.pairs(rows);
  }

  private static <T extends Enum<T>> String joined(
      Collection<T> values, Function<T, String> label) {
    return values.stream().sorted().map(label).collect(Collectors.joining("\n"));
  }

  private static void row(List<List<String>> rows, String left, String right) {
    rows.add(List.of(left, right));
  }
}
