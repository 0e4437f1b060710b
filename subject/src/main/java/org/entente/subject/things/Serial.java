package org.entente.subject.things;

import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * A firearm's serial number as somebody read it from worn metal.
 *
 * @param written as read; {@code ?} stands for a character in doubt
 * @param canonical upper case, with 0 for O, 1 for I and L, 5 for S, 8 for B; {@code ?} kept
 */
public record Serial(String written, String canonical) {

  /** Longer than any manufacturer's numbers. */
  public static final int MAX_LENGTH = 32;

  /**
   * Reads a number.
   *
   * @throws Unreadable {@code serial-length} or {@code too-long}
   */
  public static Serial read(String written) {
    String marking = Marking.withDoubts(written);
    if (marking.isEmpty() || marking.length() > MAX_LENGTH) {
      throw new Unreadable("serial-length", "A serial number has 1 to 32 letters and digits.");
    }
    StringBuilder folded = new StringBuilder(marking.length());
    for (int i = 0; i < marking.length(); i++) {
      folded.append(
          switch (marking.charAt(i)) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            case 'S' -> '5';
            case 'B' -> '8';
            default -> marking.charAt(i);
          });
    }
    return new Serial(written, folded.toString());
  }

  /** Whether a character is in doubt, so that no exact look-up is possible. */
  public boolean doubtful() {
    return canonical.indexOf(Marking.DOUBT) >= 0;
  }

  /**
   * Whether both may be the same number: equally long, and at each place alike or in doubt. Two
   * numbers of nothing but doubts tell nothing, so they could be each other.
   */
  public boolean couldBe(Serial other) {
    if (canonical.length() != other.canonical.length()) {
      return false;
    }
    for (int i = 0; i < canonical.length(); i++) {
      char here = canonical.charAt(i);
      char there = other.canonical.charAt(i);
      if (here != there && here != Marking.DOUBT && there != Marking.DOUBT) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Serial[" + canonical.length() + "]";
  }
}
