package org.entente.node.casework;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Urgency;
import org.jspecify.annotations.Nullable;

/** What must stand in a message before it may leave, by Directive (EU) 2023/977 Art. 4(5) and 6. */
public final class ContentRules {
  /** A text field; ten typed pages. Longer matter belongs into an attachment. */
  static final int TEXT_MAX = 20_000;

  static final int LINE_MAX = 200;
  static final int SPELLINGS_MAX = 20;

  /** Shorter is a slip of the finger, not a statement. */
  static final int TEXT_MIN = 10;

  /** A consent for longer is an amendment of the agreement. */
  static final int CONSENT_MAX_YEARS = 5;

  /** More than any form sends; one with a hundred subjects has several fields for each. */
  private static final int FIELDS_MAX = 1_000;

  private static final Set<String> BOUNDS = Set.of("long", "control", "many");

  private static final Duration CONSENT_MAX = Duration.ofDays(366L * CONSENT_MAX_YEARS);

  /** A judge who needs longer is asked again. */
  private static final int DELAY_MOST_YEARS = 1;

  private static final Duration DELAY_MOST = Duration.ofDays(366L * DELAY_MOST_YEARS);

  private final List<ContentFault> faults = new ArrayList<>();

  private ContentRules() {}

  /** All faults of the content; empty when it may be submitted. */
  static List<ContentFault> faults(Content content, Urgency urgency, Instant now) {
    ContentRules rules = new ContentRules();
    rules.faults.addAll(content.tells().faults(day(now)));
    if (content.about().filter(p -> content.tells().unnamed().contains(p.category())).isPresent()) {
      rules.faults.add(new ContentFault("familyName", "unnamed", 0));
    }
    switch (content) {
      case Content.Request r -> rules.request(r, urgency);
      case Content.Information i -> rules.information(i, now);
      case Content.Question q -> rules.text("text", q.text());
      case Content.Answer a -> rules.text("text", a.text());
      case Content.Reply r -> rules.reply(r, now);
      case Content.Refusal r -> rules.text("reasons", r.reasons());
      case Content.Delay d -> rules.delay(d, now);
      case Content.ConsentQuestion c -> rules.text("reasons", c.reasons());
      case Content.ConsentGrant c -> rules.grant(c, now);
      case Content.ConsentDenial c -> rules.text("text", c.text());
      case Content.Closure c -> rules.text("outcome", c.outcome());
      case Content.Unfinished u -> rules.unfinished(u);
      case Content.Withheld w -> rules.faults.add(new ContentFault("content", "missing", 0));
    }
    return List.copyOf(rules.faults);
  }

  /** The faults of what is put to an authority of the own state. */
  static List<ContentFault> faults(Route.Asked asked) {
    ContentRules rules = new ContentRules();
    if (asked.to().isBlank()) {
      rules.faults.add(new ContentFault("to", "missing", 0));
    }
    rules.optional("to", asked.to(), LINE_MAX);
    rules.optional("way", asked.way(), LINE_MAX);
    rules.text("text", asked.text());
    return List.copyOf(rules.faults);
  }

  /** The faults of a text that stands alone. */
  public static List<ContentFault> faults(String field, String value) {
    ContentRules rules = new ContentRules();
    rules.text(field, value);
    return List.copyOf(rules.faults);
  }

  /** The faults of a text that may be left out. */
  public static List<ContentFault> bounds(String field, @Nullable String value) {
    ContentRules rules = new ContentRules();
    rules.optional(field, value, TEXT_MAX);
    return List.copyOf(rules.faults);
  }

  /** The faults of a person as described. */
  public static List<ContentFault> faults(PersonSought person) {
    ContentRules rules = new ContentRules();
    rules.person(person);
    return List.copyOf(rules.faults);
  }

  /** The faults of how something is to be handled, and of the language it is said in. */
  public static List<ContentFault> faults(
      Set<HandlingCode> codes, @Nullable String handlingText, String language) {
    ContentRules rules = new ContentRules();
    rules.language(language);
    rules.handled(codes, handlingText);
    return List.copyOf(rules.faults);
  }

  /** What a draft must keep to however incomplete it is. */
  static List<ContentFault> bounds(Content content, Urgency urgency, Instant now) {
    return content instanceof Content.Withheld
        ? faults(content, urgency, now)
        : faults(content, urgency, now).stream().filter(f -> BOUNDS.contains(f.key())).toList();
  }

  private void unfinished(Content.Unfinished draft) {
    draft.missing().forEach(field -> faults.add(new ContentFault(field, "choose", 0)));
    if (draft.fields().size() > FIELDS_MAX) {
      faults.add(new ContentFault("content", "many", FIELDS_MAX));
    }
    draft
        .fields()
        .forEach((field, values) -> {
          if (values.size() > SPELLINGS_MAX) {
            faults.add(new ContentFault(field, "many", SPELLINGS_MAX));
          }
          values.forEach(value -> optional(field, value, TEXT_MAX));
        });
  }

  /** The faults of a value that may be empty. */
  static List<ContentFault> line(String field, String value, int limit) {
    ContentRules rules = new ContentRules();
    rules.optional(field, value, limit);
    return rules.faults;
  }

  /** Whether it is a date, or year and month, or a year. */
  static boolean partialDate(String value) {
    return date(value, true);
  }

  private void request(Content.Request request, Urgency urgency) {
    if (request.person() != null) {
      person(request.person());
    } else if (request.tells().none()) {
      faults.add(new ContentFault("familyName", "missing", 0));
    }
    text("informationSought", request.informationSought());
    text("purpose", request.purpose());
    text("facts", request.facts());
    text("reasonsToBelieve", request.reasonsToBelieve());
    text("link", request.link());
    if (urgency == Urgency.URGENT) {
      text("urgencyReasons", request.urgencyReasons() == null ? "" : request.urgencyReasons());
    }
    optional("restrictions", request.restrictions(), TEXT_MAX);
    language(request.language());
    handling(request.handling());
  }

  private void information(Content.Information information, Instant now) {
    if (information.person() != null) {
      person(information.person());
    }
    text("relevance", information.relevance());
    language(information.language());
    told(
        information.text(),
        information.handling(),
        information.handlingText(),
        information.asOf(),
        now);
  }

  private void language(String language) {
    if (!Set.of("en", "az", "sr", "sr-Latn").contains(language)) {
      faults.add(new ContentFault("language", "unknown", 0));
    }
  }

  private void person(PersonSought person) {
    if (person.familyName().isBlank() && person.givenName().isBlank()) {
      faults.add(new ContentFault("familyName", "missing", 0));
    }
    optional("familyName", person.familyName(), LINE_MAX);
    optional("givenName", person.givenName(), LINE_MAX);
    if (person.otherSpellings().size() > SPELLINGS_MAX) {
      faults.add(new ContentFault("otherSpellings", "many", SPELLINGS_MAX));
    }
    person.otherSpellings().forEach(spelling -> optional("otherSpellings", spelling, LINE_MAX));
    if (person.birthDate() != null && !date(person.birthDate(), true)) {
      faults.add(new ContentFault("birthDate", "date", 0));
    }
    optional("birthPlace", person.birthPlace(), LINE_MAX);
    optional("document", person.document(), LINE_MAX);
    if (person.nationality() != null && !person.nationality().matches("[A-Z]{2}")) {
      faults.add(new ContentFault("nationality", "country", 0));
    }
  }

  private void reply(Content.Reply reply, Instant now) {
    if (reply.refusedPart() != null) {
      refusedPart(reply.refusedPart());
    }
    told(reply.text(), reply.handling(), reply.handlingText(), reply.asOf(), now);
  }

  /** What is told, asked for or not. */
  private void told(
      String text,
      Set<HandlingCode> codes,
      @Nullable String handlingText,
      String asOf,
      Instant now) {
    text("text", text);
    handled(codes, handlingText);
    if (asOf.isBlank()) {
      faults.add(new ContentFault("asOf", "missing", 0));
    } else if (!date(asOf, false)) {
      faults.add(new ContentFault("asOf", "date", 0));
    } else if (LocalDate.parse(asOf).minusDays(1).isAfter(day(now))) {
      faults.add(new ContentFault("asOf", "future", 0));
    }
  }

  private void handled(Set<HandlingCode> codes, @Nullable String handlingText) {
    optional("handlingText", handlingText, TEXT_MAX);
    handling(codes);
    if (codes.contains(HandlingCode.H3) && (handlingText == null || handlingText.isBlank())) {
      faults.add(new ContentFault("handlingText", "missing", 0));
    }
  }

  private void refusedPart(Content.RefusedPart refused) {
    text("refusedPart", refused.part());
    text("refusedReasons", refused.reasons());
  }

  private void grant(Content.ConsentGrant grant, Instant now) {
    text("text", grant.text());
    if (!grant.until().isAfter(now)) {
      faults.add(new ContentFault("until", "past", 0));
    } else if (grant.until().isAfter(now.plus(CONSENT_MAX))) {
      faults.add(new ContentFault("until", "far", CONSENT_MAX_YEARS));
    }
  }

  private void delay(Content.Delay delay, Instant now) {
    text("reasons", delay.reasons());
    if (!delay.expected().isAfter(now)) {
      faults.add(new ContentFault("expected", "past", 0));
    } else if (delay.expected().isAfter(now.plus(DELAY_MOST))) {
      faults.add(new ContentFault("expected", "far", DELAY_MOST_YEARS));
    }
  }

  private void handling(Set<HandlingCode> codes) {
    if (codes.isEmpty()) {
      faults.add(new ContentFault("handling", "missing", 0));
    }
  }

  private void text(String field, String value) {
    if (value.isBlank()) {
      faults.add(new ContentFault(field, "missing", 0));
    } else if (value.strip().length() < TEXT_MIN) {
      faults.add(new ContentFault(field, "short", TEXT_MIN));
    }
    optional(field, value, TEXT_MAX);
  }

  private void optional(String field, @Nullable String value, int limit) {
    if (value == null) {
      return;
    }
    if (value.length() > limit) {
      faults.add(new ContentFault(field, "long", limit));
    }
    if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      faults.add(new ContentFault(field, "control", 0));
    }
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static boolean date(String value, boolean partial) {
    try {
      if (partial && value.matches("\\d{4}")) {
        Year.parse(value);
      } else if (partial && value.matches("\\d{4}-\\d{2}")) {
        YearMonth.parse(value);
      } else if (!value.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return false;
      } else {
        LocalDate.parse(value);
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
