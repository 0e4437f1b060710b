package org.entente.check.oprf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** RFC 9497, mode VOPRF, on one group. Safe for threads. */
public final class Voprf {
  /** How many elements one proof covers at most: their place is counted in two bytes. */
  public static final int MOST_ELEMENTS = 65_535;

  /** How long an input may be, in bytes: its length stands in two bytes. */
  public static final int LONGEST_INPUT = 65_535;

  private static final int MODE = 1;

  private final PrimeGroup group;
  private final byte[] context;

  /** The first suite, ristretto255-SHA512: on libsodium where it loads, else in plain Java. */
  public static Voprf shipped() {
    return Shipped.VOPRF;
  }

  private static final class Shipped {
    static final Voprf VOPRF =
        new Voprf(
            SodiumRistretto.load().<PrimeGroup>map(group -> group).orElseGet(PlainRistretto::new));
  }

  /** The group it computes in. */
  public PrimeGroup group() {
    return group;
  }

  public Voprf(PrimeGroup group) {
    this.group = group;
    this.context =
        joined(ascii("OPRFV1-"), new byte[] {MODE}, ascii("-"), ascii(group.identifier()));
  }

  /**
   * The key that seed and purpose give (section 3.2.1), always the same.
   *
   * @param seed 32 secret bytes
   * @throws IllegalArgumentException where the seed has another length or the purpose is too long
   */
  public SecretKey key(byte[] seed, byte[] purpose) {
    if (seed.length != 32 || purpose.length > LONGEST_INPUT) {
      throw new IllegalArgumentException("a seed of 32 bytes and a purpose are needed");
    }
    byte[] input = joined(seed, counted(purpose));
    for (int counter = 0; counter < 256; counter++) {
      byte[] number =
          group.hashToNumber(joined(input, new byte[] {(byte) counter}), tag("DeriveKeyPair"));
      if (!group.isZero(number)) {
        return new SecretKey(number, group.timesGenerator(number));
      }
    }
    throw new IllegalStateException("no key comes of this seed");
  }

  /** A new blind for one element of one question. */
  public byte[] blind() {
    return group.randomNumber();
  }

  /**
   * The input under a blind: a uniform element to whoever does not know the blind.
   *
   * @throws NotAnElement where the input hashes to the neutral element, which nobody can find
   */
  public byte[] blinded(byte[] input, byte[] blind) throws NotAnElement {
    return group.times(blind, group.hashToElement(input, tag("HashToGroup-")));
  }

  /**
   * Many inputs, each under its own blind; on all cores.
   *
   * @throws NotAnElement as {@link #blinded(byte[], byte[])}
   */
  public List<byte[]> blinded(List<byte[]> inputs, List<byte[]> blinds) throws NotAnElement {
    return each(inputs.size(), i -> blinded(inputs.get(i), blinds.get(i)));
  }

  /**
   * The owner's answer to one blinded element.
   *
   * @throws NotAnElement where it is none
   */
  public byte[] evaluated(SecretKey key, byte[] blinded) throws NotAnElement {
    return group.times(key.number(), blinded);
  }

  /**
   * The owner's answers to many; on all cores.
   *
   * @throws NotAnElement where one of them is none
   */
  public List<byte[]> evaluated(SecretKey key, List<byte[]> blinded) throws NotAnElement {
    return each(blinded.size(), i -> evaluated(key, blinded.get(i)));
  }

  /** The output, as only the key's owner can compute it without a question. */
  public byte[] direct(SecretKey key, byte[] input) throws NotAnElement {
    return output(
        input, group.times(key.number(), group.hashToElement(input, tag("HashToGroup-"))));
  }

  /** The output, from the owner's answer. Verify the proof first. */
  public byte[] finished(byte[] input, byte[] blind, byte[] evaluated) throws NotAnElement {
    return unblinded(input, group.inverse(blind), evaluated);
  }

  /** The output, from the owner's answer and the inverse of the blind. Verify the proof first. */
  public byte[] unblinded(byte[] input, byte[] inverse, byte[] evaluated) throws NotAnElement {
    return output(input, group.times(inverse, evaluated));
  }

  /**
   * Many outputs; on all cores. Verify the proof first.
   *
   * @throws NotAnElement where one of the evaluations is none
   */
  public List<byte[]> unblinded(List<byte[]> inputs, List<byte[]> inverses, List<byte[]> evaluated)
      throws NotAnElement {
    return each(inputs.size(), i -> unblinded(inputs.get(i), inverses.get(i), evaluated.get(i)));
  }

  private interface Step {
    byte[] at(int i) throws NotAnElement;
  }

  private static List<byte[]> each(int count, Step step) throws NotAnElement {
    byte[][] all = new byte[count][];
    AtomicBoolean hostile = new AtomicBoolean();
    IntStream.range(0, count)
        .parallel()
        .forEach(i -> {
          try {
            all[i] = step.at(i);
          } catch (NotAnElement e) {
            hostile.set(true);
          }
        });
    if (hostile.get()) {
      throw new NotAnElement();
    }
    return List.of(all);
  }

  /**
   * The inverses of blinds, all for the price of one and three products each (Montgomery 1987).
   *
   * @param blinds none of them zero, as {@link #blind} gives them
   */
  public List<byte[]> inverses(List<byte[]> blinds) {
    byte[][] inverses = new byte[blinds.size()][];
    if (inverses.length == 0) {
      return List.of();
    }
    byte[][] products = new byte[inverses.length][];
    products[0] = blinds.getFirst().clone();
    for (int i = 1; i < products.length; i++) {
      products[i] = group.product(products[i - 1], blinds.get(i));
    }
    byte[] rest = group.inverse(products[products.length - 1]);
    for (int i = inverses.length - 1; i > 0; i--) {
      inverses[i] = group.product(rest, products[i - 1]);
      byte[] less = group.product(rest, blinds.get(i));
      Arrays.fill(rest, (byte) 0);
      rest = less;
    }
    inverses[0] = rest;
    for (byte[] product : products) {
      Arrays.fill(product, (byte) 0);
    }
    return List.of(inverses);
  }

  private byte[] output(byte[] input, byte[] element) {
    return Expansion.digest(group.hash())
        .digest(joined(counted(input), counted(element), ascii("Finalize")));
  }

  /**
   * Proves that the key made all evaluations.
   *
   * @throws NotAnElement where one of the blinded is none
   * @throws IllegalArgumentException for none or too many elements, or lists of different length
   */
  public Proof proof(SecretKey key, List<byte[]> blinded, List<byte[]> evaluated)
      throws NotAnElement {
    return proof(key, blinded, evaluated, group.randomNumber());
  }

  Proof proof(SecretKey key, List<byte[]> blinded, List<byte[]> evaluated, byte[] random)
      throws NotAnElement {
    List<byte[]> factors = factors(key.publicKey(), blinded, evaluated);
    byte[] sum = group.combination(factors, blinded);
    byte[] challenge =
        challenge(
            key.publicKey(),
            sum,
            group.times(key.number(), sum),
            group.timesGenerator(random),
            group.times(random, sum));
    return new Proof(challenge, group.responding(random, challenge, key.number()));
  }

  /** Whether the key behind the commitment made all evaluations. */
  public boolean proves(
      byte[] publicKey, List<byte[]> blinded, List<byte[]> evaluated, Proof proof) {
    byte[] c = proof.challenge();
    byte[] s = proof.response();
    if (!group.isNumber(c)
        || !group.isNumber(s)
        || blinded.isEmpty()
        || blinded.size() != evaluated.size()
        || blinded.size() > MOST_ELEMENTS) {
      return false;
    }
    try {
      List<byte[]> factors = factors(publicKey, blinded, evaluated);
      List<List<byte[]>> sides = List.of(blinded, evaluated);
      List<byte[]> sums = each(2, i -> group.combination(factors, sides.get(i)));
      List<List<byte[]>> pairs = List.of(List.of(group.generator(), publicKey), sums);
      List<byte[]> commitments = each(2, i -> group.combination(List.of(s, c), pairs.get(i)));
      byte[] expected =
          challenge(publicKey, sums.get(0), sums.get(1), commitments.get(0), commitments.get(1));
      return MessageDigest.isEqual(expected, c);
    } catch (NotAnElement hostile) {
      return false;
    }
  }

  private List<byte[]> factors(byte[] publicKey, List<byte[]> blinded, List<byte[]> evaluated) {
    int count = blinded.size();
    if (count == 0 || count != evaluated.size() || count > MOST_ELEMENTS) {
      throw new IllegalArgumentException("one to 65,535 elements and their evaluations are needed");
    }
    byte[] seed =
        Expansion.digest(group.hash()).digest(joined(counted(publicKey), counted(tag("Seed-"))));
    List<byte[]> factors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      factors.add(
          group.hashToNumber(
              joined(
                  counted(seed),
                  twoBytes(i),
                  counted(blinded.get(i)),
                  counted(evaluated.get(i)),
                  ascii("Composite")),
              tag("HashToScalar-")));
    }
    return factors;
  }

  private byte[] challenge(byte[] publicKey, byte[] a0, byte[] a1, byte[] a2, byte[] a3) {
    return group.hashToNumber(
        joined(
            counted(publicKey),
            counted(a0),
            counted(a1),
            counted(a2),
            counted(a3),
            ascii("Challenge")),
        tag("HashToScalar-"));
  }

  private byte[] tag(String name) {
    return joined(ascii(name), context);
  }

  private static byte[] counted(byte[] bytes) {
    return joined(twoBytes(bytes.length), bytes);
  }

  private static byte[] twoBytes(int number) {
    return new byte[] {(byte) (number >>> 8), (byte) number};
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
