package org.entente.bench.names;

/** Which persons a question sees: those of its own source and the distractors, if it has one. */
final class Sources {
  static final String DISTRACTORS = "D";

  private Sources() {}

  static boolean sees(String asking, String held) {
    return asking.isEmpty() || asking.equals(held) || held.equals(DISTRACTORS);
  }
}
