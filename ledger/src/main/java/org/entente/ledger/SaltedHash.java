package org.entente.ledger;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Binds an entry to content without telling the content: {@code SHA-256(salt || content)} with 16
 * random bytes of salt. Only {@link #hash} goes into the entry; the salt stays beside the content
 * and is destroyed with it, so that after an erasure nobody can test guesses against the log.
 * Immutable.
 *
 * @param salt 32 lower-case hex digits; as secret as the content
 * @param hash what the entry carries
 */
public record SaltedHash(String salt, Hash hash) {
  /** Length of the salt in bytes: too many values to try. */
  public static final int SALT_BYTES = 16;

  /** Refuses a salt of another length. */
  public SaltedHash {
    if (salt.length() != 2 * SALT_BYTES || !StrictText.isLowerHex(salt)) {
      throw new IllegalArgumentException("a salt is 16 bytes in lower-case hex");
    }
  }

  /**
   * Hashes content under a salt.
   *
   * @param salt 16 bytes from a secure random source, never used before
   */
  public static SaltedHash of(byte[] content, byte[] salt) {
    return new SaltedHash(HexFormat.of().formatHex(salt), digest(content, salt));
  }

  /** Whether this is the hash of this content. */
  public boolean matches(byte[] content) {
    return digest(content, HexFormat.of().parseHex(salt)).equals(hash);
  }

  private static Hash digest(byte[] content, byte[] salt) {
    MessageDigest sha256 = TreeHasher.sha256();
    sha256.update(salt);
    return Hash.owning(sha256.digest(content));
  }

  /** Without the salt. */
  @Override
  public String toString() {
    return "SaltedHash[" + hash + "]";
  }
}
