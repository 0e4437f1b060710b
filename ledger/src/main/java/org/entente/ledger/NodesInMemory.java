package org.entente.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree's hashes in memory: for tests, for small logs and for rebuilding. One thread at a time.
 */
public final class NodesInMemory implements Nodes {
  private final List<List<Hash>> levels = new ArrayList<>();

  /** An empty tree. */
  public NodesInMemory() {}

  /** Number of leaves. */
  public long size() {
    return levels.isEmpty() ? 0 : levels.getFirst().size();
  }

  /** Appends a leaf and stores what follows from it. */
  public void append(Hash leaf) {
    store(MerkleTree.append(this, size(), leaf));
  }

  /**
   * Stores what {@link MerkleTree#append} returned.
   *
   * @throws IllegalArgumentException if a node is not the next one of its level
   */
  public void store(List<Node> nodes) {
    for (Node node : nodes) {
      while (levels.size() <= node.level()) {
        levels.add(new ArrayList<>());
      }
      List<Hash> level = levels.get(node.level());
      if (node.index() != level.size()) {
        throw new IllegalArgumentException("nodes are stored in order, once");
      }
      level.add(node.hash());
    }
  }

  @Override
  public Hash at(int level, long index) {
    return levels.get(level).get(Math.toIntExact(index));
  }
}
