package org.entente.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the tree that RFC 9162's recursion meets: leaves start up to, not including, end. It
 * starts at a multiple of a power of two that is no smaller than its size, so it falls apart into
 * complete subtrees.
 */
record Subtree(long start, long end) {
  Subtree {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a subtree has at least one leaf");
    }
  }

  long leaves() {
    return end - start;
  }

  /** The left child: the largest power of two smaller than the number of leaves. */
  Subtree left() {
    return new Subtree(start, start + Long.highestOneBit(leaves() - 1));
  }

  Subtree right() {
    return new Subtree(start + Long.highestOneBit(leaves() - 1), end);
  }

  /** The complete subtrees it consists of, largest first. */
  private void addPlaces(List<Nodes.Place> places) {
    long at = start;
    for (long rest = leaves(); rest != 0; rest -= Long.highestOneBit(rest)) {
      int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
      places.add(new Nodes.Place(level, at >>> level));
      at += 1L << level;
    }
  }

  /** The hashes of several subtrees, read in one go. */
  static List<Hash> hashes(Nodes nodes, List<Subtree> subtrees) {
    List<Nodes.Place> places = new ArrayList<>();
    for (Subtree subtree : subtrees) {
      subtree.addPlaces(places);
    }
    if (places.isEmpty()) {
      return List.of();
    }
    List<Hash> read = nodes.all(places);
    if (read.size() != places.size()) {
      throw new IllegalStateException(
          "the store answered with another number of hashes than asked");
    }
    TreeHasher hasher = new TreeHasher();
    List<Hash> hashes = new ArrayList<>(subtrees.size());
    int from = 0;
    for (Subtree subtree : subtrees) {
      int to = from + Long.bitCount(subtree.leaves());
      Hash hash = read.get(to - 1);
      for (int i = to - 2; i >= from; i--) {
        hash = hasher.inner(read.get(i), hash);
      }
      hashes.add(hash);
      from = to;
    }
    return List.copyOf(hashes);
  }
}
