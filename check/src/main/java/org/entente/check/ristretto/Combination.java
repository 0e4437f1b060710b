package org.entente.check.ristretto;

import java.util.List;

/**
 * Sums of public numbers times public elements with signed digits: many by buckets (Pippenger
 * 1976), few by tables of odd multiples with one run of doublings (Straus 1964). Time depends on
 * the numbers: never for a secret.
 */
public final class Combination {
  private static final int BITS = 256;

  /** Up to so many, tables take fewer additions than buckets. */
  private static final int FEW = 128;

  /** Digits of the tables' way: odd, below 16, at least five bits apart. */
  private static final int NAF_WIDTH = 5;

  private static final int ODD_MULTIPLES = 1 << (NAF_WIDTH - 2);

  private Combination() {}

  /**
   * The sum of numbers[i] · elements[i]; the neutral element for none.
   *
   * @throws IllegalArgumentException where the lists differ in length
   */
  public static Point of(List<Scalar> numbers, List<Point> elements) {
    if (numbers.size() != elements.size()) {
      throw new IllegalArgumentException("as many numbers as elements are needed");
    }
    return elements.size() <= FEW ? few(numbers, elements) : many(numbers, elements);
  }

  private static Point few(List<Scalar> numbers, List<Point> elements) {
    int count = elements.size();
    Addend[][] tables = new Addend[count][];
    byte[][] digits = new byte[count][];
    for (int i = 0; i < count; i++) {
      tables[i] = oddMultiples(elements.get(i));
      digits[i] = naf(numbers.get(i));
    }
    Sum total = new Sum(Point.IDENTITY);
    for (int bit = BITS; bit >= 0; bit--) {
      total.doubled(1);
      for (int i = 0; i < count; i++) {
        int digit = digits[i][bit];
        if (digit > 0) {
          total.add(tables[i][digit >> 1]);
        } else if (digit < 0) {
          total.subtract(tables[i][-digit >> 1]);
        }
      }
    }
    return total.point();
  }

  /** Once, three times, five times … the element. */
  private static Addend[] oddMultiples(Point element) {
    Addend[] table = new Addend[ODD_MULTIPLES];
    Sum multiple = new Sum(element);
    Addend twice = new Addend(element.plus(element));
    for (int i = 0; i < table.length; i++) {
      table[i] = new Addend(multiple.point());
      multiple.add(twice);
    }
    return table;
  }

  /** Digits by powers of two, lowest first, of which nearly all are zero. */
  private static byte[] naf(Scalar number) {
    byte[] bytes = number.encode();
    byte[] digits = new byte[BITS + 1];
    int carry = 0;
    for (int bit = 0; bit <= BITS; ) {
      int window = bits(bytes, bit, NAF_WIDTH) + carry;
      if ((window & 1) == 0) {
        // A carry, if there is one, meets a bit that is set and goes on to the next.
        bit++;
        continue;
      }
      boolean negative = window > 1 << (NAF_WIDTH - 1);
      digits[bit] = (byte) (negative ? window - (1 << NAF_WIDTH) : window);
      carry = negative ? 1 : 0;
      bit += NAF_WIDTH;
    }
    return digits;
  }

  private static Point many(List<Scalar> numbers, List<Point> elements) {
    int count = elements.size();
    int window = windowFor(count);
    int windows = (BITS + window) / window;
    Addend[] addends = new Addend[count];
    int[][] digits = new int[count][];
    for (int i = 0; i < count; i++) {
      addends[i] = new Addend(elements.get(i));
      digits[i] = digits(numbers.get(i), window, windows);
    }
    Sum total = new Sum(Point.IDENTITY);
    for (int w = windows - 1; w >= 0; w--) {
      total.doubled(window);
      total.add(new Addend(column(addends, digits, w, window)));
    }
    return total.point();
  }

  private static Point column(Addend[] addends, int[][] digits, int w, int window) {
    Sum[] buckets = new Sum[1 << (window - 1)];
    for (int i = 0; i < addends.length; i++) {
      int digit = digits[i][w];
      if (digit == 0) {
        continue;
      }
      int place = Math.abs(digit) - 1;
      Sum bucket = buckets[place];
      if (bucket == null) {
        bucket = new Sum(Point.IDENTITY);
        buckets[place] = bucket;
      }
      if (digit > 0) {
        bucket.add(addends[i]);
      } else {
        bucket.subtract(addends[i]);
      }
    }
    Sum running = new Sum(Point.IDENTITY);
    Sum sum = new Sum(Point.IDENTITY);
    for (int place = buckets.length - 1; place >= 0; place--) {
      Sum bucket = buckets[place];
      if (bucket != null) {
        running.add(new Addend(bucket.point()));
      }
      sum.add(new Addend(running.point()));
    }
    return sum.point();
  }

  // Signed digits from -2^(window-1) to 2^(window-1), lowest first.
  private static int[] digits(Scalar number, int window, int windows) {
    byte[] bytes = number.encode();
    int[] digits = new int[windows];
    int carry = 0;
    for (int w = 0; w < windows; w++) {
      int digit = bits(bytes, w * window, window) + carry;
      carry = 0;
      if (digit > 1 << (window - 1)) {
        digit -= 1 << window;
        carry = 1;
      }
      digits[w] = digit;
    }
    return digits;
  }

  private static int bits(byte[] bytes, int from, int count) {
    int value = 0;
    for (int byteAt = (from + count - 1) >>> 3; byteAt >= from >>> 3; byteAt--) {
      value = (value << 8) | (byteAt < bytes.length ? bytes[byteAt] & 0xff : 0);
    }
    return (value >>> (from & 7)) & ((1 << count) - 1);
  }

  // Adding costs a step an element and window, emptying the buckets two a bucket and window.
  private static int windowFor(int count) {
    int best = 2;
    long least = Long.MAX_VALUE;
    for (int window = 2; window <= 14; window++) {
      long steps = (long) ((BITS + window) / window) * (count + (2L << (window - 1)));
      if (steps < least) {
        least = steps;
        best = window;
      }
    }
    return best;
  }
}
