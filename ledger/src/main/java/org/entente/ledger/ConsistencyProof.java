package org.entente.ledger;

import java.util.List;

/**
 * The claim that a tree of {@code newSize} leaves only added to an earlier tree of {@code oldSize}
 * leaves (RFC 9162 section 2.1.4). Immutable. Any numbers may be claimed; {@link #verify} judges
 * them.
 *
 * @param path hashes that show it; at most {@link #MAX_PATH}
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
  /** Longest path: one hash per level of a tree of 2^63 leaves, and one to start from. */
  public static final int MAX_PATH = 64;

  /** Refuses a path that no tree can have. */
  public ConsistencyProof {
    if (path.size() > MAX_PATH) {
      throw new IllegalArgumentException("a path has at most 64 hashes");
    }
    path = List.copyOf(path);
  }

  /**
   * Checks the claim against two trusted roots (RFC 9162 section 2.1.4.2). An old size of 0 is
   * never proven: the empty log is consistent with every log, so such a proof would say nothing.
   */
  public Verdict verify(Hash oldRoot, Hash newRoot) {
    if (oldSize < 0 || oldSize > newSize) {
      return Verdict.notProven(
          "sizes-out-of-order",
          "The later log is smaller than the earlier one. Keep both checkpoints.");
    }
    if (oldSize == 0) {
      return Verdict.notProven(
          "nothing-to-compare",
          "An empty log is consistent with every log. Compare with a checkpoint that has entries.");
    }
    if (oldSize == newSize) {
      return path.isEmpty()
          ? (oldRoot.equals(newRoot) ? Verdict.proven() : rewritten())
          : tooLong();
    }
    Roots roots = roots(oldRoot);
    return switch (roots.end()) {
      case TOO_SHORT -> tooShort();
      case TOO_LONG -> tooLong();
      case WHOLE ->
          roots.old().equals(oldRoot) && roots.later().equals(newRoot)
              ? Verdict.proven()
              : rewritten();
    };
  }

  /**
   * Whether the hashes belong to the later log and show that it began otherwise: then whoever
   * signed {@code newRoot} and {@code oldRoot} signed two logs. It cannot be shown where the old
   * size is a power of two, because such a path does not carry the old root.
   */
  boolean showsAnotherPast(Hash oldRoot, Hash newRoot) {
    if (oldSize <= 0 || oldSize >= newSize || Long.bitCount(oldSize) == 1) {
      return false;
    }
    Roots roots = roots(oldRoot);
    return roots.end() == End.WHOLE
        && roots.later().equals(newRoot)
        && !roots.old().equals(oldRoot);
  }

  private enum End {
    WHOLE,
    TOO_SHORT,
    TOO_LONG
  }

  /** The roots of both logs as the path gives them. */
  private record Roots(End end, Hash old, Hash later) {}

  private Roots roots(Hash oldRoot) {
    // Where the old tree is a complete subtree its root starts the path and is not repeated in it.
    boolean rootStarts = Long.bitCount(oldSize) == 1;
    if (!rootStarts && path.isEmpty()) {
      return new Roots(End.TOO_SHORT, oldRoot, oldRoot);
    }
    Hash oldHash = rootStarts ? oldRoot : path.getFirst();
    Hash newHash = oldHash;
    int shift = Long.numberOfTrailingZeros(oldSize);
    long at = (oldSize - 1) >>> shift;
    long last = (newSize - 1) >>> shift;
    TreeHasher hasher = new TreeHasher();
    for (Hash sibling : rootStarts ? path : path.subList(1, path.size())) {
      if (last == 0) {
        return new Roots(End.TOO_LONG, oldHash, newHash);
      }
      if ((at & 1) == 1 || at == last) {
        oldHash = hasher.inner(sibling, oldHash);
        newHash = hasher.inner(sibling, newHash);
        int climb = at == 0 ? 0 : Long.numberOfTrailingZeros(at);
        at >>>= climb;
        last >>>= climb;
      } else {
        newHash = hasher.inner(newHash, sibling);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return new Roots(last != 0 ? End.TOO_SHORT : End.WHOLE, oldHash, newHash);
  }

  private static Verdict tooShort() {
    return Verdict.notProven("proof-too-short", "The proof lacks hashes. Ask for a new proof.");
  }

  private static Verdict tooLong() {
    return Verdict.notProven(
        "proof-too-long", "The proof has hashes left over. Ask for a new proof.");
  }

  private static Verdict rewritten() {
    return Verdict.notProven(
        "not-consistent",
        "The proof does not show that the later log only added to the earlier one. Do not countersign; keep both"
            + " checkpoints and ask the partner.");
  }
}
