package org.entente.seal;

import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * The key of one attachment: 32 random bytes, carried to the recipient inside the sealed body of
 * the message it belongs to. Never prints.
 *
 * <p>Thread-safe until destroyed.
 */
public final class AttachmentKey implements Destroyable {
  /** Length of the raw key. */
  public static final int BYTES = Algorithms.KEY_BYTES;

  private final byte[] key;
  private volatile boolean destroyed;

  private AttachmentKey(byte[] key) {
    this.key = key;
  }

  /** A new random key; use each for one attachment. */
  public static AttachmentKey create() {
    return new AttachmentKey(Cryptography.randomBytes(BYTES));
  }

  /**
   * The key that came inside a message.
   *
   * @throws IllegalArgumentException unless there are exactly {@link #BYTES} bytes
   */
  public static AttachmentKey of(byte[] raw) {
    if (raw.length != BYTES) {
      throw new IllegalArgumentException("an attachment key has " + BYTES + " bytes");
    }
    return new AttachmentKey(raw.clone());
  }

  /** The raw key, to be put into a sealed body and nowhere else; a fresh array. */
  public byte[] raw() {
    if (destroyed) {
      throw new IllegalStateException("this key was destroyed");
    }
    return key.clone();
  }

  @Override
  public void destroy() {
    destroyed = true;
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public String toString() {
    return "AttachmentKey[…]";
  }
}
