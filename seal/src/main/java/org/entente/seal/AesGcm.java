package org.entente.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM of the JDK in one shot: {@code version (1) | nonce (12) | ciphertext | tag (16)}. The
 * associated data is {@code length of purpose (4) | purpose | caller's data}: no two uses of a key
 * can be mixed up.
 */
final class AesGcm {
  static final byte VERSION = 1;
  static final int OVERHEAD_BYTES = 1 + Algorithms.NONCE_BYTES + Algorithms.TAG_BITS / 8;

  private final byte[] key;
  private volatile boolean destroyed;

  /** Takes the array over. */
  AesGcm(byte[] key) {
    if (key.length != Algorithms.KEY_BYTES) {
      throw new IllegalArgumentException("an AES-256 key has 32 bytes");
    }
    this.key = key;
  }

  byte[] encrypt(byte[] plain, byte[] purpose, byte[] associatedData) {
    try {
      var nonce = Cryptography.randomBytes(Algorithms.NONCE_BYTES);
      var out = new byte[plain.length + OVERHEAD_BYTES];
      out[0] = VERSION;
      System.arraycopy(nonce, 0, out, 1, nonce.length);
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, associatedData);
      cipher.doFinal(plain, 0, plain.length, out, 1 + nonce.length);
      return out;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM", e);
    }
  }

  byte[] decrypt(byte[] encrypted, byte[] purpose, byte[] associatedData) throws SealException {
    if (encrypted.length < OVERHEAD_BYTES) {
      throw new SealException(SealException.Code.CHANGED);
    }
    if (encrypted[0] != VERSION) {
      throw new SealException(SealException.Code.UNKNOWN_VERSION);
    }
    try {
      int start = 1 + Algorithms.NONCE_BYTES;
      var nonce = Arrays.copyOfRange(encrypted, 1, start);
      return cipher(Cipher.DECRYPT_MODE, nonce, purpose, associatedData)
          .doFinal(encrypted, start, encrypted.length - start);
    } catch (AEADBadTagException changed) {
      throw new SealException(SealException.Code.CHANGED);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] purpose, byte[] associatedData)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(raw(), "AES"), new GCMParameterSpec(Algorithms.TAG_BITS, nonce));
    cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(purpose.length).flip());
    cipher.updateAAD(purpose);
    cipher.updateAAD(associatedData);
    return cipher;
  }

  byte[] raw() {
    if (destroyed) {
      throw new IllegalStateException("this key was destroyed");
    }
    return key.clone();
  }

  void destroy() {
    destroyed = true;
    Arrays.fill(key, (byte) 0);
  }

  boolean isDestroyed() {
    return destroyed;
  }
}
