package org.entente.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.entente.subject.CountryCode;
import org.entente.subject.Unsaid;

/** Parts a cell into its values. */
final class Parting {
  private static final Pattern SURE = Pattern.compile("[;\\n\\r\\u2028|•·¶]");
  private static final Pattern LOOSE =
      Pattern.compile(
          "[,،、/]|\\s(?:and|or|i|ili|и|или|və|ve|veya|und|oder|et|ou|y|e)\\s|\\s[+&]\\s");
  private static final Pattern WORDS =
      Pattern.compile("\\s(?:and|or|i|ili|и|или|və|ve|veya|und|oder|et|ou|y|e)\\s|\\s[+&]\\s");
  private static final Pattern COMMA = Pattern.compile("[,،、]");
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern ALWAYS = Pattern.compile("[,،、/]");

  /** Digits in groups of three, as a program parts a thousand. */
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[, ]\\d{3})+");

  /** Letters and digits of a number that stands by itself. */
  private static final int NUMBER_CHARS = 5;

  private Parting() {}

  /** The values of a cell, as far as its meaning may have several. */
  static List<String> of(ColumnMeaning meaning, String cell, CellForms.Several several) {
    if (!meaning.many() || several == CellForms.Several.NEVER) {
      return List.of(cell);
    }
    List<String> values = new ArrayList<>();
    for (String part : SURE.split(cell, -1)) {
      values.addAll(
          several == CellForms.Several.ALWAYS && meaning != ColumnMeaning.NAME
              ? Arrays.asList(ALWAYS.split(part, -1))
              : usual(meaning, part.strip()));
    }
    return values;
  }

  private static List<String> usual(ColumnMeaning meaning, String part) {
    return switch (meaning) {
      case NATIONALITY -> countries(part);
      case PHONE, DOCUMENT, PASSPORT, IDENTITY_CARD, NATIONAL_NUMBER, ACCOUNT, REGISTRATION ->
          numbers(part);
      case ONLINE -> online(part);
      case ALIAS -> aliases(part);
      case HANDLING -> List.of(part.split("[,/\\s]+", -1));
      // What these parts are shows only when they are read.
      case NAME,
          BORN,
          BIRTH_PLACE,
          KEY,
          FAMILY,
          GIVEN,
          PATRONYMIC,
          GENDER,
          PLATE,
          VIN,
          COUNTRY,
          MAKE,
          MODEL,
          CALIBRE,
          SERIAL,
          IP_ADDRESS,
          SOURCE_PORT,
          SEEN_AT,
          FILE_HASH,
          WEB_ADDRESS,
          WALLET,
          CHAIN,
          DEVICE_NUMBER,
          PLACE_NAME,
          COORDINATES,
          CATEGORY,
          OFFENCE,
          EVALUATION ->
          List.of(part);
    };
  }

  private static boolean country(String text) {
    return CountryCode.nationality(text).isPresent() || CountryCode.former(text);
  }

  /** The whole first: Bosnia and Herzegovina is one country. */
  private static List<String> countries(String part) {
    if (part.isEmpty() || country(part)) {
      return List.of(part);
    }
    for (Pattern between : List.of(LOOSE, Pattern.compile("[\\s,/+&-]+"))) {
      List<String> parts = Arrays.asList(between.split(part, -1));
      if (parts.size() > 1 && parts.stream().allMatch(p -> country(p) || Unsaid.byNumber(p))) {
        return parts;
      }
    }
    List<String> parts = Arrays.asList(COMMA.split(part, -1));
    return parts.stream().anyMatch(Parting::country) ? parts : Arrays.asList(SLASH.split(part, -1));
  }

  private static List<String> numbers(String part) {
    if (THOUSANDS.matcher(part).matches()) {
      return List.of(part);
    }
    return parts(part, COMMA, Parting::standsAlone).stream()
        .flatMap(each -> slashed(each).stream())
        .flatMap(each -> parts(each, WORDS, Parting::standsAlone).stream())
        .toList();
  }

  /** A slash within a number belongs to it, unless both sides have one shape. */
  private static List<String> slashed(String part) {
    boolean apart = part.matches(".*\\s/\\s.*");
    return parts(
        part,
        SLASH,
        each ->
            standsAlone(each)
                && (apart || shape(each).equals(shape(part.split("/", 2)[0].strip()))));
  }

  private static String shape(String number) {
    return number.replaceAll("\\p{Nd}", "9").replaceAll("\\p{L}", "A");
  }

  private static boolean standsAlone(String part) {
    long signs = part.codePoints().filter(Character::isLetterOrDigit).count();
    long digits = part.codePoints().filter(Character::isDigit).count();
    return (signs >= NUMBER_CHARS && digits >= 3) || Unsaid.byNumber(part);
  }

  private static List<String> online(String part) {
    List<String> parts =
        Arrays.stream(part.split("[,\\s]+", -1)).filter(p -> p.length() > 1).toList();
    return parts.size() > 1
            && parts.stream().allMatch(p -> p.contains("@") || p.contains(".") || p.contains("/"))
        ? parts
        : List.of(part);
  }

  /** A comma alone may part a family from a given name. */
  private static List<String> aliases(String part) {
    List<String> slashed = Arrays.asList(SLASH.split(part, -1));
    List<String> all = new ArrayList<>();
    for (String each : slashed) {
      List<String> parts = Arrays.stream(COMMA.split(each, -1)).map(String::strip).toList();
      boolean several =
          parts.size() > 2
              || (parts.size() == 2 && parts.stream().anyMatch(p -> quoted(p)))
              || (parts.size() == 2 && parts.stream().allMatch(p -> p.strip().contains(" ")));
      all.addAll(several ? parts : List.of(each));
    }
    return all.stream().map(Parting::unquoted).toList();
  }

  private static boolean quoted(String text) {
    return text.length() > 2 && unquoted(text).length() < text.length();
  }

  static String unquoted(String text) {
    return text.strip().replaceAll("^[\"'“”„«»‘’‚`]+|[\"'“”„«»‘’‚`]+$", "");
  }

  private static List<String> parts(String text, Pattern between, Predicate<String> alone) {
    List<String> parts = Arrays.stream(between.split(text, -1)).map(String::strip).toList();
    return parts.size() > 1 && parts.stream().allMatch(alone) ? parts : List.of(text);
  }
}
