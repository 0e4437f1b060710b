package org.entente.check.ristretto;

/**
 * Integers modulo p = 2^255 - 19 in five limbs of 51 bits; results may be loose (limbs below 2^52),
 * and every operation takes limbs below 2^54. No branch depends on a value.
 *
 * <p>Each operation writes into its first argument, which may be one of the others.
 */
final class Field {
  static final int LIMBS = 5;

  /** Length of an encoded element in bytes. */
  static final int BYTES = 32;

  static final long[] ONE = {1, 0, 0, 0, 0};

  private static final int BITS = 51;
  private static final long MASK = (1L << BITS) - 1;

  // 4p, limb by limb: what is added before subtracting, so that no limb becomes negative.
  private static final long FOUR_P_LOW = ((1L << BITS) - 19) << 2;
  private static final long FOUR_P = MASK << 2;

  private Field() {}

  static long[] zero() {
    return new long[LIMBS];
  }

  static long[] copy(long[] a) {
    return a.clone();
  }

  static void set(long[] out, long[] a) {
    System.arraycopy(a, 0, out, 0, LIMBS);
  }

  /** The sum, not carried: at most one bit longer than its parts. */
  static void add(long[] out, long[] a, long[] b) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] = a[i] + b[i];
    }
  }

  static void subtract(long[] out, long[] a, long[] b) {
    long r0 = a[0] + FOUR_P_LOW - b[0];
    long r1 = a[1] + FOUR_P - b[1];
    long r2 = a[2] + FOUR_P - b[2];
    long r3 = a[3] + FOUR_P - b[3];
    long r4 = a[4] + FOUR_P - b[4];
    carry(out, r0, r1, r2, r3, r4);
  }

  static void negate(long[] out, long[] a) {
    subtract(out, new long[LIMBS], a);
  }

  // A product of limbs is cut at bit 51 without a carry: the low part by a mask, the high part by
  // multiplying a * 2^6 with b * 2^7, whose upper 64 bits are a * b / 2^51.
  static void multiply(long[] out, long[] a, long[] b) {
    long a0 = a[0];
    long a1 = a[1];
    long a2 = a[2];
    long a3 = a[3];
    long a4 = a[4];
    long b0 = b[0];
    long b1 = b[1];
    long b2 = b[2];
    long b3 = b[3];
    long b4 = b[4];
    long p0 = a0 << 6;
    long p1 = a1 << 6;
    long p2 = a2 << 6;
    long p3 = a3 << 6;
    long p4 = a4 << 6;
    long q0 = b0 << 7;
    long q1 = b1 << 7;
    long q2 = b2 << 7;
    long q3 = b3 << 7;
    long q4 = b4 << 7;

    long low0 = low(a0, b0);
    long low1 = low(a0, b1) + low(a1, b0);
    long low2 = low(a0, b2) + low(a1, b1) + low(a2, b0);
    long low3 = low(a0, b3) + low(a1, b2) + low(a2, b1) + low(a3, b0);
    long low4 = low(a0, b4) + low(a1, b3) + low(a2, b2) + low(a3, b1) + low(a4, b0);
    long low5 = low(a1, b4) + low(a2, b3) + low(a3, b2) + low(a4, b1);
    long low6 = low(a2, b4) + low(a3, b3) + low(a4, b2);
    long low7 = low(a3, b4) + low(a4, b3);
    long low8 = low(a4, b4);

    long high0 = Math.multiplyHigh(p0, q0);
    long high1 = Math.multiplyHigh(p0, q1) + Math.multiplyHigh(p1, q0);
    long high2 = Math.multiplyHigh(p0, q2) + Math.multiplyHigh(p1, q1) + Math.multiplyHigh(p2, q0);
    long high3 =
        Math.multiplyHigh(p0, q3)
            + Math.multiplyHigh(p1, q2)
            + Math.multiplyHigh(p2, q1)
            + Math.multiplyHigh(p3, q0);
    long high4 =
        Math.multiplyHigh(p0, q4)
            + Math.multiplyHigh(p1, q3)
            + Math.multiplyHigh(p2, q2)
            + Math.multiplyHigh(p3, q1)
            + Math.multiplyHigh(p4, q0);
    long high5 =
        Math.multiplyHigh(p1, q4)
            + Math.multiplyHigh(p2, q3)
            + Math.multiplyHigh(p3, q2)
            + Math.multiplyHigh(p4, q1);
    long high6 = Math.multiplyHigh(p2, q4) + Math.multiplyHigh(p3, q3) + Math.multiplyHigh(p4, q2);
    long high7 = Math.multiplyHigh(p3, q4) + Math.multiplyHigh(p4, q3);
    long high8 = Math.multiplyHigh(p4, q4);

    carry(
        out,
        low0 + (19 * (low5 + high4)),
        low1 + high0 + (19 * (low6 + high5)),
        low2 + high1 + (19 * (low7 + high6)),
        low3 + high2 + (19 * (low8 + high7)),
        low4 + high3 + (19 * high8));
  }

  static void square(long[] out, long[] a) {
    long a0 = a[0];
    long a1 = a[1];
    long a2 = a[2];
    long a3 = a[3];
    long a4 = a[4];
    long p0 = a0 << 6;
    long p1 = a1 << 6;
    long p2 = a2 << 6;
    long p3 = a3 << 6;
    long p4 = a4 << 6;
    long q0 = a0 << 7;
    long q1 = a1 << 7;
    long q2 = a2 << 7;
    long q3 = a3 << 7;
    long q4 = a4 << 7;

    long low0 = low(a0, a0);
    long low1 = 2 * low(a0, a1);
    long low2 = (2 * low(a0, a2)) + low(a1, a1);
    long low3 = 2 * (low(a0, a3) + low(a1, a2));
    long low4 = (2 * (low(a0, a4) + low(a1, a3))) + low(a2, a2);
    long low5 = 2 * (low(a1, a4) + low(a2, a3));
    long low6 = (2 * low(a2, a4)) + low(a3, a3);
    long low7 = 2 * low(a3, a4);
    long low8 = low(a4, a4);

    long high0 = Math.multiplyHigh(p0, q0);
    long high1 = 2 * Math.multiplyHigh(p0, q1);
    long high2 = (2 * Math.multiplyHigh(p0, q2)) + Math.multiplyHigh(p1, q1);
    long high3 = 2 * (Math.multiplyHigh(p0, q3) + Math.multiplyHigh(p1, q2));
    long high4 =
        (2 * (Math.multiplyHigh(p0, q4) + Math.multiplyHigh(p1, q3))) + Math.multiplyHigh(p2, q2);
    long high5 = 2 * (Math.multiplyHigh(p1, q4) + Math.multiplyHigh(p2, q3));
    long high6 = (2 * Math.multiplyHigh(p2, q4)) + Math.multiplyHigh(p3, q3);
    long high7 = 2 * Math.multiplyHigh(p3, q4);
    long high8 = Math.multiplyHigh(p4, q4);

    carry(
        out,
        low0 + (19 * (low5 + high4)),
        low1 + high0 + (19 * (low6 + high5)),
        low2 + high1 + (19 * (low7 + high6)),
        low3 + high2 + (19 * (low8 + high7)),
        low4 + high3 + (19 * high8));
  }

  private static long low(long a, long b) {
    return (a * b) & MASK;
  }

  private static void carry(long[] out, long r0, long r1, long r2, long r3, long r4) {
    long s1 = r1 + (r0 >>> BITS);
    long s2 = r2 + (s1 >>> BITS);
    long s3 = r3 + (s2 >>> BITS);
    long s4 = r4 + (s3 >>> BITS);
    long s0 = (r0 & MASK) + (19 * (s4 >>> BITS));
    out[0] = s0 & MASK;
    out[1] = (s1 & MASK) + (s0 >>> BITS);
    out[2] = s2 & MASK;
    out[3] = s3 & MASK;
    out[4] = s4 & MASK;
  }

  private static void squareTimes(long[] out, long[] a, int times) {
    square(out, a);
    for (int i = 1; i < times; i++) {
      square(out, out);
    }
  }

  /** a^((p - 5) / 8) = a^(2^252 - 3), by a fixed chain. */
  static void powerForRoot(long[] out, long[] a) {
    long[] t = zero();
    long[] two = zero();
    square(two, a); // 2
    squareTimes(t, two, 2); // 8
    long[] nine = zero();
    multiply(nine, t, a); // 9
    long[] eleven = zero();
    multiply(eleven, nine, two); // 11
    square(t, eleven); // 22
    long[] five = zero();
    multiply(five, t, nine); // 2^5 - 1
    squareTimes(t, five, 5);
    long[] ten = zero();
    multiply(ten, t, five); // 2^10 - 1
    squareTimes(t, ten, 10);
    long[] twenty = zero();
    multiply(twenty, t, ten); // 2^20 - 1
    squareTimes(t, twenty, 20);
    multiply(t, t, twenty); // 2^40 - 1
    squareTimes(t, t, 10);
    long[] fifty = zero();
    multiply(fifty, t, ten); // 2^50 - 1
    squareTimes(t, fifty, 50);
    long[] hundred = zero();
    multiply(hundred, t, fifty); // 2^100 - 1
    squareTimes(t, hundred, 100);
    multiply(t, t, hundred); // 2^200 - 1
    squareTimes(t, t, 50);
    multiply(t, t, fifty); // 2^250 - 1
    squareTimes(t, t, 2);
    multiply(out, t, a); // 2^252 - 3
  }

  /** Little-endian bytes of the smallest representative. */
  static byte[] encode(long[] a) {
    long[] r = canonical(a);
    byte[] out = new byte[BYTES];
    write(out, 0, r[0] | (r[1] << 51));
    write(out, 8, (r[1] >>> 13) | (r[2] << 38));
    write(out, 16, (r[2] >>> 26) | (r[3] << 25));
    write(out, 24, (r[3] >>> 39) | (r[4] << 12));
    return out;
  }

  private static void write(byte[] out, int offset, long word) {
    for (int i = 0; i < 8; i++) {
      out[offset + i] = (byte) (word >>> (8 * i));
    }
  }

  private static long[] canonical(long[] a) {
    long[] r = new long[LIMBS];
    carry(r, a[0], a[1], a[2], a[3], a[4]);
    carry(r, r[0], r[1], r[2], r[3], r[4]);
    // Adding 19 carries out of bit 255 exactly when r is p or more.
    long q = (r[0] + 19) >>> BITS;
    q = (r[1] + q) >>> BITS;
    q = (r[2] + q) >>> BITS;
    q = (r[3] + q) >>> BITS;
    q = (r[4] + q) >>> BITS;
    r[0] += 19 * q;
    r[1] += r[0] >>> BITS;
    r[0] &= MASK;
    r[2] += r[1] >>> BITS;
    r[1] &= MASK;
    r[3] += r[2] >>> BITS;
    r[2] &= MASK;
    r[4] += r[3] >>> BITS;
    r[3] &= MASK;
    r[4] &= MASK;
    return r;
  }

  /** The low 255 bits of the bytes from {@code offset}; the highest bit is ignored. */
  static long[] decode(byte[] bytes, int offset) {
    long w0 = word(bytes, offset);
    long w1 = word(bytes, offset + 8);
    long w2 = word(bytes, offset + 16);
    long w3 = word(bytes, offset + 24);
    return new long[] {
      w0 & MASK,
      ((w0 >>> 51) | (w1 << 13)) & MASK,
      ((w1 >>> 38) | (w2 << 26)) & MASK,
      ((w2 >>> 25) | (w3 << 39)) & MASK,
      (w3 >>> 12) & MASK
    };
  }

  private static long word(byte[] bytes, int offset) {
    long word = 0;
    for (int i = 7; i >= 0; i--) {
      word = (word << 8) | (bytes[offset + i] & 0xff);
    }
    return word;
  }

  /** -1 when a is zero, else 0. */
  static long zeroMask(long[] a) {
    long[] r = canonical(a);
    long any = r[0] | r[1] | r[2] | r[3] | r[4];
    return ((any | -any) >> 63) ^ -1L;
  }

  /** -1 when a is negative in the sense of RFC 9496 (its canonical form is odd), else 0. */
  static long negativeMask(long[] a) {
    return -(canonical(a)[0] & 1);
  }

  static long equalMask(long[] a, long[] b) {
    long[] difference = new long[LIMBS];
    subtract(difference, a, b);
    return zeroMask(difference);
  }

  /** b where the mask is -1, a where it is 0. */
  static void select(long[] out, long[] a, long[] b, long mask) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] = a[i] ^ (mask & (a[i] ^ b[i]));
    }
  }

  static void negateIf(long[] out, long[] a, long mask) {
    long[] negative = new long[LIMBS];
    negate(negative, a);
    select(out, a, negative, mask);
  }

  static void absolute(long[] out, long[] a) {
    negateIf(out, a, negativeMask(a));
  }
}
