package org.entente.subject.dates;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The characters of a date in one form, so that one set of patterns reads them. */
final class DateText {
  private static final Pattern SAYS_YEAR =
      Pattern.compile(
          "(?<!\\p{L})(?:godine|godina|god|године|година|год|года|г|р|року|il|ili|yil|yılı)(?!\\p{L})\\.?"
              + "|(?<=\\d)-?(?:ci|cı|cu|cü)(?!\\p{L})");

  private DateText() {}

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
