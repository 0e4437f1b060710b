package org.entente.node.web.frame;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Decision;
import org.entente.node.act.Refusal;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.Hindrance;
import org.springframework.context.MessageSource;

/** What officers read, in their language: texts from the message bundles by key. */
public final class Sentences {
  /** A bundle for each room of the web; what several rooms say is in the frame's. */
  static final List<String> BUNDLES =
      Stream.of(
              "frame",
              "cases",
              "checks",
              "records",
              "agreements",
              "keeping",
              "oversight",
              "evidence",
              "ledger",
              "duty",
              "measures",
              "forms",
              "officers")
          .map("messages/"::concat)
          .toList();

  private final MessageSource bundles;

  private Sentences(MessageSource bundles) {
    this.bundles = bundles;
  }

  /** The texts of these bundles. */
  public static Sentences of(MessageSource bundles) {
    return new Sentences(bundles);
  }

  public String of(Locale locale, String key, Object... values) {
    return bundles.getMessage(key, values, locale);
  }

  /** Whether there is such a text. */
  public boolean has(Locale locale, String key) {
    return bundles.getMessage(key, null, null, locale) != null;
  }

  /**
   * Why an act was refused, with what its sentence names.
   *
   * @param texts where in the bundles the capability's sentences are, by code
   */
  public String refusal(Locale locale, String texts, Refusal why) {
    return of(locale, texts + "." + why.code(), why.particulars().toArray());
  }

  public String fault(Locale locale, ContentFault fault) {
    return of(locale, "content.fault." + fault.key(), fault.limit());
  }

  /**
   * What is wrong with each field of a form; empty where a step was refused for another reason.
   *
   * @param named how the form calls a field
   */
  public Map<String, String> faults(Locale locale, Refusal why, UnaryOperator<String> named) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (why instanceof Hindrance.Faulty faulty) {
      faulty.faults().forEach(f -> faults.putIfAbsent(named.apply(f.field()), fault(locale, f)));
    }
    return faults;
  }

  /** One sentence that says why a step with a message was not taken and what to do next. */
  public String why(Locale locale, Refusal why) {
    return switch (why) {
      case Hindrance.Faulty(List<ContentFault> faults) ->
          of(locale, "outcome.faulty", faults.size());
      case Hindrance.Undecided(Decision decision) -> why(locale, decision);
      case Hindrance.AgreementUnnamed(List<Agreement> agreements) ->
          of(
              locale,
              "outcome.agreement-unnamed",
              String.join(
                  "; ", agreements.stream().map(a -> a.instrument().title().in(locale)).toList()));
      default -> of(locale, "rejection." + why.code());
    };
  }

  /** Why a decision does not permit the act, and what would help. */
  public static String why(Locale locale, Decision decision) {
    return switch (decision) {
      case Decision.Permitted permitted -> "";
      case Decision.NeedsConsent needs ->
          needs.ground().sentence(locale) + " " + needs.ground().remedy(locale);
      case Decision.Refused refused ->
          String.join(
              " ",
              refused.grounds().stream()
                  .map(g -> g.sentence(locale) + " " + g.remedy(locale))
                  .toList());
    };
  }

  /** An instant in the reader's zone, with the zone's offset so that nobody has to guess. */
  public static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT).format(at.atZone(zone));
  }
}
