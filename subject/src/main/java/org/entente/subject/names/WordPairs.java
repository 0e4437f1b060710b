package org.entente.subject.names;

/** Says how alike two words are. */
interface WordPairs {
  /**
   * Log-odds that two words are writings of one; where they are not above {@code least}, any figure
   * that is not above it either.
   */
  float likeness(PreparedWord a, PreparedWord b, float least);
}
