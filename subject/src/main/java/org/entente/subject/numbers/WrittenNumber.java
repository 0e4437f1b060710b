package org.entente.subject.numbers;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;
import org.entente.subject.Unsaid;

/**
 * Whether a number, as it was written, can tell one person or thing from another. Index, comparison
 * and the tokens of blind checks all ask here, so that a number that tells nothing joins nobody.
 *
 * <p><b>Guarantees.</b> Words for "nothing" in the languages of the product and its neighbours, the
 * same character over and over, and numbers that a program rounded to an exponent tell nothing. A
 * whole number that a spreadsheet wrote with {@code .0} is the digits before it. Nothing here
 * throws.
 *
 * <p><b>Does not guarantee</b> that a number that tells something was typed rightly.
 */
public final class WrittenNumber {

  /** Two characters are shared by too many. */
  public static final int SHORTEST = 3;

  /** More digits than a spreadsheet keeps exactly: the last ones before {@code .0} are made up. */
  private static final int EXACT_DIGITS = 15;

  /** What can be said of a number. */
  public enum Use {
    /** It can be looked up. */
    TELLING,
    /** It stands for "no number". */
    NOTHING,
    /** A program rounded it; its digits are gone. */
    DAMAGED
  }

  /** {@code 1.20399E+12}, {@code 1,2E+12}, {@code 1E+12}, also with a Cyrillic letter. */
  private static final Pattern EXPONENT =
      Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+[eеEЕ][+-]?|[eеEЕ][+])[0-9]{1,3}");

  /** {@code 12345678.0}, as programs write a whole number that they took for a measure. */
  private static final Pattern WHOLE = Pattern.compile("([0-9]+)[.,]0{1,2}");

  /** What a spreadsheet shows where a formula failed, such as {@code #N/A} and {@code #DIV/0!}. */
  private static final Pattern FAULT = Pattern.compile("#[\\p{L}/0]+[!?]?");

  private WrittenNumber() {}

  /**
   * Letters and digits by which a number is looked up and compared; empty where it tells nothing.
   */
  public static Optional<String> key(String written) {
    return canonical(written).filter(WrittenNumber::telling);
  }

  /** What can be said of a number as it was written. */
  public static Use use(String written) {
    if (damaged(plain(written))) {
      return Use.DAMAGED;
    }
    return key(written).isPresent() ? Use.TELLING : Use.NOTHING;
  }

  /**
   * Whether something that need not have a digit, such as a name online, says anything at all: no
   * word for nothing, no character over and over, nothing that a program rounded.
   */
  public static boolean says(String written) {
    String plain = plain(written);
    return !damaged(plain)
        && plain
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .distinct()
                .count()
            > 1
        && !Unsaid.byNumber(written)
        && !FAULT.matcher(plain).matches();
  }

  /** The number without the {@code .0} that a program added, everything else as written. */
  public static String withoutFraction(String written) {
    return whole(plain(written)).orElse(written);
  }

  private static Optional<String> canonical(String written) {
    if (!says(written)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Marking.canonical(withoutFraction(written)));
    } catch (Unreadable tooLong) {
      return Optional.empty();
    }
  }

  /** Long enough, with a digit other than zero. */
  private static boolean telling(String canonical) {
    return canonical.length() >= SHORTEST
        && canonical.chars().distinct().count() > 1
        && canonical.chars().anyMatch(c -> c > '0' && c <= '9');
  }

  private static boolean damaged(String plain) {
    Matcher fraction = WHOLE.matcher(plain);
    return EXPONENT.matcher(plain).matches()
        || (fraction.matches() && fraction.group(1).length() > EXACT_DIGITS);
  }

  private static Optional<String> whole(String plain) {
    Matcher fraction = WHOLE.matcher(plain);
    return fraction.matches() && fraction.group(1).length() <= EXACT_DIGITS
        ? Optional.of(fraction.group(1))
        : Optional.empty();
  }

  /** Digits of every script as 0 to 9, no blanks, nothing that cannot be seen. */
  private static String plain(String written) {
    String whole = Normalizer.normalize(written, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(whole.length());
    whole
        .codePoints()
        .forEach(letter -> {
          if (Character.isDigit(letter)) {
            plain.append((char) ('0' + Character.digit(letter, 10)));
          } else if (!Character.isWhitespace(letter)
              && !Character.isSpaceChar(letter)
              && Character.getType(letter) != Character.FORMAT
              && letter != '\'' // How a spreadsheet is told that a number is text.
              && letter != '"') {
            plain.appendCodePoint(letter);
          }
        });
    return plain.toString();
  }
}
