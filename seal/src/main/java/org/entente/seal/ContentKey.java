package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import javax.security.auth.Destroyable;

/**
 * The key of one message or attachment at rest. Whoever destroys every wrapped copy erases the
 * content, wherever its ciphertext still lies.
 *
 * <p><b>Guarantees.</b> Content changed or moved to another place (other associated data) is
 * refused.
 *
 * <p><b>Does not guarantee.</b> To hide the length of the content, or that an older content of the
 * same place is refused.
 *
 * <p>Thread-safe until destroyed.
 */
public final class ContentKey implements Destroyable {
  /** Largest content encrypted at once; larger content goes through {@link AttachmentSeal}. */
  public static final int MAX_PLAIN_BYTES = 16 * 1024 * 1024;

  private static final byte[] PURPOSE = "entente-1 content".getBytes(US_ASCII);
  private final AesGcm cipher;

  ContentKey(byte[] key) throws SealException {
    if (key.length != Algorithms.KEY_BYTES) {
      throw new SealException(SealException.Code.CHANGED);
    }
    this.cipher = new AesGcm(key);
  }

  private ContentKey(AesGcm cipher) {
    this.cipher = cipher;
  }

  /** A new random key. */
  public static ContentKey create() {
    return new ContentKey(new AesGcm(Cryptography.randomBytes(Algorithms.KEY_BYTES)));
  }

  /**
   * Encrypts content for storing.
   *
   * @param associatedData names the place of the content, such as table, column and row
   * @throws SealException {@link SealException.Code#TOO_LARGE} above {@link #MAX_PLAIN_BYTES}
   */
  public byte[] encrypt(byte[] plain, byte[] associatedData) throws SealException {
    if (plain.length > MAX_PLAIN_BYTES) {
      throw new SealException(SealException.Code.TOO_LARGE);
    }
    return cipher.encrypt(plain, PURPOSE, associatedData);
  }

  /**
   * @throws SealException {@link SealException.Code#CHANGED} if the bytes, the place or the key do
   *     not fit; {@link SealException.Code#UNKNOWN_VERSION} for a newer format; {@link
   *     SealException.Code#TOO_LARGE}
   */
  public byte[] decrypt(byte[] encrypted, byte[] associatedData) throws SealException {
    if (encrypted.length > MAX_PLAIN_BYTES + AesGcm.OVERHEAD_BYTES) {
      throw new SealException(SealException.Code.TOO_LARGE);
    }
    return cipher.decrypt(encrypted, PURPOSE, associatedData);
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
    return "ContentKey[…]";
  }
}
