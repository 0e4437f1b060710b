package org.entente.check.index;

import java.util.Optional;

/**
 * How a binary fuse filter is laid out (Graf and Lemire, "Binary Fuse Filters: Fast and Smaller
 * Than Xor Filters", ACM JEA 2022), with three places and 32 bits a place. A key is in the filter
 * if its fingerprint is the sum, without carry, of what stands in its three places.
 *
 * @param seed by which keys are spread
 * @param length of a segment in places, a power of two
 * @param count of segments in which a key's first place may lie; two more follow
 */
record Fuse(long seed, int length, int count) {
  /** Below this the filter needs so many spare places that a sorted list is no longer. */
  static final int FEWEST_KEYS = 2_000;

  /** As many as one filter holds; more go into shards. */
  static final int MOST_KEYS = 1 << 20;

  static final int LONGEST_SEGMENT = 1 << 18;

  private static final int ARITY = 3;

  /** Each try succeeds nearly always; so many failures are a defect. */
  private static final int TRIES = 64;

  /** The layout for so many keys; the constants are the paper's, section 4. */
  static Fuse sized(int keys, long seed) {
    double log = Math.log(keys);
    int length = 1 << (int) Math.floor(log / Math.log(3.33) + 2.25);
    double spare = Math.max(1.125, 0.875 + 0.25 * Math.log(1_000_000) / log);
    int places = (int) Math.round(keys * spare);
    int count = Math.max(1, (places + length - 1) / length - (ARITY - 1));
    return new Fuse(seed, Math.min(length, LONGEST_SEGMENT), count);
  }

  /** Whether a stranger's numbers describe a filter at all. */
  boolean sound() {
    return length > 0
        && length <= LONGEST_SEGMENT
        && Integer.bitCount(length) == 1
        && count > 0
        && count <= 4 * MOST_KEYS / length + 1;
  }

  int places() {
    return (count + ARITY - 1) * length;
  }

  long hash(long key) {
    long h = key + seed;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  int first(long hash) {
    return (int) Math.unsignedMultiplyHigh(hash, (long) count * length);
  }

  int second(long hash) {
    return (first(hash) + length) ^ ((int) (hash >>> 18) & (length - 1));
  }

  int third(long hash) {
    return (first(hash) + 2 * length) ^ ((int) hash & (length - 1));
  }

  static int fingerprint(long hash) {
    return (int) (hash ^ (hash >>> 32));
  }

  /** A layout with the places filled. */
  record Filled(Fuse layout, int[] places) {}

  /** Fills a filter with keys, each of which stands there once. */
  static Filled fill(long[] distinct) {
    for (long seed = 0; seed < TRIES; seed++) {
      Fuse layout = sized(distinct.length, seed);
      Optional<int[]> places = layout.peel(distinct);
      if (places.isPresent()) {
        return new Filled(layout, places.get());
      }
    }
    throw new IllegalStateException("No filter comes of these keys; are they distinct?");
  }

  // A place that only one key uses can be left to that key; taking the key away frees others.
  private Optional<int[]> peel(long[] keys) {
    int[] users = new int[places()];
    long[] sums = new long[places()];
    for (long key : keys) {
      long h = hash(key);
      enter(users, sums, first(h), h, 1);
      enter(users, sums, second(h), h, 1);
      enter(users, sums, third(h), h, 1);
    }
    int[] alone = new int[places()];
    int waiting = 0;
    for (int place = 0; place < users.length; place++) {
      if (users[place] == 1) {
        alone[waiting++] = place;
      }
    }
    long[] taken = new long[keys.length];
    int[] own = new int[keys.length];
    int order = 0;
    while (waiting > 0) {
      int place = alone[--waiting];
      if (users[place] != 1) {
        continue;
      }
      long h = sums[place];
      taken[order] = h;
      own[order++] = place;
      for (int other : new int[] {first(h), second(h), third(h)}) {
        enter(users, sums, other, h, -1);
        if (users[other] == 1) {
          alone[waiting++] = other;
        }
      }
    }
    return order == keys.length ? Optional.of(assigned(taken, own)) : Optional.empty();
  }

  private static void enter(int[] users, long[] sums, int place, long hash, int by) {
    users[place] += by;
    sums[place] ^= hash;
  }

  private int[] assigned(long[] taken, int[] own) {
    int[] places = new int[places()];
    for (int i = taken.length - 1; i >= 0; i--) {
      long h = taken[i];
      // Its own place is still zero, so it may stand among the three.
      places[own[i]] = fingerprint(h) ^ places[first(h)] ^ places[second(h)] ^ places[third(h)];
    }
    return places;
  }
}
