package org.entente.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A SHA-256 value of 32 bytes. Immutable; safe to share between threads. Hashes of this module are
 * public values, so comparing them takes no care for timing.
 */
public final class Hash {
  /** Length in bytes. */
  public static final int BYTES = 32;

  private static final int HEX_CHARS = 2 * BYTES;
  private final byte[] value;

  private Hash(byte[] value) {
    this.value = value;
  }

  /**
   * Copies 32 bytes.
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Hash of(byte[] value) {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + value.length);
    }
    return new Hash(value.clone());
  }

  /** Takes over an array nobody else holds; spares a copy per tree node. */
  static Hash owning(byte[] digest) {
    return new Hash(digest);
  }

  /** Reads 64 lower-case hex digits; empty for anything else. */
  public static Optional<Hash> fromHex(String text) {
    if (text.length() != HEX_CHARS || !StrictText.isLowerHex(text)) {
      return Optional.empty();
    }
    return Optional.of(new Hash(HexFormat.of().parseHex(text)));
  }

  /**
   * Reads the standard Base64 of 32 bytes (RFC 4648 section 4, padded, canonical); empty for
   * anything else.
   */
  public static Optional<Hash> fromBase64(String text) {
    byte[] bytes = StrictText.base64(text);
    return bytes == null || bytes.length != BYTES ? Optional.empty() : Optional.of(new Hash(bytes));
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return value.clone();
  }

  /** The array itself, for hashing without a copy. */
  byte[] shared() {
    return value;
  }

  /** 64 lower-case hex digits. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** 44 characters of standard Base64. */
  public String base64() {
    return StrictText.toBase64(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(value, hash.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
