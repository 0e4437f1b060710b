package org.entente.subject.names;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * How common a word of names is: a table of counts under hashes, so that no word can be read from
 * it. Different words may share a place; then both seem as common as the commoner one.
 */
final class WordCounts {
  private static final int PLACES = 1 << 17;

  /** Counts are kept in eighths of a power of two. */
  private static final double STEP = 8;

  private final byte[] logCounts = new byte[PLACES];
  private double total = 1;

  static int place(String word) {
    int h = 0x811C9DC5;
    for (int i = 0; i < word.length(); i++) {
      h = (h ^ word.charAt(i)) * 0x01000193;
    }
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    return (h ^ (h >>> 13)) & PLACES - 1;
  }

  void add(Map<String, Double> counts) {
    double[] sums = new double[PLACES];
    counts.forEach((word, count) -> {
      sums[place(word)] = Math.max(sums[place(word)], count);
      total += count;
    });
    for (int i = 0; i < PLACES; i++) {
      logCounts[i] =
          (byte)
              (sums[i] <= 0
                  ? 0
                  : Math.min(127, 1 + Math.round(Math.log(1 + sums[i]) / Math.log(2) * STEP)));
    }
  }

  /** The share of the word among all words seen; 0 if it was not seen. */
  double share(String word) {
    int kept = logCounts[place(word)];
    return kept == 0 ? 0 : (Math.pow(2, (kept - 1) / STEP) - 1) / total;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(total);
    out.write(logCounts);
  }

  static WordCounts read(DataInput in) throws IOException {
    WordCounts counts = new WordCounts();
    counts.total = in.readDouble();
    in.readFully(counts.logCounts);
    return counts;
  }
}
