package org.entente.node.web.page;

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

/** An agreement as a PDF to be printed: the same words as its page, in the reader's language. */
final class AgreementDocument {
  private final Reader reader;
  private final Agreement agreement;
  private final Print print;

  private AgreementDocument(Reader reader, Agreement agreement) {
    this.reader = reader;
    this.agreement = agreement;
    this.print = new Print(agreement.instrument().title().in(reader.locale()));
  }

  static byte[] of(Reader reader, Agreement agreement, Map<AuthorityId, List<String>> words) {
    return new AgreementDocument(reader, agreement).write(words);
  }

  private byte[] write(Map<AuthorityId, List<String>> words) {
    print.text(
        reader.t(
            "agreement.signed",
            agreement.instrument().signedOn().toString(),
            agreement.instrument().signedAt().in(reader.locale())));
    for (Status status : agreement.history().statuses()) {
      print.text(reader.t("status." + status.state().code()) + ": " + reader.time(status.at()));
    }
    print.text(agreement.instrument().note().in(reader.locale()));
    agreement.articles().forEach(this::article);
    arrangement();
    print.heading(reader.t("agreement.annex"));
    words.forEach((authority, list) -> {
      print.strong(reader.name(authority.value()));
      print.text(String.join(" ", list));
    });
    print.strong(reader.t("case.agreement"));
    print.text(agreement.hash().value());
    return print.bytes();
  }

  private void article(Article article) {
    print.heading(
        reader.t("agreement.article-number", article.number())
            + " · "
            + article.heading().in(reader.locale()));
    Print.Table table = print.table(1, 1);
    for (Paragraph paragraph : article.paragraphs()) {
      switch (paragraph) {
        case Paragraph.Crimes crimes ->
            crimes
                .items()
                .forEach(crime ->
                    table.row(
                        crime.reference().label() + " " + crime.wording().in(reader.locale()),
                        joined(crime.areas(), area -> area.label(reader.locale()))));
        case Paragraph.Forms forms ->
            forms
                .items()
                .forEach(form ->
                    table.row(
                        form.reference().label() + " " + form.wording().in(reader.locale()),
                        joined(form.acts(), act -> act.label(reader.locale()))));
        case Paragraph.OtherAreas open ->
            table.row(
                open.reference().label() + " " + open.wording().in(reader.locale()),
                reader.t("agreement.open-areas"));
      }
    }
    table.end();
  }

  private void arrangement() {
    var arrangement = agreement.arrangement();
    print.heading(arrangement.title().in(reader.locale()));
    Print.Table table = print.table(1, 1);
    table.row(
        reader.t("agreement.acts"), joined(arrangement.acts(), act -> act.label(reader.locale())));
    table.row(
        reader.t("agreement.deadlines"),
        String.join(
            "\n",
            reader.rule("urgent-direct-" + arrangement.deadlines().urgentDirectHours() + "h"),
            reader.rule("urgent-indirect-" + arrangement.deadlines().urgentIndirectDays() + "d"),
            reader.rule("other-" + arrangement.deadlines().otherDays() + "d")));
    table.row(
        reader.t("field.handling"),
        joined(arrangement.handling(), h -> h.code() + " " + h.label(reader.locale())));
    table.row(
        reader.t("agreement.review"), reader.t("agreement.months", arrangement.reviewMonths()));
    table.row(reader.t("agreement.notice"), reader.t("time.days", arrangement.noticeDays()));
    table.row(
        reader.t("agreement.use"),
        String.join(
            "\n",
            arrangement.use().evidence().label(reader.locale()),
            arrangement.use().onward().label(reader.locale()),
            arrangement.use().afterEnd().label(reader.locale())));
    table.end();
  }

  private static <T extends Enum<T>> String joined(
      Collection<T> values, Function<T, String> label) {
    return values.stream().sorted().map(label).collect(Collectors.joining("\n"));
  }
}
