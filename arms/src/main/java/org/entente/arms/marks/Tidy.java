package org.entente.arms.marks;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A mark without what hands and keyboards differ in: widths, cases, dashes, spaces, numerals. */
final class Tidy {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern AROUND = Pattern.compile(" ?([-/]) ?");

  private Tidy() {}

  /** Upper case, digits of every script as 0 to 9, one dash, one space, one sign of doubt. */
  static String of(String seen) {
    String plain = Normalizer.normalize(seen, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder tidy = new StringBuilder(plain.length());
    plain.codePoints().forEach(sign -> append(tidy, sign));
    String whole = Normalizer.normalize(tidy, Normalizer.Form.NFC);
    return SPACES.matcher(whole).replaceAll(" ").strip();
  }

  /** Without spaces around dashes and slashes. */
  static String close(String tidy) {
    return AROUND.matcher(tidy).replaceAll("$1");
  }

  private static void append(StringBuilder tidy, int sign) {
    if (Character.isDigit(sign)) {
      tidy.append((char) ('0' + Character.digit(sign, 10)));
    } else if (Character.getType(sign) == Character.DASH_PUNCTUATION || sign == 0x2212) {
      tidy.append('-');
    } else if (sign == 0xfffd || sign == 0x25a1 || sign == 0x25a2 || sign == 0x25af) {
      tidy.append('?');
    } else if (sign == '\\' || sign == 0x2044 || sign == 0x2215) {
      tidy.append('/');
    } else if (sign == 0x00d7) {
      tidy.append('X');
    } else if (Character.getType(sign) == Character.CONTROL) {
      tidy.append(' ');
    } else if (Character.getType(sign) != Character.FORMAT
        && Character.getType(sign) != Character.SURROGATE) {
      tidy.appendCodePoint(sign);
    }
  }
}
