package org.entente.subject;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Letters and digits of something stamped, painted or printed, brought to one form: upper case,
 * digits of every script as 0 to 9, Cyrillic and Greek letters that look like Latin ones as the
 * Latin ones, everything between letters and digits dropped.
 *
 * <p>Letters with diacritics stay what they are; {@link #plain} takes the marks off.
 */
public final class Marking {

  /** No plate, serial, document or account number is longer; longer input is refused. */
  public static final int MAX_LENGTH = 200;

  /** What stands for a character that could not be read. */
  public static final char DOUBT = '?';

  // Each pair: a capital letter of another script, and the Latin one it cannot be told from.
  private static final String ALIKE =
      "АAВBСCЕEНHІIЈJКKМMОOРPЅSТTУYХXԚQԜWҮYӀI" // Cyrillic
          + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"; // Greek

  private Marking() {}

  /**
   * The canonical form.
   *
   * @throws Unreadable if it is longer than {@link #MAX_LENGTH}
   */
  public static String canonical(String written) {
    return read(written, false);
  }

  /** The canonical form, with a {@link #DOUBT} kept for each question mark. */
  public static String withDoubts(String written) {
    return read(written, true);
  }

  /** The canonical form without diacritics: Š becomes S, Đ becomes D, Ə becomes E. */
  public static String plain(String canonical) {
    String apart = Normalizer.normalize(canonical, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
        .map(Marking::withoutStroke)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The Latin letter this one cannot be told from, or itself. */
  static int alike(int upper) {
    if (upper < 0x370 || upper > 0x52f) {
      return upper;
    }
    int at = ALIKE.indexOf(upper);
    return at >= 0 ? ALIKE.charAt(at + 1) : upper;
  }

  private static String read(String written, boolean doubts) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("too-long", "More than " + MAX_LENGTH + " characters are no marking.");
    }
    String whole = Normalizer.normalize(written, Normalizer.Form.NFKC);
    // A second pass: what upper case takes apart (the dotted small i) is put together again.
    String upper = Normalizer.normalize(whole.toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
    StringBuilder read = new StringBuilder(upper.length());
    upper
        .codePoints()
        .forEach(letter -> {
          if (Character.isDigit(letter)) {
            read.append((char) ('0' + Character.digit(letter, 10)));
          } else if (Character.isLetter(letter)) {
            read.appendCodePoint(alike(letter));
          } else if (doubts && letter == DOUBT) {
            read.append(DOUBT);
          }
        });
    return read.toString();
  }

  private static int withoutStroke(int letter) {
    return switch (letter) {
      case 'Đ', 'Ð' -> 'D';
      case 'Ł' -> 'L';
      case 'Ø' -> 'O';
      case 'Ə' -> 'E';
      case 'Ħ' -> 'H';
      case 'ı' -> 'I';
      default -> letter;
    };
  }
}
