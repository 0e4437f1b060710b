package org.entente.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The root of a tree that is read once from left to right, in the memory of one hash per level. */
final class CompactRange {
  private final TreeHasher hasher = new TreeHasher();
  private final @Nullable Hash[] complete = new @Nullable Hash[Long.SIZE];
  private long size;

  long size() {
    return size;
  }

  void append(byte[] entry) {
    append(hasher.leaf(entry));
  }

  void append(Hash leaf) {
    Hash hash = leaf;
    int level = 0;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      hash = hasher.inner(present(level), hash);
      complete[level++] = null;
    }
    complete[level] = hash;
    size++;
  }

  Hash root() {
    Hash root = null;
    for (int level = 0; level < complete.length; level++) {
      Hash left = complete[level];
      if (left != null) {
        root = root == null ? left : hasher.inner(left, root);
      }
    }
    return root == null ? hasher.empty() : root;
  }

  private Hash present(int level) {
    Hash hash = complete[level];
    if (hash == null) {
      throw new IllegalStateException(
          "no subtree at level " + level + " of " + Arrays.toString(complete));
    }
    return hash;
  }
}
