package org.entente.check.oprf;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.entente.check.ristretto.Combination;
import org.entente.check.ristretto.Point;
import org.entente.check.ristretto.Scalar;

/** ristretto255-SHA512 in plain Java. */
public final class PlainRistretto implements PrimeGroup {
  static final String IDENTIFIER = "ristretto255-SHA512";
  static final String HASH = "SHA-512";
  private static final int HASH_BLOCK = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String identifier() {
    return IDENTIFIER;
  }

  @Override
  public String arithmetic() {
    return "plain Java";
  }

  @Override
  public String hash() {
    return HASH;
  }

  @Override
  public int elementBytes() {
    return Point.BYTES;
  }

  static byte[] uniform(byte[] message, byte[] tag) {
    return Expansion.of(HASH, HASH_BLOCK, message, tag, Point.UNIFORM_BYTES);
  }

  @Override
  public byte[] hashToElement(byte[] message, byte[] tag) {
    return Point.fromUniform(uniform(message, tag)).encode();
  }

  @Override
  public byte[] hashToNumber(byte[] message, byte[] tag) {
    return Scalar.reduce(uniform(message, tag)).encode();
  }

  @Override
  public byte[] randomNumber() {
    while (true) {
      byte[] wide = new byte[2 * Scalar.BYTES];
      RANDOM.nextBytes(wide);
      Scalar number = Scalar.reduce(wide);
      if (!number.isZero()) {
        return number.encode();
      }
    }
  }

  @Override
  public byte[] times(byte[] number, byte[] element) throws NotAnElement {
    Point product = decoded(element).times(Scalar.decode(number));
    if (product.isIdentity()) {
      throw new NotAnElement();
    }
    return product.encode();
  }

  @Override
  public byte[] timesGenerator(byte[] number) {
    return Point.GENERATOR.times(Scalar.decode(number)).encode();
  }

  @Override
  public byte[] inverse(byte[] number) {
    return Scalar.decode(number).inverse().encode();
  }

  @Override
  public byte[] product(byte[] number, byte[] other) {
    return Scalar.decode(number).times(Scalar.decode(other)).encode();
  }

  @Override
  public byte[] responding(byte[] random, byte[] challenge, byte[] key) {
    return Scalar.decode(random).minus(Scalar.decode(challenge).times(Scalar.decode(key))).encode();
  }

  @Override
  public byte[] combination(List<byte[]> numbers, List<byte[]> elements) throws NotAnElement {
    List<Scalar> scalars = new ArrayList<>(numbers.size());
    for (byte[] number : numbers) {
      scalars.add(Scalar.decode(number));
    }
    List<Point> points = new ArrayList<>(elements.size());
    for (byte[] element : elements) {
      points.add(decoded(element));
    }
    return Combination.of(scalars, points).encode();
  }

  private static Point decoded(byte[] element) throws NotAnElement {
    return Point.decode(element).orElseThrow(NotAnElement::new);
  }

  @Override
  public byte[] generator() {
    return Point.GENERATOR.encode();
  }

  @Override
  public boolean isNumber(byte[] bytes) {
    try {
      Scalar.decode(bytes);
      return true;
    } catch (IllegalArgumentException tooLargeOrWrongLength) {
      return false;
    }
  }

  @Override
  public boolean isZero(byte[] number) {
    return Scalar.decode(number).isZero();
  }
}
