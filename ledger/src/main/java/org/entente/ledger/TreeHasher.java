package org.entente.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;

/** The hashes of RFC 9162 section 2.1.1. Holds a digest, so one thread at a time. */
final class TreeHasher {
  private static final byte LEAF = 0x00;
  private static final byte INNER = 0x01;
  private final MessageDigest digest = sha256();

  /** An inner node's input in one piece: three small pieces take the digest twice as long. */
  private final byte[] pair = new byte[1 + 2 * Hash.BYTES];

  TreeHasher() {
    pair[0] = INNER;
  }

  Hash empty() {
    return Hash.owning(digest.digest());
  }

  Hash leaf(byte[] entry) {
    digest.update(LEAF);
    return Hash.owning(digest.digest(entry));
  }

  Hash inner(Hash left, Hash right) {
    System.arraycopy(left.shared(), 0, pair, 1, Hash.BYTES);
    System.arraycopy(right.shared(), 0, pair, 1 + Hash.BYTES, Hash.BYTES);
    return Hash.owning(digest.digest(pair));
  }

  /** The provider is named: another one registered first could be nine times slower. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256", "SUN");
    } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
      throw new IllegalStateException("every JDK has SHA-256 in its provider SUN", e);
    }
  }
}
