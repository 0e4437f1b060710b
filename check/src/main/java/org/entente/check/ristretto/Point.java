package org.entente.check.ristretto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * An element of the group, as a point of the twisted Edwards curve in extended coordinates (Hisil,
 * Wong, Carter, Dawson 2008; x = X/Z, y = Y/Z, xy = T/Z). Immutable to its callers, safe for
 * threads. Equations of the encoding: RFC 9496, section 4.
 */
public final class Point {
  /** Length of an encoded element in bytes. */
  public static final int BYTES = Field.BYTES;

  /** Length of the uniform bytes from which an element is derived. */
  public static final int UNIFORM_BYTES = 64;

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  static final long[] D =
      limbs(BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P));
  static final long[] TWO_D = twice(D);
  // 2^((p-1)/4), the root of -1 that RFC 9496 names; even, hence non-negative.
  static final long[] ROOT_OF_MINUS_ONE =
      even(BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P));
  private static final BigInteger D_NUMBER = number(D);
  private static final long[] ONE_MINUS_D_SQUARED =
      limbs(BigInteger.ONE.subtract(D_NUMBER.multiply(D_NUMBER)).mod(P));
  private static final long[] D_MINUS_ONE_SQUARED =
      limbs(D_NUMBER.subtract(BigInteger.ONE).modPow(BigInteger.TWO, P));
  // sqrt(ad - 1) and 1/sqrt(a - d) with a = -1. The RFC fixes which of the two roots is meant.
  private static final long[] ROOT_AD_MINUS_ONE = rootOfAdMinusOne();
  private static final long[] INVERSE_ROOT_A_MINUS_D = inverseRootOfAMinusD();

  /** The neutral element. */
  public static final Point IDENTITY =
      new Point(Field.zero(), Field.copy(Field.ONE), Field.copy(Field.ONE), Field.zero());

  /** The generator of RFC 9496. */
  public static final Point GENERATOR = generator();

  final long[] x;
  final long[] y;
  final long[] z;
  final long[] t;

  Point(long[] x, long[] y, long[] z, long[] t) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.t = t;
  }

  /** The element that the 32 bytes encode, or nothing where they encode none canonically. */
  public static Optional<Point> decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    long[] s = Field.decode(bytes, 0);
    if (!MessageDigest.isEqual(Field.encode(s), bytes) || Field.negativeMask(s) != 0) {
      return Optional.empty();
    }
    long[] ss = Field.zero();
    Field.square(ss, s);
    long[] u1 = Field.zero();
    Field.subtract(u1, Field.ONE, ss);
    long[] u2 = Field.zero();
    Field.add(u2, Field.ONE, ss);
    long[] u2Squared = Field.zero();
    Field.square(u2Squared, u2);
    long[] v = Field.zero();
    Field.square(v, u1);
    Field.multiply(v, v, D);
    Field.negate(v, v);
    Field.subtract(v, v, u2Squared);
    long[] product = Field.zero();
    Field.multiply(product, v, u2Squared);
    long[] inverse = Field.zero();
    long wasSquare = rootOfRatio(inverse, Field.ONE, product);
    long[] denominatorX = Field.zero();
    Field.multiply(denominatorX, inverse, u2);
    long[] denominatorY = Field.zero();
    Field.multiply(denominatorY, inverse, denominatorX);
    Field.multiply(denominatorY, denominatorY, v);
    long[] x = Field.zero();
    Field.add(x, s, s);
    Field.multiply(x, x, denominatorX);
    Field.absolute(x, x);
    long[] y = Field.zero();
    Field.multiply(y, u1, denominatorY);
    long[] t = Field.zero();
    Field.multiply(t, x, y);
    if (wasSquare == 0 || Field.negativeMask(t) != 0 || Field.zeroMask(y) != 0) {
      return Optional.empty();
    }
    return Optional.of(new Point(x, y, Field.copy(Field.ONE), t));
  }

  /** The 32 bytes of the element. */
  public byte[] encode() {
    long[] u1 = Field.zero();
    long[] sum = Field.zero();
    Field.add(sum, z, y);
    Field.subtract(u1, z, y);
    Field.multiply(u1, sum, u1);
    long[] u2 = Field.zero();
    Field.multiply(u2, x, y);
    long[] product = Field.zero();
    Field.square(product, u2);
    Field.multiply(product, product, u1);
    long[] inverse = Field.zero();
    rootOfRatio(inverse, Field.ONE, product);
    long[] d1 = Field.zero();
    Field.multiply(d1, inverse, u1);
    long[] d2 = Field.zero();
    Field.multiply(d2, inverse, u2);
    long[] zInverse = Field.zero();
    Field.multiply(zInverse, d1, d2);
    Field.multiply(zInverse, zInverse, t);
    long[] ix = Field.zero();
    Field.multiply(ix, x, ROOT_OF_MINUS_ONE);
    long[] iy = Field.zero();
    Field.multiply(iy, y, ROOT_OF_MINUS_ONE);
    long[] enchanted = Field.zero();
    Field.multiply(enchanted, d1, INVERSE_ROOT_A_MINUS_D);
    long[] tz = Field.zero();
    Field.multiply(tz, t, zInverse);
    long rotate = Field.negativeMask(tz);
    long[] ex = Field.zero();
    Field.select(ex, x, iy, rotate);
    long[] ey = Field.zero();
    Field.select(ey, y, ix, rotate);
    long[] denominator = Field.zero();
    Field.select(denominator, d2, enchanted, rotate);
    long[] xz = Field.zero();
    Field.multiply(xz, ex, zInverse);
    Field.negateIf(ey, ey, Field.negativeMask(xz));
    long[] s = Field.zero();
    Field.subtract(s, z, ey);
    Field.multiply(s, s, denominator);
    Field.absolute(s, s);
    return Field.encode(s);
  }

  /**
   * The element derived from 64 uniform bytes (RFC 9496, section 4.3.4).
   *
   * @throws IllegalArgumentException where they are not 64
   */
  public static Point fromUniform(byte[] bytes) {
    if (bytes.length != UNIFORM_BYTES) {
      throw new IllegalArgumentException("64 uniform bytes are needed");
    }
    Point first = map(Field.decode(bytes, 0));
    return first.plus(map(Field.decode(bytes, Field.BYTES)));
  }

  private static Point map(long[] t) {
    long[] r = Field.zero();
    Field.square(r, t);
    Field.multiply(r, r, ROOT_OF_MINUS_ONE);
    long[] u = Field.zero();
    Field.add(u, r, Field.ONE);
    Field.multiply(u, u, ONE_MINUS_D_SQUARED);
    long[] minusOne = Field.zero();
    Field.negate(minusOne, Field.ONE);
    long[] rd = Field.zero();
    Field.multiply(rd, r, D);
    long[] v = Field.zero();
    Field.subtract(v, minusOne, rd);
    long[] rPlusD = Field.zero();
    Field.add(rPlusD, r, D);
    Field.multiply(v, v, rPlusD);
    long[] s = Field.zero();
    long wasSquare = rootOfRatio(s, u, v);
    long[] other = Field.zero();
    Field.multiply(other, s, t);
    Field.absolute(other, other);
    Field.negate(other, other);
    Field.select(s, other, s, wasSquare);
    long[] c = Field.zero();
    Field.select(c, r, minusOne, wasSquare);
    long[] n = Field.zero();
    Field.subtract(n, r, Field.ONE);
    Field.multiply(n, n, c);
    Field.multiply(n, n, D_MINUS_ONE_SQUARED);
    Field.subtract(n, n, v);
    long[] w0 = Field.zero();
    Field.add(w0, s, s);
    Field.multiply(w0, w0, v);
    long[] w1 = Field.zero();
    Field.multiply(w1, n, ROOT_AD_MINUS_ONE);
    long[] ss = Field.zero();
    Field.square(ss, s);
    long[] w2 = Field.zero();
    Field.subtract(w2, Field.ONE, ss);
    long[] w3 = Field.zero();
    Field.add(w3, Field.ONE, ss);
    return product(w0, w1, w2, w3);
  }

  private static Point product(long[] w0, long[] w1, long[] w2, long[] w3) {
    long[] x = Field.zero();
    Field.multiply(x, w0, w3);
    long[] y = Field.zero();
    Field.multiply(y, w2, w1);
    long[] z = Field.zero();
    Field.multiply(z, w1, w3);
    long[] t = Field.zero();
    Field.multiply(t, w0, w2);
    return new Point(x, y, z, t);
  }

  /** The sum; complete, so one formula serves doubling and the neutral element too. */
  public Point plus(Point other) {
    Sum sum = new Sum(this);
    sum.add(new Addend(other));
    return sum.point();
  }

  /** The inverse element. */
  public Point negated() {
    long[] nx = Field.zero();
    Field.negate(nx, x);
    long[] nt = Field.zero();
    Field.negate(nt, t);
    return new Point(nx, Field.copy(y), Field.copy(z), nt);
  }

  /**
   * This element times a secret number below the group's order: signed windows of four bits, the
   * table read whole each time.
   */
  public Point times(Scalar secret) {
    Addend[] table = new Addend[8];
    Sum multiple = new Sum(this);
    Addend one = new Addend(this);
    table[0] = one;
    for (int i = 1; i < table.length; i++) {
      multiple.add(one);
      table[i] = new Addend(multiple.point());
    }
    byte[] digits = secret.signedNibbles();
    Sum result = new Sum(IDENTITY);
    Addend chosen = new Addend(IDENTITY);
    for (int i = digits.length - 1; i >= 0; i--) {
      result.doubled(4);
      chosen.choose(table, digits[i]);
      result.add(chosen);
    }
    Arrays.fill(digits, (byte) 0);
    return result.point();
  }

  /** Whether both are the same element of the group, in constant time. */
  public boolean same(Point other) {
    long[] a = Field.zero();
    long[] b = Field.zero();
    Field.multiply(a, x, other.y);
    Field.multiply(b, y, other.x);
    long equal = Field.equalMask(a, b);
    Field.multiply(a, y, other.y);
    Field.multiply(b, x, other.x);
    return (equal | Field.equalMask(a, b)) != 0;
  }

  /** Whether this is the neutral element. */
  public boolean isIdentity() {
    return same(IDENTITY);
  }

  /**
   * Writes the non-negative root of u/v, or of i·u/v where u/v is no square (SQRT_RATIO_M1 of RFC
   * 9496), and gives -1 where it is one, else 0.
   */
  private static long rootOfRatio(long[] out, long[] u, long[] v) {
    long[] v3 = Field.zero();
    Field.square(v3, v);
    Field.multiply(v3, v3, v);
    long[] v7 = Field.zero();
    Field.square(v7, v3);
    Field.multiply(v7, v7, v);
    long[] r = Field.zero();
    Field.multiply(r, u, v7);
    Field.powerForRoot(r, r);
    Field.multiply(r, r, v3);
    Field.multiply(r, r, u);
    long[] check = Field.zero();
    Field.square(check, r);
    Field.multiply(check, check, v);
    long[] minusU = Field.zero();
    Field.negate(minusU, u);
    long[] minusUi = Field.zero();
    Field.multiply(minusUi, minusU, ROOT_OF_MINUS_ONE);
    long correct = Field.equalMask(check, u);
    long flipped = Field.equalMask(check, minusU);
    long flippedI = Field.equalMask(check, minusUi);
    long[] turned = Field.zero();
    Field.multiply(turned, r, ROOT_OF_MINUS_ONE);
    Field.select(r, r, turned, flipped | flippedI);
    Field.absolute(out, r);
    return correct | flipped;
  }

  private static Point generator() {
    // RFC 8032: y = 4/5, x even.
    BigInteger y = BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P);
    BigInteger yy = y.multiply(y);
    BigInteger ratio =
        yy.subtract(BigInteger.ONE)
            .multiply(D_NUMBER.multiply(yy).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    long[] x = Field.zero();
    rootOfRatio(x, limbs(ratio), Field.ONE);
    long[] yLimbs = limbs(y);
    long[] t = Field.zero();
    Field.multiply(t, x, yLimbs);
    return new Point(x, yLimbs, Field.copy(Field.ONE), t);
  }

  // RFC 9496, section 4.1 prints this root as an odd number.
  private static long[] rootOfAdMinusOne() {
    long[] root = Field.zero();
    rootOfRatio(root, limbs(D_NUMBER.negate().subtract(BigInteger.ONE).mod(P)), Field.ONE);
    Field.negate(root, root);
    return limbs(number(root));
  }

  private static long[] inverseRootOfAMinusD() {
    long[] root = Field.zero();
    long[] aMinusD = limbs(BigInteger.ONE.negate().subtract(D_NUMBER).mod(P));
    rootOfRatio(root, Field.ONE, aMinusD);
    return limbs(number(root));
  }

  private static long[] twice(long[] a) {
    return limbs(number(a).shiftLeft(1).mod(P));
  }

  private static long[] even(BigInteger root) {
    return limbs(root.testBit(0) ? P.subtract(root) : root);
  }

  static long[] limbs(BigInteger number) {
    byte[] big = number.toByteArray();
    byte[] little = new byte[Field.BYTES];
    for (int i = 0; i < big.length && i < little.length; i++) {
      little[i] = big[big.length - 1 - i];
    }
    return Field.decode(little, 0);
  }

  static BigInteger number(long[] limbs) {
    byte[] little = Field.encode(limbs);
    byte[] big = new byte[little.length];
    for (int i = 0; i < little.length; i++) {
      big[i] = little[little.length - 1 - i];
    }
    return new BigInteger(1, big);
  }
}
