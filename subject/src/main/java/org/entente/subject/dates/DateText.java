package org.entente.subject.dates;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a date in one form, so that one set of patterns reads them. */
final class DateText {
  private static final Pattern SAYS_YEAR =
      Pattern.compile(
          "(?<!\\p{L})(?:godine|godina|god|године|година|год|года|г|р|року|il|ili(?! \\d)|yil|yılı)(?!\\p{L})\\.?"
              + "|(?<=\\d)-?(?:ci|cı|cu|cü)(?!\\p{L})");

  /** What people put around a date: quotation marks, brackets, {@code ="…"}. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s=\"'`´’‘“”„«»*(\\[{<]+|[\\s\"'`´’‘“”„«»*)\\]}>;,]+$");

  /** {@code born}, {@code rođen}, {@code geb.} before a date. */
  private static final Pattern BORN =
      Pattern.compile(
          "^(?:born(?: on)?|b\\.|d\\.? ?o\\.? ?b\\.?|date of birth|rođ(?:en[ao]?|\\.)?|roj(?:en[ao]?|\\.)|rodj?(?:en[ao]?|\\.)|рођ(?:ен[ао]?|\\.)?"
              + "|geb(?:oren)?(?: am)?\\.?|n[ée]{1,2}(?: le)?|doğ(?:um(?: tarixi| tarihi)?|\\.)?|ur\\.|nar\\.|нар\\.|род(?:ился|илась|\\.)?)[ :]+");

  private static final Pattern BORN_BEHIND =
      Pattern.compile("[ ,]*(?:г\\. ?р\\.?|г\\. ?рожд?\\.?|рожд(?:ения|\\.)?|god\\. rođ?\\.?)$");

  private static final String ZONE =
      "(?: ?(?:z|utc|gmt|cet|cest|msk|[a-z]{3,4}))?(?: ?[+-]\\d{1,2}(?::?\\d{2})?)?(?: ?[\\[(][^\\])]*[\\])]?)?";

  /** A time of day behind a date, with what programs write of its zone. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:[t ,]+|(?<=\\d{4})-)(?:at |u |в |о |saat |um )?\\d{1,2}[:h][0-5]\\d(?::[0-6]\\d)?(?:[.,]\\d+)?(?: ?[ap]\\.? ?m\\.?)?"
              + ZONE
              + "$");

  private static final Pattern DOTTED_TIME =
      Pattern.compile(
          "(?<=\\d{4}\\.?) \\d{1,2}\\.[0-5]\\d(?:\\.[0-5]\\d)?$|(?<=\\d{4}-\\d{2}-\\d{2})[ t]\\d{1,2}\\.[0-5]\\d(?:\\.[0-5]\\d)?$");

  /** {@code tue mar 12 00:00:00 cet 1985}. */
  private static final Pattern TIME_WITHIN =
      Pattern.compile(" \\d{1,2}:[0-5]\\d(?::[0-6]\\d)?(?: [a-z]{2,5}(?:[+-][\\d:]+)?)? (\\d{4})$");

  /** {@code 19850312t000000z}, {@code 19850312000000}. */
  private static final Pattern RUN_TOGETHER =
      Pattern.compile(
          "((?:18|19|20)\\d{2}(?:0\\d|1[0-2])(?:[0-2]\\d|3[01]))(?:t?(?:[01]\\d|2[0-4])[0-5]\\d(?:[0-5]\\d)?)(?:[.,]\\d+)?(?:z|[+-]\\d{2}:?\\d{2})?");

  private static final Pattern ROMAN =
      Pattern.compile("(?<![\\p{L}\\d])(x[iі]{0,2}|[iі]x|v?[iі]{1,3}|[iі]?v)(?![\\p{L}\\d])");

  private static final List<String> ROMANS =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  private static final Pattern EVENING =
      Pattern.compile(
          "(?<=\\d)[t ](?:19|2[0-3]):(?:00|30)(?::00(?:\\.0+)?)? ?(?:z|utc|gmt|\\+00:?00)$");

  private DateText() {}

  /** A date without what stands around it: quotation marks, "born", the time of day. */
  static String alone(String plain) {
    String text = AROUND.matcher(plain).replaceAll("");
    text = AROUND.matcher(text).replaceAll("");
    text = BORN.matcher(text).replaceFirst("");
    text = withoutYearWords(BORN_BEHIND.matcher(text).replaceFirst("")).replace("(?", "?");
    Matcher run = RUN_TOGETHER.matcher(text);
    if (run.matches()) {
      return run.group(1);
    }
    text = TIME_WITHIN.matcher(text).replaceFirst(" $1");
    String timeless = TIME.matcher(text).replaceFirst("");
    if (timeless.equals(text)) {
      timeless = DOTTED_TIME.matcher(text).replaceFirst("");
    }
    return withNumbers(timeless.strip());
  }

  /**
   * Whether a time of day is midnight of an office east of Greenwich, told as that of Greenwich.
   */
  static boolean eveningBefore(String plain) {
    return EVENING.matcher(plain).find();
  }

  /**
   * A Roman month as a number, where nothing but numbers stands beside it; other signs as points.
   */
  private static String withNumbers(String text) {
    String latin = text.replace('х', 'x').replace('і', 'i');
    Matcher roman = ROMAN.matcher(latin);
    if (roman.find()
        && (latin.substring(0, roman.start()) + latin.substring(roman.end()))
            .chars()
            .noneMatch(Character::isLetter)) {
      int month = ROMANS.indexOf(roman.group(1)) + 1;
      return (latin.substring(0, roman.start()) + month + latin.substring(roman.end()))
          .replaceAll("[-./, ]+", ".")
          .replaceAll("^\\.|\\.$", "");
    }
    return text.replaceAll("(?<=[\\dx])[\\\\·•_,](?=[\\dx])", ".")
        .replaceAll("(?<=\\d) ?([./-]) ?(?=\\d)", "$1")
        .replaceAll("(?<=\\d\\.) (?=\\d)", "")
        .replaceAll("(?<![\\p{L}\\d])[?*_-]{2}(?=[./-])", "xx")
        .replaceAll("^xx([./-])xx[./-](?=\\d{4}$)|^xx-?[./](?=\\d{4}$)", "");
  }

  /** Lower case, one kind of digits, dashes and spaces, without marks of direction. */
  static String plain(String written) {
    String whole = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(whole.length());
    whole
        .codePoints()
        .forEach(letter -> {
          int type = Character.getType(letter);
          if (Character.isDigit(letter)) {
            plain.append((char) ('0' + Character.digit(letter, 10)));
          } else if (type == Character.DASH_PUNCTUATION || letter == '−') {
            plain.append('-');
          } else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
            plain.append(' ');
          } else if (letter == '،') {
            plain.append(',');
          } else if (type != Character.FORMAT && letter != 'ـ' && letter != '\u0307') {
            plain.appendCodePoint(letter);
          }
        });
    return plain.toString().replaceAll(" +", " ").strip();
  }

  /** The same without the word for year that several languages put behind it. */
  static String withoutYearWords(String plain) {
    return SAYS_YEAR.matcher(plain).replaceAll("").replaceAll("[ .,]+$", "").strip();
  }
}
