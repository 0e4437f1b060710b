package org.entente.node.web.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.node.oversight.AccessAnswers;
import org.entente.node.oversight.Disclosed;
import org.entente.node.oversight.MentionKey;
import org.entente.node.oversight.PersonDescription;
import org.entente.node.web.frame.PrintedPages;
import org.entente.node.web.frame.Reader;

/**
 * The letter to a person who asked what is held about them, Directive (EU) 2016/680 Art. 14 and 15.
 * Every letter has the same sentences about restrictions, whether something is withheld or not;
 * what the node cannot know is a marked blank.
 */
final class AccessLetter {
  private final Reader reader;
  private final PrintedPages pages;

  private AccessLetter(Reader reader) {
    this.reader = reader;
    this.pages = PrintedPages.upright(reader.t("letter.title"));
  }

  static byte[] of(Reader reader, AccessAnswers.Letter letter) {
    return new AccessLetter(reader).write(letter);
  }

  private byte[] write(AccessAnswers.Letter letter) {
    pages.strong(reader.t("letter.draft"));
    pages.line(reader.name(reader.authority()));
    pages.line(reader.t("letter.blank", reader.t("letter.our-address")));
    pages.line(reader.t("letter.date", reader.day(letter.at())));
    pages.line(reader.t("letter.to", named(letter.who())));
    pages.line(reader.t("letter.blank", reader.t("letter.your-address")));
    pages.line(reader.t("letter.asked"));
    pages.heading(reader.t("letter.held"));
    if (letter.told().isEmpty()) {
      pages.line(reader.t("letter.nothing"));
    }
    int number = 1;
    for (Disclosed told : letter.told()) {
      pages.strong(number++ + ". " + reader.of("letter-kind", told.kind()));
      pages.pairs(rows(told));
    }
    pages.heading(reader.t("letter.restrictions"));
    pages.line(reader.t("letter.neutral"));
    pages.heading(reader.t("letter.rights"));
    for (String right : List.of("rectify", "complain", "indirect", "court")) {
      pages.line("• " + reader.t("letter.right-" + right));
    }
    pages.line(reader.t("letter.blank", reader.t("letter.supervisory")));
    pages.line(reader.t("letter.blank", reader.t("letter.officer")));
    pages.line(reader.t("letter.blank", reader.t("letter.signature")));
    return pages.finish();
  }

  private static String named(PersonDescription who) {
    return who.name().isEmpty()
        ? (who.document() + " " + who.phone() + " " + who.account()).strip()
        : who.name();
  }

  private List<List<String>> rows(Disclosed told) {
    List<List<String>> rows = new ArrayList<>();
    told.data()
        .forEach((field, values) -> {
          String text = String.join("; ", values);
          if (!text.isBlank()) {
            rows.add(List.of(field(told, field), text));
          }
        });
    rows.add(List.of(reader.t("letter.since"), reader.day(told.at())));
    rows.add(List.of(reader.t("letter.purpose"), purpose(told)));
    rows.add(List.of(reader.t("letter.basis"), basis(told)));
    told.category()
        .ifPresent(c -> rows.add(List.of(reader.t("letter.category"), c.label(reader.locale()))));
    if (!told.kinds().isEmpty()) {
      rows.add(
          List.of(
              reader.t("letter.kinds"),
              told.kinds().stream()
                  .sorted()
                  .map(k -> k.label(reader.locale()))
                  .collect(Collectors.joining("; "))));
    }
    rows.add(List.of(reader.t("letter.origin"), origin(told)));
    rows.add(List.of(reader.t("letter.recipients"), recipients(told)));
    rows.add(
        List.of(
            reader.t("letter.kept"),
            told.keptUntil()
                .map(at -> reader.t("letter.kept-until", reader.day(at)))
                .orElseGet(
                    () -> reader.t(exchanged(told) ? "letter.kept-open" : "letter.kept-log"))));
    return rows;
  }

  /** Fields of a request have names in every language; a register's columns are as written. */
  private String field(Disclosed told, String field) {
    return told.kind() == MentionKey.Kind.RECORD ? field : reader.t("letter.field-" + field);
  }

  private static boolean exchanged(Disclosed told) {
    return told.kind() == MentionKey.Kind.CASE || told.kind() == MentionKey.Kind.MEASURE;
  }

  private String purpose(Disclosed told) {
    String offence = told.offence().map(o -> o.label(reader.locale())).orElse("");
    String purpose = reader.t("letter.purpose-police");
    return offence.isEmpty() ? purpose : purpose + " " + offence;
  }

  private String basis(Disclosed told) {
    String articles = String.join("; ", told.articles());
    return articles.isEmpty() ? reader.t("letter.blank", reader.t("letter.law")) : articles;
  }

  private String origin(Disclosed told) {
    if (told.origin().isEmpty()) {
      return reader.name(reader.authority());
    }
    return exchanged(told) ? reader.name(told.origin()) : told.origin();
  }

  private String recipients(Disclosed told) {
    String names =
        told.recipients().stream()
            .map(r -> reader.name(r.value()))
            .collect(Collectors.joining("; "));
    if (names.isEmpty()) {
      return reader.t("letter.nobody");
    }
    return told.kind() == MentionKey.Kind.RECORD ? reader.t("letter.may-check", names) : names;
  }
}
