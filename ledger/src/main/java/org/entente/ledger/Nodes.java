package org.entente.ledger;

import java.util.List;

/**
 * The stored hashes of a tree: one for every complete subtree, and no others. Such a hash never
 * changes once written, so it may be cached for ever.
 */
@FunctionalInterface
public interface Nodes {
  /**
   * The hash of the complete subtree over the leaves {@code index << level} up to, but not
   * including, {@code (index + 1) << level}.
   *
   * @param level 0 for leaf hashes
   * @param index from 0, counted within the level
   */
  Hash at(int level, long index);

  /**
   * Many hashes, in the order asked. {@link MerkleTree} calls this once per operation (at most
   * {@link MerkleTree#MAX_READS} places), so a database can answer with one query by overriding it.
   */
  default List<Hash> all(List<Place> places) {
    return places.stream().map(place -> at(place.level(), place.index())).toList();
  }

  /** Where a complete subtree is. */
  record Place(int level, long index) {
    /** Refuses a negative level or index. */
    public Place {
      if (level < 0 || index < 0) {
        throw new IllegalArgumentException("a place in the tree is not negative");
      }
    }
  }
}
