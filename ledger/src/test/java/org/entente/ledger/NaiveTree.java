package org.entente.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 9162 section 2.1 written down as the recursion it is, to compare with. */
final class NaiveTree {
  private NaiveTree() {}

  static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return digest(new byte[0]);
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = split(leaves.size());
    byte[] both = new byte[65];
    both[0] = 1;
    System.arraycopy(root(leaves.subList(0, k)).bytes(), 0, both, 1, 32);
    System.arraycopy(root(leaves.subList(k, leaves.size())).bytes(), 0, both, 33, 32);
    return digest(both);
  }

  static List<Hash> path(int m, List<Hash> d) {
    List<Hash> path = new ArrayList<>();
    if (d.size() > 1) {
      int k = split(d.size());
      path.addAll(m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, d.size())));
      path.add(m < k ? root(d.subList(k, d.size())) : root(d.subList(0, k)));
    }
    return path;
  }

  static List<Hash> proof(int m, List<Hash> d) {
    return m == 0 ? List.of() : subproof(m, d, true);
  }

  private static List<Hash> subproof(int m, List<Hash> d, boolean known) {
    List<Hash> path = new ArrayList<>();
    if (m == d.size()) {
      if (!known) {
        path.add(root(d));
      }
      return path;
    }
    int k = split(d.size());
    if (m <= k) {
      path.addAll(subproof(m, d.subList(0, k), known));
      path.add(root(d.subList(k, d.size())));
    } else {
      path.addAll(subproof(m - k, d.subList(k, d.size()), false));
      path.add(root(d.subList(0, k)));
    }
    return path;
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static Hash digest(byte[] bytes) {
    try {
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
