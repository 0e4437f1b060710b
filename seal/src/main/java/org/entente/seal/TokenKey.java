package org.entente.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * An AES-256 key that lies on a PKCS#11 token (OASIS PKCS#11 2.40) and never leaves it. It locks
 * what the master key has wrapped already, so that a thief needs both: the identity file with its
 * passphrase, and the token.
 *
 * <p><b>Guarantees.</b> What is locked opens only with the same token and the same associated data.
 *
 * <p><b>Does not guarantee.</b> Anything against somebody who can use the token: it holds the key,
 * it does not ask what for.
 *
 * <p>Thread-safe; the speed is that of the token.
 */
public final class TokenKey {
  /** First byte of what this key locked; what the master key wrapped begins with 1. */
  public static final byte VERSION = 2;

  /** What locking adds to the length. */
  public static final int OVERHEAD_BYTES = 1 + Algorithms.NONCE_BYTES + Algorithms.TAG_BITS / 8;

  private static final String LABEL = "entente-1 content keys";
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final Provider provider;
  private final Key key;

  private TokenKey(Provider provider, Key key) {
    this.provider = provider;
    this.key = key;
  }

  /**
   * Opens the key on a token, making it at the first time.
   *
   * @param library the token's PKCS#11 library
   * @param slot which of the slots with a token, from 0
   * @throws IOException when the token is not there, the PIN is wrong or the token cannot do
   *     AES-GCM
   */
  public static TokenKey open(Path library, int slot, char[] pin) throws IOException {
    try {
      Provider provider = Security.getProvider("SunPKCS11").configure(configuration(library, slot));
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, pin);
      if (!token.containsAlias(LABEL)) {
        KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
        generator.init(Algorithms.KEY_BYTES * Byte.SIZE);
        SecretKey fresh = generator.generateKey();
        token.setKeyEntry(LABEL, fresh, null, null);
      }
      TokenKey opened = new TokenKey(provider, token.getKey(LABEL, null));
      opened.tryOut();
      return opened;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(
          "The token cannot be used. Check its library, slot and PIN, and that it can do AES-GCM.",
          e);
    }
  }

  /** A key that cannot encrypt is found now and not when the first content is written. */
  private void tryOut() throws GeneralSecurityException {
    byte[] nothing = new byte[1];
    if (!Arrays.equals(unlock(lock(nothing, nothing), nothing), nothing)) {
      throw new GeneralSecurityException("the token does not open what it locked");
    }
  }

  private static String configuration(Path library, int slot) {
    return String.join(
        "\n",
        "--name=Entente" + slot,
        "library=\"" + library.toAbsolutePath() + "\"",
        "slotListIndex=" + slot,
        "attributes(*,CKO_SECRET_KEY,CKK_AES)={",
        "  CKA_SENSITIVE=true",
        "  CKA_EXTRACTABLE=false",
        "  CKA_ENCRYPT=true",
        "  CKA_DECRYPT=true",
        "}");
  }

  /**
   * Locks a wrapped key: {@code version (2) | nonce (12) | ciphertext | tag (16)}.
   *
   * @param associatedData names the place of what is locked
   */
  public byte[] lock(byte[] wrapped, byte[] associatedData) {
    byte[] nonce = Cryptography.randomBytes(Algorithms.NONCE_BYTES);
    try {
      byte[] locked =
          cipher(Cipher.ENCRYPT_MODE, nonce, associatedData).doFinal(wrapped, 0, wrapped.length);
      return ByteBuffer.allocate(1 + nonce.length + locked.length)
          .put(VERSION)
          .put(nonce)
          .put(locked)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The token does not work any more", e);
    }
  }

  /**
   * @throws IllegalStateException when it was changed, belongs to another place or token, or the
   *     token does not work any more
   */
  public byte[] unlock(byte[] locked, byte[] associatedData) {
    int start = 1 + Algorithms.NONCE_BYTES;
    if (locked.length < OVERHEAD_BYTES || locked[0] != VERSION) {
      throw new IllegalStateException("This was not locked by a token");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(locked, 1, start), associatedData)
          .doFinal(locked, start, locked.length - start);
    } catch (GeneralSecurityException | ProviderException e) {
      throw new IllegalStateException("The token does not open this", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] associatedData)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER, provider);
    cipher.init(mode, key, new GCMParameterSpec(Algorithms.TAG_BITS, nonce));
    cipher.updateAAD(associatedData);
    return cipher;
  }

  @Override
  public String toString() {
    return "TokenKey[…]";
  }
}
