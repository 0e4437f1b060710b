package org.entente.subject.numbers;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.entente.subject.CheckDigit;

/** The checksums of addresses written in base 58. */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

  private static final BigInteger BASE = BigInteger.valueOf(58);

  private static final int CHECKSUM_BYTES = 4;

  /** Monero writes blocks of eight bytes as eleven digits each. */
  private static final int BLOCK_DIGITS = 11;

  private static final int BLOCK_BYTES = 8;

  /** How many bytes a last block of so many digits holds; -1 where there is no such block. */
  private static final int[] LAST_BYTES = {0, -1, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8};

  private Base58() {}

  static CheckDigit check(String address) {
    return checked(decoded(address, ALPHABET));
  }

  static CheckDigit rippleCheck(String address) {
    return checked(decoded(address, RIPPLE));
  }

  private static CheckDigit checked(Optional<byte[]> bytes) {
    if (bytes.isEmpty() || bytes.get().length < 25) {
      return CheckDigit.FAILS;
    }
    byte[] payload = Arrays.copyOf(bytes.get(), bytes.get().length - CHECKSUM_BYTES);
    byte[] digest = sha256(sha256(payload));
    return endsWith(bytes.get(), digest);
  }

  private static CheckDigit endsWith(byte[] whole, byte[] digest) {
    boolean holds =
        Arrays.equals(
            whole, whole.length - CHECKSUM_BYTES, whole.length, digest, 0, CHECKSUM_BYTES);
    return holds ? CheckDigit.HOLDS : CheckDigit.FAILS;
  }

  static CheckDigit moneroCheck(String address) {
    int last = LAST_BYTES[address.length() % BLOCK_DIGITS];
    if (last < 0) {
      return CheckDigit.FAILS;
    }
    byte[] whole = new byte[address.length() / BLOCK_DIGITS * BLOCK_BYTES + last];
    int at = 0;
    for (int from = 0; from < address.length(); from += BLOCK_DIGITS) {
      int to = Math.min(address.length(), from + BLOCK_DIGITS);
      int bytes = to - from == BLOCK_DIGITS ? BLOCK_BYTES : last;
      BigInteger value = value(address.substring(from, to), ALPHABET);
      if (value.signum() < 0 || value.bitLength() > bytes * 8) {
        return CheckDigit.FAILS;
      }
      byte[] block = value.toByteArray();
      for (int i = 0; i < Math.min(bytes, block.length); i++) {
        whole[at + bytes - 1 - i] = block[block.length - 1 - i];
      }
      at += bytes;
    }
    return endsWith(whole, keccak256(Arrays.copyOf(whole, whole.length - CHECKSUM_BYTES)));
  }

  private static Optional<byte[]> decoded(String address, String alphabet) {
    BigInteger value = value(address, alphabet);
    if (value.signum() < 0) {
      return Optional.empty();
    }
    int zeros = 0;
    while (zeros < address.length() && address.charAt(zeros) == alphabet.charAt(0)) {
      zeros++;
    }
    byte[] number = value.signum() == 0 ? new byte[0] : value.toByteArray();
    int sign = number.length > 0 && number[0] == 0 ? 1 : 0;
    byte[] whole = new byte[zeros + number.length - sign];
    System.arraycopy(number, sign, whole, zeros, number.length - sign);
    return Optional.of(whole);
  }

  /** The number that the digits write; -1 where one is no digit. */
  private static BigInteger value(String digits, String alphabet) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < digits.length(); i++) {
      int digit = alphabet.indexOf(digits.charAt(i));
      if (digit < 0) {
        return BigInteger.ONE.negate();
      }
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    return value;
  }

  private static byte[] sha256(byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  static byte[] keccak256(byte[] bytes) {
    KeccakDigest digest = new KeccakDigest(256);
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }
}
