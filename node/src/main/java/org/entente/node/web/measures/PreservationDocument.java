package org.entente.node.web.measures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.HandlingCode;
import org.entente.node.casework.PersonSought;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureView;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.PrintedPages;
import org.entente.node.web.frame.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A preservation request in the order and numbers of the form of the Cybercrime Convention
 * Committee for Budapest Convention Art. 29 and 30, each line in the languages of the two
 * authorities, so that an officer on either side recognises it.
 */
final class PreservationDocument {
  private final List<Reader> readers;
  private final MeasureView view;
  private final Measure.Preservation says;

  private PreservationDocument(List<Reader> readers, MeasureView view, Measure.Preservation says) {
    this.readers = readers;
    this.view = view;
    this.says = says;
  }

  /**
   * @param view of a preservation request that still says something
   */
  static byte[] of(Reader reader, MeasureView view) {
    if (!(view.says().orElse(null) instanceof Measure.Preservation says)) {
      throw new IllegalArgumentException("Only a preservation request has this form");
    }
    String partner = view.legs().getFirst().partner().value();
    List<Reader> readers =
        Stream.of(language(reader.authority()), language(partner))
            .distinct()
            .map(language -> reader.in(language, ZoneOffset.UTC))
            .toList();
    return new PreservationDocument(readers, view, says).write(reader.authority(), partner);
  }

  /** The language of an authority's state, as far as the pages speak it. */
  private static Locale language(String authority) {
    return switch (authority.substring(0, 2).toLowerCase(Locale.ROOT)) {
      case "az" -> Locale.forLanguageTag("az");
      case "rs" -> Locale.forLanguageTag("sr");
      default -> Pages.LANGUAGES.getFirst();
    };
  }

  private byte[] write(String own, String partner) {
    String asker = view.ours() ? own : partner;
    String asked = view.ours() ? partner : own;
    MeasureView.Leg leg = view.legs().getFirst();
    PrintedPages print = PrintedPages.upright(label("form.title"));
    print.line(label("form.basis"));
    print.pairs(
        List.of(
            row("1", "form.date", day(view.releasedAt().orElse(view.madeAt()))),
            row("2", "form.reference", view.ours() ? view.reference() : leg.partnerReference()),
            row("3", "form.status", label("form.status-new")),
            row("4", "form.asked", names(asked)),
            row("5", "form.asker", names(asker)),
            row("6", "form.contact", says.contact()),
            row("7", "form.authority", says.authority())));
    print.heading(label("form.items"));
    print.pairs(
        List.of(
            row("a", "form.item-a", says.authority()),
            row("b", "form.item-b", offence() + "\n" + says.facts()),
            row("c", "form.item-c", says.data()),
            row("d", "form.item-d", says.custodian()),
            row("e", "form.item-e", says.necessity()),
            row("f", "form.item-f", says.intent())));
    print.heading(label("form.more"));
    print.pairs(
        List.of(
            row("", "form.days", Integer.toString(says.forDays())),
            row("", "form.person", person(says.person())),
            row("", "form.handling", handling()),
            row("", "form.until", leg.until().map(PreservationDocument::day).orElse("–"))));
    print.line(label("form.warning"));
    return print.finish();
  }

  private List<String> row(String number, String key, String value) {
    return List.of(number.isEmpty() ? label(key) : number + ". " + label(key), value);
  }

  private String label(String key) {
    return readers.stream().map(reader -> reader.t(key)).collect(Collectors.joining(" / "));
  }

  private String names(String authority) {
    return readers.stream()
        .map(reader -> reader.name(authority))
        .distinct()
        .collect(Collectors.joining(" / "));
  }

  private String offence() {
    return readers.stream()
        .map(reader -> view.stated().offence().label(reader.locale()))
        .collect(Collectors.joining(" / "));
  }

  private String handling() {
    String codes =
        says.handling().stream().sorted().map(HandlingCode::code).collect(Collectors.joining(", "));
    return says.handlingText() == null ? codes : codes + " – " + says.handlingText();
  }

  private static String person(@Nullable PersonSought person) {
    return person == null
        ? "–"
        : Stream.of(
                person.givenName(),
                person.familyName(),
                person.birthDate(),
                person.birthPlace(),
                person.nationality(),
                person.document())
            .filter(Objects::nonNull)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(", "));
  }

  private static String day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
