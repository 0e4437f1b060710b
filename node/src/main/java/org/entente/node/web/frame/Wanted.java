package org.entente.node.web.frame;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Urgency;
import org.entente.node.web.frame.Problems.Malformed;
import org.jspecify.annotations.Nullable;

/** Turns what programs send in stable codes into the field's own types. */
public final class Wanted {
  private Wanted() {}

  public static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What a program has to state; refused where it did not. */
  public static <T> T said(String field, @Nullable T value) {
    if (value == null) {
      throw Malformed.missing(field);
    }
    return value;
  }

  /** What a program sent, made into the field's own type; refused where it cannot be. */
  public static <T> T made(String field, Supplier<T> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException e) {
      throw Malformed.field(field);
    }
  }

  public static AuthorityId authority(String field, String code) {
    return made(field, () -> new AuthorityId(code));
  }

  public static Urgency urgency(String code) {
    return constant("urgency", code, Urgency.values(), Urgency::code);
  }

  public static Set<HandlingCode> handling(@Nullable List<String> codes) {
    return codes(
        "handling",
        codes == null ? List.of() : codes.stream().map(c -> c.toUpperCase(Locale.ROOT)).toList(),
        HandlingCode.class,
        HandlingCode::ofCode);
  }

  /** The 4x4 code of two parts. */
  public static Evaluation evaluation(String source, String information) {
    return new Evaluation(
        constant("source", source, Evaluation.Source.values(), Enum::name),
        constant(
            "information",
            information,
            Evaluation.Information.values(),
            Evaluation.Information::digit));
  }

  public static <T> T code(String field, String code, Function<String, Optional<T>> byCode) {
    return byCode.apply(code).orElseThrow(() -> Malformed.code(field));
  }

  /** Each code of a list, in the enum that it names. */
  public static <T extends Enum<T>> Set<T> codes(
      String field, List<String> codes, Class<T> type, Function<String, Optional<T>> byCode) {
    Set<T> all = EnumSet.noneOf(type);
    codes.forEach(code -> all.add(code(field, code, byCode)));
    return all;
  }

  /** The constant that a code names. */
  public static <T> T constant(String field, String code, T[] values, Function<T, String> codeOf) {
    return Arrays.stream(values)
        .filter(value -> codeOf.apply(value).equals(code))
        .findFirst()
        .orElseThrow(() -> Malformed.code(field));
  }
}
