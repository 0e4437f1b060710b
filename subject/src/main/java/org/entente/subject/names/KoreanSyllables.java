package org.entente.subject.names;

/**
 * Syllables of Korean names with their Latin spellings: the Revised Romanisation (2000), that of
 * McCune and Reischauer (1939), and what passports commonly write.
 */
final class KoreanSyllables {
  /** What is official counts so much beside another usual spelling. */
  private static final float OFFICIAL = 1.5f;

  private static final float USUAL = 0.4f;

  private static final char FIRST = 0xAC00;
  private static final int VOWELS = 21;
  private static final int FINALS = 28;

  /** By Unicode's order; those that no name begins with are empty. */
  private static final String[] BEGINNINGS = {
    "g k", "", "n", "d t", "", "r l n", "m", "b p", "", "s sh", "", "_", "j ch", "", "ch", "k", "t",
    "p", "h"
  };

  private static final String[] MIDDLES = {
    "a ah",
    "ae ai",
    "ya",
    "yae",
    "eo u o uh",
    "e",
    "yeo yo you yu",
    "ye",
    "o oh",
    "wa",
    "wae",
    "oe",
    "yo",
    "u oo",
    "wo weo",
    "we",
    "wi",
    "yu yoo",
    "eu u",
    "ui eui",
    "i ee"
  };

  /** Those with which Sino-Korean syllables end, with their places in Unicode's order. */
  private static final int[] FINAL_PLACES = {0, 1, 4, 8, 16, 17, 21};

  private static final String[] FINAL_LETTERS = {"_", "k g", "n", "l", "m", "p b", "ng"};

  private KoreanSyllables() {}

  /** Takes a syllable, one spelling of it and how much it counts. */
  interface Each {
    void accept(String syllable, String latin, float weight);
  }

  static void each(Each each) {
    for (int b = 0; b < BEGINNINGS.length; b++) {
      for (int m = 0; m < MIDDLES.length && !BEGINNINGS[b].isEmpty(); m++) {
        for (int f = 0; f < FINAL_PLACES.length; f++) {
          char syllable = (char) (FIRST + (b * VOWELS + m) * FINALS + FINAL_PLACES[f]);
          spellings(
              String.valueOf(syllable),
              BEGINNINGS[b].split(" ", -1),
              MIDDLES[m].split(" ", -1),
              FINAL_LETTERS[f].split(" ", -1),
              each);
        }
      }
    }
  }

  /** Two unusual letters in one syllable are too seldom to count. */
  private static void spellings(
      String syllable, String[] beginnings, String[] middles, String[] finals, Each each) {
    for (int b = 0; b < beginnings.length; b++) {
      for (int m = 0; m < middles.length; m++) {
        for (int f = 0; f < finals.length; f++) {
          int unusual = (b > 0 ? 1 : 0) + (m > 0 ? 1 : 0) + (f > 0 ? 1 : 0);
          String latin = (beginnings[b] + middles[m] + finals[f]).replace("_", "");
          if (unusual <= 2) {
            each.accept(syllable, latin, unusual == 0 ? OFFICIAL : USUAL / unusual);
          }
        }
      }
    }
  }
}
