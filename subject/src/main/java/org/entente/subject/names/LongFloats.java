package org.entente.subject.names;

import java.util.Arrays;

/** A fixed-purpose map from long keys to floats: open addressing, no boxing. Key 0 is not used. */
final class LongFloats {
  private long[] keys;
  private float[] values;
  private int size;
  private int mask;
  private final float absent;

  LongFloats(int expected, float absent) {
    int capacity = Integer.highestOneBit(Math.max(16, expected * 2 - 1)) << 1;
    keys = new long[capacity];
    values = new float[capacity];
    mask = capacity - 1;
    this.absent = absent;
  }

  private static int spread(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h ^ (h >>> 32));
  }

  float get(long key) {
    int at = spread(key) & mask;
    while (true) {
      long k = keys[at];
      if (k == key) {
        return values[at];
      }
      if (k == 0) {
        return absent;
      }
      at = (at + 1) & mask;
    }
  }

  void put(long key, float value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = spread(key) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    if (keys[at] == 0) {
      keys[at] = key;
      size++;
    }
    values[at] = value;
  }

  void add(long key, float value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = spread(key) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    if (keys[at] == 0) {
      keys[at] = key;
      size++;
      values[at] = value;
    } else {
      values[at] += value;
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    float[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new float[oldKeys.length * 2];
    mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = spread(oldKeys[i]) & mask;
        while (keys[at] != 0) {
          at = (at + 1) & mask;
        }
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }

  int size() {
    return size;
  }

  interface Each {
    void accept(long key, float value);
  }

  void forEach(Each each) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        each.accept(keys[i], values[i]);
      }
    }
  }

  void clear() {
    Arrays.fill(keys, 0);
    Arrays.fill(values, 0);
    size = 0;
  }
}
