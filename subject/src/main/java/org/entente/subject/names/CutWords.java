package org.entente.subject.names;

import java.util.List;

/**
 * Words that were cut: a field of a register ends after so many letters, and a long name with it.
 */
final class CutWords {
  /** Less of a word says hardly more than an initial. */
  static final int SHORTEST = 4;

  /** One letter less is a slip. */
  private static final int FEWEST_LOST = 2;

  /** Of so many spellings of each word; the index keeps terms of as many. */
  static final int SPELLINGS = 3;

  private static final float A_LETTER = 0.6f;
  static final float MOST = 3;

  private CutWords() {}

  /** Log-odds that one is the beginning of the other; {@link Weights#LEAST} if it is not. */
  static float odds(PreparedWord a, PreparedWord b) {
    boolean first = a.latin().length() <= b.latin().length();
    PreparedWord part = first ? a : b;
    PreparedWord whole = first ? b : a;
    int letters = part.latin().length();
    boolean may =
        letters >= SHORTEST
            && whole.latin().length() >= letters + FEWEST_LOST
            && (part.sounds() & ~whole.sounds()) == 0;
    return may && begins(part, whole) ? Math.min(MOST, A_LETTER * (letters - 2)) : Weights.LEAST;
  }

  private static boolean begins(PreparedWord part, PreparedWord whole) {
    for (String one : few(part.spellings())) {
      for (String other : few(whole.spellings())) {
        if (one.length() >= SHORTEST
            && other.length() >= one.length() + FEWEST_LOST
            && other.startsWith(one)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> few(List<String> spellings) {
    return spellings.subList(0, Math.min(SPELLINGS, spellings.size()));
  }
}
