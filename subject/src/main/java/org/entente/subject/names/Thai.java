package org.entente.subject.names;

/**
 * Thai letters by their sounds (Royal Thai General System, breath unmarked): ICU's rule writes
 * letter by letter, with the carrier of vowels as a consonant and words cut into syllables.
 */
final class Thai {
  private static final char FIRST = 0x0E01;
  private static final char LAST_CONSONANT = 0x0E2E;
  private static final char CARRIER = 0x0E2D;
  private static final char SHORT_A = 0x0E31;
  private static final char LONG_A = 0x0E32;
  private static final char SHORT_I = 0x0E34;
  private static final char BEFORE_E = 0x0E40;
  private static final char LAST_BEFORE = 0x0E44;
  private static final char LAST_VOWEL = 0x0E39;

  private static final String[] CONSONANTS = {
    "k", "k", "k", "k", "k", "k", "ng", "ch", "ch", "ch", "s", "ch", "y", "d", "t", "t", "t", "t",
    "n", "d", "t", "t", "t", "t", "n", "b", "p", "p", "f", "p", "f", "p", "m", "y", "r", "ru", "l",
    "lu", "w", "s", "s", "s", "h", "l", "", "h"
  };

  /** From 0E30 on. */
  private static final String[] AFTER = {"a", "a", "a", "am", "i", "i", "ue", "ue", "u", "u"};

  /** From 0E40 on; written before the consonant they follow in speech. */
  private static final String[] BEFORE = {"e", "ae", "o", "ai", "ai"};

  private Thai() {}

  static boolean is(int letter) {
    return letter >= 0x0E00 && letter <= 0x0E7F;
  }

  static String latin(String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
      if (c >= BEFORE_E && c <= LAST_BEFORE && isConsonant(next)) {
        char third = i + 2 < word.length() ? word.charAt(i + 2) : 0;
        out.append(consonant(next));
        boolean turned = c == BEFORE_E && (third == LONG_A || third == SHORT_I || third == CARRIER);
        out.append(turned ? (third == LONG_A ? "ao" : "oe") : BEFORE[c - BEFORE_E]);
        i += turned ? 2 : 1;
      } else if (c == CARRIER) {
        boolean carries = isVowel(next);
        out.append(carries ? "" : i == 0 ? "a" : "o");
      } else if (isConsonant(c)) {
        out.append(consonant(c));
      } else if (isVowel(c)) {
        out.append(AFTER[c - (SHORT_A - 1)]);
      }
    }
    return out.toString();
  }

  private static String consonant(char c) {
    return CONSONANTS[c - FIRST];
  }

  private static boolean isConsonant(char c) {
    return c >= FIRST && c <= LAST_CONSONANT;
  }

  private static boolean isVowel(char c) {
    return c >= SHORT_A - 1 && c <= LAST_VOWEL;
  }
}
