package org.entente.subject.invented;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Words of which the first are the most frequent, as frequent as names of a people are (Zipf). */
final class Ranked {
  private static final double EXPONENT = 0.9;

  /** The first of a list are not as far apart as the law has it. */
  private static final int FLAT = 3;

  /**
   * A word with its usual Latin spelling.
   *
   * @param latin empty where rules make it
   */
  record Word(String written, String latin) {
    static final Word NONE = new Word("", "");

    Word then(Word other) {
      boolean both = !latin.isEmpty() && !other.latin.isEmpty();
      return new Word(written + other.written, both ? latin + other.latin : "");
    }
  }

  private final List<Word> words;
  private final double[] sums;

  private Ranked(List<Word> words) {
    this.words = words;
    this.sums = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += 1 / Math.pow(i + FLAT, EXPONENT);
      sums[i] = sum;
    }
  }

  /** Reads a line of words; an underscore is a space within a word. */
  static Ranked read(String line) {
    return new Ranked(
        Arrays.stream(line.split(" ", -1)).filter(w -> !w.isEmpty()).map(Ranked::word).toList());
  }

  private static Word word(String written) {
    int equals = written.indexOf('=');
    String plain = written.replace('_', ' ');
    return equals < 0
        ? new Word(plain, "")
        : new Word(plain.substring(0, equals), plain.substring(equals + 1));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  Word any(RandomGenerator random) {
    if (words.isEmpty()) {
      return Word.NONE;
    }
    int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return words.get(Math.min(at < 0 ? -at - 1 : at, words.size() - 1));
  }
}
