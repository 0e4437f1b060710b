package org.entente.ledger;

import java.math.BigInteger;
import java.util.List;

/**
 * Ed25519 public keys of small order, under which anybody can make signatures that verify, and keys
 * in a second spelling. A log that gave out such a key could later deny its own checkpoints.
 */
final class WeakKeys {
  /** The field's prime, 2^255 - 19 (RFC 8032 section 5.1). */
  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  private static final BigInteger ORDER_8 =
      new BigInteger(
          "2707385501144840649318225287225658788936804267575313519463743609750303402022");

  /** The y coordinates of the eight points whose order divides 8. */
  private static final List<BigInteger> SMALL_ORDER =
      List.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          PRIME.subtract(BigInteger.ONE),
          ORDER_8,
          PRIME.subtract(ORDER_8));

  private WeakKeys() {}

  static boolean contains(byte[] key) {
    byte[] bigEndian = new byte[key.length];
    for (int i = 0; i < key.length; i++) {
      bigEndian[i] = key[key.length - 1 - i];
    }
    BigInteger y = new BigInteger(1, bigEndian).clearBit(255);
    return y.compareTo(PRIME) >= 0 || SMALL_ORDER.contains(y);
  }
}
