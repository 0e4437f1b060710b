package org.entente.ledger;

/**
 * A complete subtree's hash, to be stored.
 *
 * @param level 0 for a leaf hash
 * @param index from 0, counted within the level
 */
public record Node(int level, long index, Hash hash) {
  /** Refuses a negative level or index. */
  public Node {
    if (level < 0 || index < 0) {
      throw new IllegalArgumentException("a node's level and index are not negative");
    }
  }
}
