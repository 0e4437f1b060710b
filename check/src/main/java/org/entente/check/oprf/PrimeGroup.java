package org.entente.check.oprf;

import java.util.List;

/**
 * A group of prime order with its hash functions (RFC 9497, sections 2.1 and 4). Elements and
 * numbers are their encodings; numbers given to {@link #times}, {@link #timesGenerator}, {@link
 * #inverse}, {@link #product} and {@link #responding} may be secret. Safe for threads.
 */
public sealed interface PrimeGroup permits PlainRistretto, SodiumRistretto, P256 {
  /** The suite's name in RFC 9497. */
  String identifier();

  /** The arithmetic behind it, for people to read. */
  String arithmetic();

  /** The JCA name of the suite's hash. */
  String hash();

  int elementBytes();

  /** The element that the message is hashed to, under a domain separation tag. */
  byte[] hashToElement(byte[] message, byte[] tag);

  byte[] hashToNumber(byte[] message, byte[] tag);

  /** A number other than zero, uniform. */
  byte[] randomNumber();

  /**
   * The element times a number.
   *
   * @throws NotAnElement where the bytes encode none, or the product is the neutral element
   */
  byte[] times(byte[] number, byte[] element) throws NotAnElement;

  byte[] timesGenerator(byte[] number);

  byte[] inverse(byte[] number);

  /** The product of two numbers. */
  byte[] product(byte[] number, byte[] other);

  /** random - challenge · key. */
  byte[] responding(byte[] random, byte[] challenge, byte[] key);

  /**
   * The sum of public numbers times elements; takes longer for some numbers than for others.
   *
   * @throws NotAnElement where one of the elements is none
   */
  byte[] combination(List<byte[]> numbers, List<byte[]> elements) throws NotAnElement;

  byte[] generator();

  /** Whether the bytes encode a number below the order. */
  boolean isNumber(byte[] bytes);

  boolean isZero(byte[] number);
}
