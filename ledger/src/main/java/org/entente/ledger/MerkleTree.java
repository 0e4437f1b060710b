package org.entente.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162 section 2.1 (SHA-256), as pure functions over stored hashes.
 *
 * <p><b>Guarantees.</b> Appending touches one path; every other operation reads at most {@link
 * #MAX_READS} stored hashes, in one call of {@link Nodes#all}. No state, so safe for many threads
 * as far as the {@link Nodes} are.
 *
 * <p><b>Does not guarantee</b> that the stored hashes are right: a wrong one gives a root that does
 * not match the signed checkpoint. Compare before signing.
 *
 * <p><b>Failures.</b> A size or index outside the tree is a defect of the caller:
 * IllegalArgumentException.
 */
public final class MerkleTree {
  /** Largest number of leaves: a thousand entries a second for nine thousand years. */
  public static final long MAX_SIZE = 1L << 48;

  /**
   * Most hashes one operation reads: one per level beside the path, one per level at the ragged
   * edge.
   */
  public static final int MAX_READS = 96;

  private MerkleTree() {}

  /** The hash of an entry as a leaf: SHA-256(0x00 || entry). */
  public static Hash leafHash(byte[] entry) {
    return new TreeHasher().leaf(entry);
  }

  /** The root of a tree without leaves: SHA-256 of nothing. */
  public static Hash emptyRoot() {
    return new TreeHasher().empty();
  }

  /**
   * Appends one leaf to a tree of {@code size} leaves.
   *
   * @return the new hashes to store, the leaf's first; on average two
   */
  public static List<Node> append(Nodes nodes, long size, Hash leaf) {
    requireSize(size + 1);
    int completed = Long.numberOfTrailingZeros(~size);
    List<Nodes.Place> lefts = new ArrayList<>(completed);
    for (int level = 0; level < completed; level++) {
      lefts.add(new Nodes.Place(level, (size >>> level) - 1));
    }
    List<Hash> read = lefts.isEmpty() ? List.of() : nodes.all(lefts);
    TreeHasher hasher = new TreeHasher();
    List<Node> added = new ArrayList<>(completed + 1);
    Hash hash = leaf;
    added.add(new Node(0, size, hash));
    for (int level = 0; level < completed; level++) {
      hash = hasher.inner(read.get(level), hash);
      added.add(new Node(level + 1, size >>> (level + 1), hash));
    }
    return List.copyOf(added);
  }

  /** The root over the first {@code size} leaves; older sizes can be asked at any time. */
  public static Hash root(Nodes nodes, long size) {
    requireSize(size);
    return size == 0
        ? emptyRoot()
        : Subtree.hashes(nodes, List.of(new Subtree(0, size))).getFirst();
  }

  /**
   * The proof that leaf {@code index} is in the tree of {@code size} leaves (RFC 9162 section
   * 2.1.3.1).
   */
  public static InclusionProof inclusion(Nodes nodes, long index, long size) {
    requireSize(size);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("the leaf's index lies outside the tree");
    }
    List<Subtree> path = new ArrayList<>();
    Subtree tree = new Subtree(0, size);
    while (tree.leaves() > 1) {
      boolean left = index < tree.left().end();
      path.add(left ? tree.right() : tree.left());
      tree = left ? tree.left() : tree.right();
    }
    return new InclusionProof(index, size, Subtree.hashes(nodes, path.reversed()));
  }

  /**
   * The proof that the tree of {@code newSize} leaves only added to the tree of {@code oldSize}
   * leaves (RFC 9162 section 2.1.4.1). It is empty for equal sizes and for an old size of 0 (a
   * witness's first contact).
   */
  public static ConsistencyProof consistency(Nodes nodes, long oldSize, long newSize) {
    requireSize(newSize);
    if (oldSize < 0 || oldSize > newSize) {
      throw new IllegalArgumentException("the old size lies outside the tree");
    }
    if (oldSize == 0) {
      return new ConsistencyProof(oldSize, newSize, List.of());
    }
    List<Subtree> path = new ArrayList<>();
    Subtree tree = new Subtree(0, newSize);
    while (tree.end() != oldSize) {
      boolean left = oldSize <= tree.left().end();
      path.add(left ? tree.right() : tree.left());
      tree = left ? tree.left() : tree.right();
    }
    // A checker that holds the old root can do without it where that root is itself the subtree.
    if (tree.start() != 0) {
      path.add(tree);
    }
    return new ConsistencyProof(oldSize, newSize, Subtree.hashes(nodes, path.reversed()));
  }

  private static void requireSize(long size) {
    if (size < 0 || size > MAX_SIZE) {
      throw new IllegalArgumentException("a tree has 0 to 2^48 leaves");
    }
  }
}
