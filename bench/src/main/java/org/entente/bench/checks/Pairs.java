package org.entente.bench.checks;

/** Two words, whichever stands first. */
final class Pairs {
  private Pairs() {}

  static String sorted(String one, String two) {
    return one.compareTo(two) <= 0 ? one + "|" + two : two + "|" + one;
  }
}
