package org.entente.check.oprf;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** P256-SHA256 on Bouncy Castle. */
public final class P256 implements PrimeGroup {
  private static final int NUMBER_BYTES = 32;
  private static final int ELEMENT_BYTES = 33;
  private static final int HASH_BLOCK = 64;
  // RFC 9497, section 4.3: 48 bytes make the remainder's bias negligible.
  private static final int WIDE_BYTES = 48;
  private static final ECCurve CURVE = CustomNamedCurves.getByName("P-256").getCurve();
  private static final ECPoint GENERATOR = CustomNamedCurves.getByName("P-256").getG();
  private static final BigInteger ORDER = CURVE.getOrder();
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String identifier() {
    return "P256-SHA256";
  }

  @Override
  public String arithmetic() {
    return "Bouncy Castle";
  }

  @Override
  public String hash() {
    return "SHA-256";
  }

  @Override
  public int elementBytes() {
    return ELEMENT_BYTES;
  }

  @Override
  public byte[] hashToElement(byte[] message, byte[] tag) {
    return HashToEllipticCurve.getInstance(
            HashToCurveProfile.P256_XMD_SHA_256, new String(tag, StandardCharsets.ISO_8859_1))
        .hashToCurve(message)
        .getEncoded(true);
  }

  @Override
  public byte[] hashToNumber(byte[] message, byte[] tag) {
    byte[] wide = Expansion.of(hash(), HASH_BLOCK, message, tag, WIDE_BYTES);
    return encoded(new BigInteger(1, wide).mod(ORDER));
  }

  @Override
  public byte[] randomNumber() {
    return encoded(
        BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), RANDOM));
  }

  @Override
  public byte[] times(byte[] number, byte[] element) throws NotAnElement {
    ECPoint product = ECAlgorithms.multiplySecret(decoded(element), number(number));
    if (product.isInfinity()) {
      throw new NotAnElement();
    }
    return product.getEncoded(true);
  }

  @Override
  public byte[] timesGenerator(byte[] number) {
    return ECAlgorithms.multiplySecret(GENERATOR, number(number)).getEncoded(true);
  }

  @Override
  public byte[] inverse(byte[] number) {
    return encoded(BigIntegers.modOddInverse(ORDER, number(number)));
  }

  @Override
  public byte[] product(byte[] number, byte[] other) {
    return encoded(number(number).multiply(number(other)).mod(ORDER));
  }

  @Override
  public byte[] responding(byte[] random, byte[] challenge, byte[] key) {
    return encoded(number(random).subtract(number(challenge).multiply(number(key))).mod(ORDER));
  }

  @Override
  public byte[] combination(List<byte[]> numbers, List<byte[]> elements) throws NotAnElement {
    ECPoint[] points = new ECPoint[elements.size()];
    BigInteger[] factors = new BigInteger[numbers.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = decoded(elements.get(i));
      factors[i] = number(numbers.get(i));
    }
    return ECAlgorithms.sumOfMultiplies(points, factors).getEncoded(true);
  }

  private static ECPoint decoded(byte[] element) throws NotAnElement {
    if (element.length != ELEMENT_BYTES) {
      throw new NotAnElement();
    }
    try {
      ECPoint point = CURVE.decodePoint(element);
      if (point.isInfinity()) {
        throw new NotAnElement();
      }
      return point;
    } catch (IllegalArgumentException offTheCurve) {
      throw new NotAnElement();
    }
  }

  private static BigInteger number(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    if (bytes.length != NUMBER_BYTES || number.compareTo(ORDER) >= 0) {
      throw new IllegalArgumentException("a number below the order of the group is needed");
    }
    return number;
  }

  private static byte[] encoded(BigInteger number) {
    return BigIntegers.asUnsignedByteArray(NUMBER_BYTES, number);
  }

  @Override
  public byte[] generator() {
    return GENERATOR.getEncoded(true);
  }

  @Override
  public boolean isNumber(byte[] bytes) {
    return bytes.length == NUMBER_BYTES && new BigInteger(1, bytes).compareTo(ORDER) < 0;
  }

  @Override
  public boolean isZero(byte[] number) {
    return number(number).signum() == 0;
  }
}
