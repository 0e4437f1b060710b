package org.entente.check.index;

import java.util.ArrayList;
import java.util.List;

/**
 * A sealed index in the hands of whoever may ask: shards of the first edition, then changes in
 * their order. Immutable, safe for threads.
 */
public final class SealedIndex {
  /** Most prefixes of one shard: some five megabytes, fetched in one piece. */
  public static final int SHARD_KEYS = 1 << 18;

  /** 256 million prefixes, ten million persons. */
  public static final int MOST_SHARDS = 1 << 10;

  /** More changes than this are an index that should have been written anew. */
  public static final int MOST_CHANGES = 512;

  /** What a change does. */
  public enum Effect {
    ADDED,
    REMOVED
  }

  /** A later change of what the index holds. */
  public record Change(Effect effect, Segment segment) {}

  private final List<Segment> shards;
  private final List<Change> newestFirst;

  /**
   * @param shards as many as a power of two; a prefix's highest bits say in which it lies
   * @param changes the oldest first
   * @throws IllegalArgumentException where their number is none that an index has
   */
  public SealedIndex(List<Segment> shards, List<Change> changes) {
    if (Integer.bitCount(shards.size()) != 1
        || shards.size() > MOST_SHARDS
        || changes.size() > MOST_CHANGES) {
      throw new IllegalArgumentException("no index has so many parts");
    }
    this.shards = List.copyOf(shards);
    this.newestFirst = new ArrayList<>(changes).reversed();
  }

  /**
   * The shards of a first edition.
   *
   * @param distinct sorted as numbers without sign, each once
   */
  public static List<Segment> shards(long[] distinct) {
    int count = 1;
    while ((long) count * SHARD_KEYS < distinct.length) {
      count *= 2;
    }
    List<Segment> shards = new ArrayList<>(count);
    int from = 0;
    for (int shard = 0; shard < count; shard++) {
      int to = from;
      while (to < distinct.length && shardOf(distinct[to], count) == shard) {
        to++;
      }
      shards.add(Segment.of(java.util.Arrays.copyOfRange(distinct, from, to)));
      from = to;
    }
    return shards;
  }

  private static int shardOf(long prefix, int count) {
    return count == 1 ? 0 : (int) (prefix >>> (64 - Integer.numberOfTrailingZeros(count)));
  }

  /** Whether this output's prefix belongs to a record that may be checked now. */
  public boolean contains(long prefix) {
    for (Change change : newestFirst) {
      if (change.segment().contains(prefix)) {
        return change.effect() == Effect.ADDED;
      }
    }
    return shards.get(shardOf(prefix, shards.size())).contains(prefix);
  }
}
