package org.entente.node.web.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.Content;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.RefusalGround;
import org.entente.node.casework.Terms;
import org.entente.node.web.api.Problems.Malformed;
import org.jspecify.annotations.Nullable;

/** What programs send, in stable codes; each turns itself into the field's own types. */
final class Wanted {
  private Wanted() {}

  record PersonWanted(
      @Nullable String familyName,
      @Nullable String givenName,
      @Nullable List<String> otherSpellings,
      @Nullable String birthDate,
      @Nullable String birthPlace,
      @Nullable String nationality,
      @Nullable String document,
      String category) {
    PersonSought person() {
      return new PersonSought(
          orEmpty(familyName),
          orEmpty(givenName),
          otherSpellings == null ? List.of() : otherSpellings,
          birthDate,
          birthPlace,
          nationality,
          document,
          code("category", category, DataSubjectCategory::ofCode));
    }
  }

  record RequestWanted(
      String partner,
      String offence,
      String urgency,
      @Nullable String urgencyReason,
      @Nullable List<String> data,
      boolean specialCategories,
      boolean strictlyNecessary,
      boolean political,
      PersonWanted person,
      @Nullable String informationSought,
      @Nullable String purpose,
      @Nullable String facts,
      @Nullable String reasonsToBelieve,
      @Nullable String link,
      @Nullable String urgencyReasons,
      @Nullable String restrictions,
      @Nullable String language,
      @Nullable List<String> handling,
      @Nullable Integer maxPenaltyMonths,
      @Nullable String agreement) {
    Terms terms() {
      return new Terms(
          code("offence", offence, OffenceArea::ofCode),
          Wanted.urgency(urgency),
          Optional.ofNullable(urgencyReason)
              .map(r -> code("urgencyReason", r, UrgencyReason::ofCode)),
          codes(
              "data",
              data == null ? List.of("personal-details") : data,
              DataCategory.class,
              DataCategory::ofCode),
          specialCategories,
          strictlyNecessary,
          political,
          maxPenaltyMonths == null ? OptionalInt.empty() : OptionalInt.of(maxPenaltyMonths),
          Optional.ofNullable(agreement));
    }

    Content.Request content() {
      return new Content.Request(
          person.person(),
          orEmpty(informationSought),
          orEmpty(purpose),
          orEmpty(facts),
          orEmpty(reasonsToBelieve),
          orEmpty(link),
          urgencyReasons,
          restrictions,
          language == null ? "en" : language,
          Wanted.handling(handling),
          List.of());
    }
  }

  record ConsentWanted(
      String partner, String offence, @Nullable String reasons, @Nullable String agreement) {}

  record TextWanted(@Nullable String text) {}

  record ReplyWanted(
      @Nullable String text,
      String source,
      String information,
      @Nullable List<String> handling,
      @Nullable String handlingText,
      boolean assessment,
      @Nullable String asOf) {
    Content.Reply content() {
      return new Content.Reply(
          orEmpty(text),
          new Evaluation(
              constant("source", source, Evaluation.Source.values(), Enum::name),
              constant(
                  "information",
                  information,
                  Evaluation.Information.values(),
                  Evaluation.Information::digit)),
          Wanted.handling(handling),
          handlingText,
          assessment,
          orEmpty(asOf),
          List.of());
    }
  }

  record RefusalWanted(String ground, @Nullable String reasons) {
    Content.Refusal content() {
      return new Content.Refusal(
          constant("ground", ground, RefusalGround.values(), RefusalGround::letter),
          orEmpty(reasons),
          List.of());
    }
  }

  record GrantWanted(@Nullable String text, Instant until) {}

  record NoteWanted(@Nullable String note) {}

  record TriageWanted(String access) {}

  static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What a program sent, made into the field's own type; refused where it cannot be. */
  static <T> T made(String field, Supplier<T> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException e) {
      throw Malformed.field(field);
    }
  }

  static AuthorityId authority(String field, String code) {
    return made(field, () -> new AuthorityId(code));
  }

  static Urgency urgency(String code) {
    return constant("urgency", code, Urgency.values(), Urgency::code);
  }

  static Set<HandlingCode> handling(@Nullable List<String> codes) {
    return codes(
        "handling",
        codes == null ? List.of() : codes.stream().map(c -> c.toUpperCase(Locale.ROOT)).toList(),
        HandlingCode.class,
        HandlingCode::ofCode);
  }

  static <T> T code(String field, String code, Function<String, Optional<T>> byCode) {
    return byCode.apply(code).orElseThrow(() -> Malformed.code(field));
  }

  private static <T extends Enum<T>> Set<T> codes(
      String field, List<String> codes, Class<T> type, Function<String, Optional<T>> byCode) {
    Set<T> all = EnumSet.noneOf(type);
    codes.forEach(code -> all.add(code(field, code, byCode)));
    return all;
  }

  private static <T> T constant(String field, String code, T[] values, Function<T, String> codeOf) {
    return Arrays.stream(values)
        .filter(value -> codeOf.apply(value).equals(code))
        .findFirst()
        .orElseThrow(() -> Malformed.code(field));
  }
}
