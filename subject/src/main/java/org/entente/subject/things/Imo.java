package org.entente.subject.things;

import java.util.regex.Pattern;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * A ship's IMO number (resolution A.1117(30)): seven digits, the last one a check digit.
 *
 * @param written as written, with or without the letters IMO
 * @param canonical the seven digits
 */
public record Imo(String written, String canonical) {
  private static final Pattern FORM = Pattern.compile("(?:IMO)?(?:N[OR])?([0-9]{7})");

  /**
   * Reads a number.
   *
   * @throws Unreadable {@code imo-form} or {@code imo-check}
   */
  public static Imo read(String written) {
    var form = FORM.matcher(Marking.canonical(written));
    if (!form.matches()) {
      throw new Unreadable("imo-form", "An IMO number has seven digits.");
    }
    String digits = form.group(1);
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += (7 - i) * (digits.charAt(i) - '0');
    }
    if (sum % 10 != digits.charAt(6) - '0') {
      throw new Unreadable(
          "imo-check", "The last digit of this IMO number does not fit the others.");
    }
    return new Imo(written, digits);
  }

  @Override
  public String toString() {
    return "Imo[]";
  }
}
