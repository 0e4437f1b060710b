package org.entente.bench.arms;

import java.util.Locale;
import org.entente.arms.Weapon;

/** The peer: how many signs have to be changed, as a share of the longer text. */
final class EditDistance {
  private EditDistance() {}

  /** Make, model, calibre and number as one text. */
  static String whole(Weapon weapon) {
    return String.join(
            " ",
            weapon.type().make().orElse(""),
            weapon.type().model().orElse(""),
            weapon.type().calibre().orElse(""),
            weapon.serial().seen())
        .toUpperCase(Locale.ROOT);
  }

  /** The number alone. */
  static String serial(Weapon weapon) {
    return weapon.serial().seen().toUpperCase(Locale.ROOT);
  }

  /** 1 for the same text, 0 for nothing in common (Levenshtein). */
  static double likeness(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
      }
      int[] swap = before;
      before = now;
      now = swap;
    }
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 0 : 1 - (double) before[b.length()] / longer;
  }
}
