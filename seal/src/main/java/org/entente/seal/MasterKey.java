package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * The node's key over all content keys. Kept in the identity file, never leaves this class in
 * clear.
 *
 * <p><b>Guarantees.</b> A wrapped key opens only under this master key and with the same associated
 * data, so that a wrapped key copied to another row is refused.
 *
 * <p><b>Does not guarantee.</b> That an older wrapped key of the same row is refused. Random nonces
 * allow about 2^32 keys.
 *
 * <p>Thread-safe until destroyed.
 */
public final class MasterKey implements Destroyable {
  private static final byte[] PURPOSE = "entente-1 key wrap".getBytes(US_ASCII);
  private final AesGcm cipher;

  MasterKey(byte[] key) {
    this.cipher = new AesGcm(key);
  }

  static MasterKey create() {
    return new MasterKey(Cryptography.randomBytes(Algorithms.KEY_BYTES));
  }

  /**
   * Wraps a content key for storing.
   *
   * @param associatedData names the place of the key, such as the row it belongs to
   * @return {@value AesGcm#OVERHEAD_BYTES} + 32 bytes
   */
  public byte[] wrap(ContentKey key, byte[] associatedData) {
    var raw = key.raw();
    try {
      return cipher.encrypt(raw, PURPOSE, associatedData);
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }

  /**
   * @throws SealException {@link SealException.Code#CHANGED} if the bytes, the place or the master
   *     key do not fit; {@link SealException.Code#UNKNOWN_VERSION} for a newer format
   */
  public ContentKey unwrap(byte[] wrapped, byte[] associatedData) throws SealException {
    return new ContentKey(cipher.decrypt(wrapped, PURPOSE, associatedData));
  }

  byte[] raw() {
    return cipher.raw();
  }

  @Override
  public void destroy() {
    cipher.destroy();
  }

  @Override
  public boolean isDestroyed() {
    return cipher.isDestroyed();
  }

  @Override
  public String toString() {
    return "MasterKey[…]";
  }
}
