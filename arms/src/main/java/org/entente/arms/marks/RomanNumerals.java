package org.entente.arms.marks;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.subject.Marking;

/** Roman numerals, of Latin letters or of those that look like them: ХІІ is read as XII. */
final class RomanNumerals {

  /** Well formed up to 3999; four in a row are common on old weapons, so IIII passes. */
  private static final Pattern FORM =
      Pattern.compile("M{0,3}(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})");

  private static final int LONGEST = 16;

  private RomanNumerals() {}

  static Optional<Integer> read(String tidy) {
    if (tidy.isEmpty()
        || tidy.length() > LONGEST
        || !tidy.codePoints().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    String latin = Marking.canonical(tidy);
    if (latin.isEmpty() || !FORM.matcher(latin).matches()) {
      return Optional.empty();
    }
    int sum = 0;
    int before = 0;
    for (int i = latin.length() - 1; i >= 0; i--) {
      int value = value(latin.charAt(i));
      sum += value < before ? -value : value;
      before = value;
    }
    return Optional.of(sum);
  }

  private static int value(char letter) {
    return switch (letter) {
      case 'I' -> 1;
      case 'V' -> 5;
      case 'X' -> 10;
      case 'L' -> 50;
      case 'C' -> 100;
      case 'D' -> 500;
      default -> 1000;
    };
  }
}
