package org.entente.ledger;

import java.util.List;

/**
 * The claim that a leaf stands at {@code index} in a tree of {@code size} leaves, with the hashes
 * that show it (RFC 9162 section 2.1.3). Immutable. Any numbers may be claimed; {@link #verify}
 * judges them.
 *
 * @param index from 0
 * @param size leaves of the whole tree
 * @param path sibling hashes, the leaf's first; at most {@link #MAX_PATH}
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  /** Longest path: a tree of 2^63 leaves needs no more. */
  public static final int MAX_PATH = 63;

  /** Refuses a path that no tree can have. */
  public InclusionProof {
    if (path.size() > MAX_PATH) {
      throw new IllegalArgumentException("a path has at most 63 hashes");
    }
    path = List.copyOf(path);
  }

  /** Checks the claim against a leaf hash and a trusted root (RFC 9162 section 2.1.3.2). */
  public Verdict verify(Hash leaf, Hash root) {
    if (index < 0 || index >= size) {
      return Verdict.notProven(
          "index-outside-tree",
          "The proof names an entry the log does not have. Ask for a new proof.");
    }
    TreeHasher hasher = new TreeHasher();
    Hash hash = leaf;
    long at = index;
    long last = size - 1;
    for (Hash sibling : path) {
      if (last == 0) {
        return Verdict.notProven(
            "proof-too-long", "The proof has hashes left over. Ask for a new proof.");
      }
      if ((at & 1) == 1 || at == last) {
        hash = hasher.inner(sibling, hash);
        // At the ragged right edge a node may have no sibling for some levels: climb them.
        int climb = at == 0 ? 0 : Long.numberOfTrailingZeros(at);
        at >>>= climb;
        last >>>= climb;
      } else {
        hash = hasher.inner(hash, sibling);
      }
      at >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      return Verdict.notProven("proof-too-short", "The proof lacks hashes. Ask for a new proof.");
    }
    return hash.equals(root)
        ? Verdict.proven()
        : Verdict.notProven(
            "not-in-tree",
            "The entry is not at this place of the log that the checkpoint describes. Keep both and ask the"
                + " supervisor.");
  }
}
