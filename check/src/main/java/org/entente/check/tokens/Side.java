package org.entente.check.tokens;

/** For whom tokens are made. Budgets were chosen on development data: bench/results/Tokens.txt. */
enum Side {
  /** The owner of a record, who pays for each token with an evaluation. */
  KEPT(2, 2),
  /** Who asks about one subject. */
  ASKED(4, 4);

  private final int sounds;
  private final int pairs;

  Side(int sounds, int pairs) {
    this.sounds = sounds;
    this.pairs = pairs;
  }

  /** In how many ways each word is said. */
  int sounds() {
    return sounds;
  }

  /** How many ways to say two words are joined with the whole date of birth. */
  int pairsWithDate() {
    return pairs;
  }
}
