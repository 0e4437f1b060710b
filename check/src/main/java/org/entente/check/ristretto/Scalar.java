package org.entente.check.ristretto;

import java.math.BigInteger;
import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * A number modulo the group's order l = 2^252 + 27742317777372353535851937790883648493, in eight
 * limbs of 32 bits. Arithmetic takes the same steps whatever the numbers (Montgomery 1985). May be
 * secret: it is never printed and can be destroyed.
 */
public final class Scalar implements Destroyable {
  /** Length of an encoded number in bytes. */
  public static final int BYTES = 32;

  private static final int LIMBS = 8;
  private static final long WORD = 0xffffffffL;

  /** The order of the group. */
  public static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final BigInteger RADIX = BigInteger.TWO.pow(32 * LIMBS);
  private static final long[] L = limbs(ORDER);
  private static final long MINUS_INVERSE =
      BigInteger.TWO.pow(32).subtract(ORDER.modInverse(BigInteger.TWO.pow(32))).longValue();
  private static final long[] R2 = limbs(RADIX.modPow(BigInteger.TWO, ORDER));
  private static final long[] R3 = limbs(RADIX.modPow(BigInteger.valueOf(3), ORDER));
  private static final long[] UNIT = limbs(BigInteger.ONE);

  private final long[] limbs;
  private boolean destroyed;

  private Scalar(long[] limbs) {
    this.limbs = limbs;
  }

  /**
   * The 64 little-endian bytes modulo the order.
   *
   * @throws IllegalArgumentException where they are not 64
   */
  public static Scalar reduce(byte[] wide) {
    if (wide.length != 2 * BYTES) {
      throw new IllegalArgumentException("64 bytes are needed");
    }
    long[] low = montgomery(words(wide, 0), R2);
    long[] high = montgomery(words(wide, BYTES), R3);
    long[] sum = new long[LIMBS];
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      carry += low[i] + high[i];
      sum[i] = carry & WORD;
      carry >>>= 32;
    }
    return new Scalar(montgomery(sum, UNIT));
  }

  /**
   * The number that 32 little-endian bytes hold.
   *
   * @throws IllegalArgumentException where they are not 32 or not below the order
   */
  public static Scalar decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("32 bytes are needed");
    }
    long[] words = words(bytes, 0);
    if (borrow(words) == 0) {
      throw new IllegalArgumentException("a number below the order of the group is needed");
    }
    return new Scalar(words);
  }

  /** 32 little-endian bytes. */
  public byte[] encode() {
    byte[] out = new byte[BYTES];
    for (int i = 0; i < LIMBS; i++) {
      for (int j = 0; j < 4; j++) {
        out[(4 * i) + j] = (byte) (limbs[i] >>> (8 * j));
      }
    }
    return out;
  }

  /** The product. */
  public Scalar times(Scalar other) {
    return new Scalar(montgomery(montgomery(limbs, R2), other.limbs));
  }

  /** The difference. */
  public Scalar minus(Scalar other) {
    long[] out = new long[LIMBS];
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      carry += limbs[i] - other.limbs[i];
      out[i] = carry & WORD;
      carry >>= 32;
    }
    long mask = carry;
    carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      carry += out[i] + (L[i] & mask);
      out[i] = carry & WORD;
      carry >>>= 32;
    }
    return new Scalar(out);
  }

  /** The inverse, by Fermat's theorem with its public exponent; zero for zero. */
  public Scalar inverse() {
    long[] base = montgomery(limbs, R2);
    long[] power = montgomery(UNIT, R2);
    BigInteger exponent = ORDER.subtract(BigInteger.TWO);
    for (int bit = exponent.bitLength() - 1; bit >= 0; bit--) {
      power = montgomery(power, power);
      if (exponent.testBit(bit)) {
        power = montgomery(power, base);
      }
    }
    return new Scalar(montgomery(power, UNIT));
  }

  /** Whether this is zero. */
  public boolean isZero() {
    long any = 0;
    for (long limb : limbs) {
      any |= limb;
    }
    return any == 0;
  }

  // Digits from -8 to 8, lowest first, whose sum by powers of sixteen is this number.
  byte[] signedNibbles() {
    byte[] digits = new byte[(2 * BYTES) + 1];
    int carry = 0;
    for (int i = 0; i < 2 * BYTES; i++) {
      int digit = (int) ((limbs[i >>> 3] >>> (4 * (i & 7))) & 15) + carry;
      carry = (digit + 8) >>> 4;
      digits[i] = (byte) (digit - (carry << 4));
    }
    digits[2 * BYTES] = (byte) carry;
    return digits;
  }

  // a · b / 2^256 modulo l, below l, for a below 2^256 and b below l.
  private static long[] montgomery(long[] a, long[] b) {
    long[] t = new long[LIMBS + 2];
    for (int i = 0; i < LIMBS; i++) {
      long carry = 0;
      for (int j = 0; j < LIMBS; j++) {
        carry += t[j] + (a[i] * b[j]);
        t[j] = carry & WORD;
        carry >>>= 32;
      }
      carry += t[LIMBS];
      t[LIMBS] = carry & WORD;
      t[LIMBS + 1] = carry >>> 32;
      long m = (t[0] * MINUS_INVERSE) & WORD;
      carry = (t[0] + (m * L[0])) >>> 32;
      for (int j = 1; j < LIMBS; j++) {
        carry += t[j] + (m * L[j]);
        t[j - 1] = carry & WORD;
        carry >>>= 32;
      }
      carry += t[LIMBS];
      t[LIMBS - 1] = carry & WORD;
      t[LIMBS] = t[LIMBS + 1] + (carry >>> 32);
    }
    long[] out = Arrays.copyOf(t, LIMBS);
    long keep = borrow(out);
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      carry += out[i] - (L[i] & ~keep);
      out[i] = carry & WORD;
      carry >>= 32;
    }
    return out;
  }

  // -1 where the number is below l, else 0.
  private static long borrow(long[] a) {
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      carry = (carry + a[i] - L[i]) >> 32;
    }
    return carry;
  }

  private static long[] words(byte[] bytes, int offset) {
    long[] out = new long[LIMBS];
    for (int i = 0; i < BYTES; i++) {
      out[i >>> 2] |= (bytes[offset + i] & 0xffL) << (8 * (i & 3));
    }
    return out;
  }

  private static long[] limbs(BigInteger number) {
    long[] out = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      out[i] = number.shiftRight(32 * i).longValue() & WORD;
    }
    return out;
  }

  @Override
  public void destroy() {
    Arrays.fill(limbs, 0);
    destroyed = true;
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public String toString() {
    return "a number modulo the group's order";
  }
}
