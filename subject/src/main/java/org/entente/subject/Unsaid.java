package org.entente.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people and programs write where they know nothing: {@code -}, {@code N/A}, {@code unknown},
 * {@code nema}, {@code yoxdur}, {@code 0000-00-00}.
 *
 * <p><b>Guarantees.</b> The languages of the product and of its neighbours, in every case and
 * normal form. A word that is also the name of a person or a place ({@code Ni}, {@code Null},
 * {@code No}) says nothing only where a number or a date is expected, or where nothing else is in
 * the name. Nothing here throws.
 */
public final class Unsaid {
  private static final Map<String, Set<String>> WORDS = words();

  /** {@code N/A}, {@code н/д}, {@code N.N.}: no initials of a person are written so. */
  private static final Pattern SURE =
      Pattern.compile("[nkbhнб]\\s?[/\\\\]\\s?[akndдпо]|(?:n\\.\\s?n|н\\.\\s?н)\\.?");

  /** {@code n.a.}, {@code k. A.}: of a person these may be initials. */
  private static final Pattern ABBREVIATED =
      Pattern.compile("[nkbнб]\\s?\\.\\s?[akndpvдпо]\\s?\\.?");

  private static final int SHORT = 8;

  /** A date that a program writes for none: only zeros, blanks and signs, or its first or last. */
  private static final Pattern NO_DATE =
      Pattern.compile(
          "[0xх?_*#\\s./:\\\\tz+-]+"
              + "|(?:0?1[./-]0?1[./-](?:0001|1900)|(?:0001|1900)-0?1-0?1|31[./-]12[./-](?:9999|1899|2999)"
              + "|(?:9999|1899|2999)-12-31|30[./-]12[./-]1899|1899-12-30|1753-0?1-0?1|0?1[./-]0?1[./-]1753"
              + "|0?0[./-]0?1[./-]1900|0?1[./-]0?0[./-]1900|1900-0?1-00?|11[./-]11[./-]1111|1111-11-11"
              + "|99[./-]99[./-]9999|9999-99-99)(?:[t ]+[\\d:.]+z?)?");

  private Unsaid() {}

  /** Whether a value of any kind surely says nothing. */
  public static boolean by(String written) {
    String word = word(written);
    return word.isEmpty()
        || WORDS.getOrDefault("sure", Set.of()).contains(word)
        || isShort(written, SURE)
        || overAndOver(word, "x0?");
  }

  /** Whether a value says nothing where a number, a code or a date is expected. */
  public static boolean byNumber(String written) {
    return by(written)
        || WORDS.getOrDefault("number", Set.of()).contains(word(written))
        || isShort(written, ABBREVIATED);
  }

  /** Whether a date says that none is known. */
  public static boolean byDate(String written) {
    return byNumber(written) || NO_DATE.matcher(lower(written).strip()).matches();
  }

  /**
   * Whether a whole name says nothing: {@code Unknown Unknown}, {@code NN lice}, {@code null null}.
   */
  public static boolean byName(String written) {
    if (by(written)) {
      return true;
    }
    boolean nothing = false;
    for (String word : written.strip().split("[\\s,;()]+", -1)) {
      if (by(word) || WORDS.getOrDefault("number", Set.of()).contains(word(word))) {
        nothing |= !word.isEmpty();
      } else if (!WORDS.getOrDefault("person", Set.of()).contains(word(word))) {
        return false;
      }
    }
    return nothing;
  }

  /** Lower case without marks, only letters and digits. */
  public static String word(String written) {
    StringBuilder word = new StringBuilder(written.length());
    lower(written).codePoints().filter(Character::isLetterOrDigit).forEach(word::appendCodePoint);
    return word.toString();
  }

  private static String lower(String written) {
    String apart = Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> c == 'ı' ? 'i' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isShort(String written, Pattern pattern) {
    return written.length() <= SHORT && pattern.matcher(lower(written).strip()).matches();
  }

  private static boolean overAndOver(String word, String signs) {
    return word.length() > 2
        && word.codePoints().distinct().count() == 1
        && signs.indexOf(word.codePointAt(0)) >= 0;
  }

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String line : lines()) {
      int sign = line.indexOf(':');
      if (sign > 0 && !line.startsWith("#")) {
        words
            .computeIfAbsent(line.substring(0, sign), k -> new HashSet<>())
            .addAll(
                Arrays.stream(line.substring(sign + 1).strip().split(" +", -1))
                    .map(Unsaid::word)
                    .collect(Collectors.toSet()));
      }
    }
    return Map.copyOf(words);
  }

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(Unsaid.class.getResourceAsStream("nothing.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
