package org.entente.check.index;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A part of a sealed index as bytes: the prefixes of one shard as a filter, or few prefixes as a
 * sorted list. Format: {@code docs/protocol/check.md}. Immutable, safe for threads.
 */
public final class Segment {
  /** The longest segment a reader takes: a filter with the most keys, and its head. */
  public static final int MAX_BYTES = 8 << 20;

  private static final int MAGIC = 0x45534958; // ESIX
  private static final byte VERSION = 1;
  private static final byte FILTER = 1;
  private static final byte LIST = 2;
  private static final int HEAD = 32;

  private final ByteBuffer bytes;
  private final int keys;
  private final Optional<Fuse> filter;

  private Segment(ByteBuffer bytes, int keys, Optional<Fuse> filter) {
    this.bytes = bytes;
    this.keys = keys;
    this.filter = filter;
  }

  /**
   * Writes prefixes: a filter, or a list where they are few.
   *
   * @param distinct sorted as numbers without sign, each once
   */
  public static Segment of(long[] distinct) {
    if (distinct.length > Fuse.MOST_KEYS) {
      throw new IllegalArgumentException("more than fit one segment; make shards");
    }
    if (distinct.length < Fuse.FEWEST_KEYS) {
      ByteBuffer out = head(LIST, distinct.length, new Fuse(0, 0, 0), 8 * distinct.length);
      for (long key : distinct) {
        out.putLong(key);
      }
      return new Segment(out.flip().asReadOnlyBuffer(), distinct.length, Optional.empty());
    }
    Fuse.Filled filled = Fuse.fill(distinct);
    ByteBuffer out = head(FILTER, distinct.length, filled.layout(), 4 * filled.places().length);
    for (int place : filled.places()) {
      out.putInt(place);
    }
    return new Segment(
        out.flip().asReadOnlyBuffer(), distinct.length, Optional.of(filled.layout()));
  }

  private static ByteBuffer head(byte form, int keys, Fuse layout, int body) {
    return ByteBuffer.allocate(HEAD + body)
        .putInt(MAGIC)
        .put(VERSION)
        .put(form)
        .putShort((short) 0)
        .putLong(keys)
        .putLong(layout.seed())
        .putInt(layout.length())
        .putInt(layout.count());
  }

  /**
   * Reads a segment; the buffer, which may be a mapped file, is kept and must not change.
   *
   * @return nothing where it is no segment of this version or its numbers do not fit its length
   */
  public static Optional<Segment> read(ByteBuffer given) {
    ByteBuffer bytes = given.slice().asReadOnlyBuffer();
    if (bytes.remaining() < HEAD || bytes.remaining() > MAX_BYTES || bytes.getInt(0) != MAGIC) {
      return Optional.empty();
    }
    byte form = bytes.get(5);
    long keys = bytes.getLong(8);
    Fuse layout = new Fuse(bytes.getLong(16), bytes.getInt(24), bytes.getInt(28));
    if (bytes.get(4) != VERSION || bytes.getShort(6) != 0 || keys < 0 || keys > Fuse.MOST_KEYS) {
      return Optional.empty();
    }
    int body = bytes.remaining() - HEAD;
    if (form == LIST) {
      boolean sound =
          layout.equals(new Fuse(0, 0, 0)) && body == 8 * keys && ascending(bytes, (int) keys);
      return sound
          ? Optional.of(new Segment(bytes, (int) keys, Optional.empty()))
          : Optional.empty();
    }
    boolean sound = form == FILTER && layout.sound() && body == 4L * layout.places();
    return sound
        ? Optional.of(new Segment(bytes, (int) keys, Optional.of(layout)))
        : Optional.empty();
  }

  private static boolean ascending(ByteBuffer bytes, int keys) {
    for (int i = 1; i < keys; i++) {
      if (Long.compareUnsigned(key(bytes, i - 1), key(bytes, i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static long key(ByteBuffer bytes, int at) {
    return bytes.getLong(HEAD + 8 * at);
  }

  /** Whether the prefix was put in; of others one in 2^32 seems to have been. */
  public boolean contains(long prefix) {
    return filter.map(layout -> meets(layout, prefix)).orElseGet(() -> lists(prefix));
  }

  private boolean meets(Fuse layout, long prefix) {
    long h = layout.hash(prefix);
    int sum = place(layout.first(h)) ^ place(layout.second(h)) ^ place(layout.third(h));
    return sum == Fuse.fingerprint(h);
  }

  private int place(int at) {
    return bytes.getInt(HEAD + 4 * at);
  }

  private boolean lists(long prefix) {
    int low = 0;
    int high = keys - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(key(bytes, middle), prefix);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  /** How many prefixes it says were put in. */
  public int keys() {
    return keys;
  }

  /** The bytes as they are handed over, to be read from their beginning. */
  public ByteBuffer bytes() {
    return bytes.duplicate().rewind();
  }
}
