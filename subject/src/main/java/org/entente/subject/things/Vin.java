package org.entente.subject.things;

import org.entente.subject.CheckDigit;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * A vehicle identification number (ISO 3779): 17 letters and digits, never I, O or Q.
 *
 * @param written as written
 * @param canonical upper case, I read as 1, O and Q as 0
 * @param check the ninth character, where North America and China require it
 * @param misread whether a forbidden I, O or Q was written
 */
public record Vin(String written, String canonical, CheckDigit check, boolean misread) {

  /** ISO 3779: three for the manufacturer, six for the type, eight for the vehicle. */
  public static final int LENGTH = 17;

  private static final int CHECK_AT = 8;
  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VALUES = "12345678123457923456789";

  /**
   * Reads a number.
   *
   * @throws Unreadable {@code vin-length}, {@code vin-letter} or {@code too-long}
   */
  public static Vin read(String written) {
    String marking = Marking.canonical(written);
    if (marking.length() != LENGTH) {
      throw new Unreadable("vin-length", "A vehicle identification number has 17 characters.");
    }
    String canonical = withoutForbidden(marking);
    for (int i = 0; i < LENGTH; i++) {
      if (value(canonical.charAt(i)) < 0) {
        throw new Unreadable("vin-letter", "Only digits and Latin letters make up a VIN.");
      }
    }
    return new Vin(written, canonical, check(canonical), !canonical.equals(marking));
  }

  /** The manufacturer's three characters. */
  public String manufacturer() {
    return canonical.substring(0, 3);
  }

  @Override
  public String toString() {
    return "Vin[" + check + "]";
  }

  /** A marking with the letters that no such number has read as the digits they look like. */
  public static String withoutForbidden(String marking) {
    return marking.replace('I', '1').replace('O', '0').replace('Q', '0');
  }

  private static CheckDigit check(String vin) {
    char region = vin.charAt(0);
    if (!(region >= '1' && region <= '5') && region != 'L') {
      return CheckDigit.NOT_USED;
    }
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += WEIGHTS[i] * value(vin.charAt(i));
    }
    char wanted = "0123456789X".charAt(sum % 11);
    return wanted == vin.charAt(CHECK_AT) ? CheckDigit.HOLDS : CheckDigit.FAILS;
  }

  private static int value(char character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    int at = LETTERS.indexOf(character);
    return at < 0 ? -1 : VALUES.charAt(at) - '0';
  }
}
