package org.entente.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The code that somebody may have meant who wrote one that is not in a closed list. */
final class Nearest {

  /** More slips than this are another word. */
  private static final int MOST_SLIPS = 3;

  private Nearest() {}

  /** What to say of a code that is not in a list: the nearest one, and all of a short list. */
  static String sentence(String typed, List<String> codes) {
    String said = "\"" + Source.shortened(typed) + "\" is not in the closed list.";
    return to(typed, codes).map(code -> said + " Did you mean \"" + code + "\"?").orElse(said)
        + " It holds: "
        + String.join(", ", codes)
        + ".";
  }

  /** The nearest code: one that contains what was typed, else the one with the fewest slips. */
  static Optional<String> to(String typed, List<String> codes) {
    String word =
        typed.length() > 3 && typed.endsWith("s") ? typed.substring(0, typed.length() - 1) : typed;
    Optional<String> containing =
        word.length() < 3
            ? Optional.empty()
            : codes.stream().filter(code -> code.contains(word)).findFirst();
    return containing.or(() ->
        codes.stream()
            .filter(code -> Math.abs(code.length() - typed.length()) <= MOST_SLIPS)
            .filter(code -> slips(typed, code) <= MOST_SLIPS)
            .min(Comparator.comparingInt(code -> slips(typed, code))));
  }

  /** How many letters have to be put in, left out or replaced. */
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
