package org.entente.check.index;

import java.util.ArrayList;
import java.util.Arrays;
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
    int count = shardsFor(distinct.length);
    return shards(distinct, count, 0, count);
  }

  /**
   * Some shards of a first edition that is too large to be held in memory.
   *
   * @param distinct the prefixes that lie in these shards, sorted as numbers without sign, each
   *     once
   * @param count of all shards
   * @param from the first of these, inclusive
   * @param to the last, exclusive
   */
  public static List<Segment> shards(long[] distinct, int count, int from, int to) {
    List<Segment> shards = new ArrayList<>(to - from);
    int start = 0;
    for (int shard = from; shard < to; shard++) {
      int end = start;
      while (end < distinct.length && shardOf(distinct[end], count) == shard) {
        end++;
      }
      shards.add(Segment.of(Arrays.copyOfRange(distinct, start, end)));
      start = end;
    }
    return shards;
  }

  /**
   * Into how many shards so many prefixes go.
   *
   * @throws IllegalArgumentException where they are more than an index holds
   */
  public static int shardsFor(long prefixes) {
    int count = 1;
    while ((long) count * SHARD_KEYS < prefixes) {
      count *= 2;
    }
    if (count > MOST_SHARDS) {
      throw new IllegalArgumentException("an index holds at most 2^28 prefixes");
    }
    return count;
  }

  /** In which of so many shards a prefix lies. */
  public static int shardOf(long prefix, int count) {
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
