package org.entente.check.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The first 64 bits of an output, by which the index knows it. */
public final class Prefix {
  private Prefix() {}

  /**
   * @param output of the function, at least eight bytes
   */
  public static long of(byte[] output) {
    return ByteBuffer.wrap(output).getLong();
  }

  /** Sorted as numbers without sign, each once. */
  public static long[] distinct(long[] prefixes) {
    long[] sorted = prefixes.clone();
    sortUnsigned(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** Sorts as numbers without sign, in place. */
  public static void sortUnsigned(long[] prefixes) {
    flip(prefixes);
    Arrays.sort(prefixes);
    flip(prefixes);
  }

  // Numbers with sign have the order of numbers without once their highest bit is turned.
  private static void flip(long[] prefixes) {
    for (int i = 0; i < prefixes.length; i++) {
      prefixes[i] ^= Long.MIN_VALUE;
    }
  }
}
