package org.entente.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;

/**
 * Signs with an Ed25519 key (RFC 8032) that is kept elsewhere. The same node must use one key for
 * its own checkpoints and another for countersigning partners' (C2SP tlog-cosignature): its message
 * does not name the signer.
 */
public interface CheckpointSigner {
  /** The Ed25519 signature, 64 bytes, over exactly these bytes. */
  byte[] sign(byte[] message);

  /** The public key, 32 bytes as in RFC 8032. */
  byte[] publicKey32();

  /** The key's name in signature lines; for a log, its origin. */
  String name();

  /**
   * A signer over a key pair of the JDK.
   *
   * @throws IllegalArgumentException if the pair is not Ed25519
   */
  static CheckpointSigner of(String name, KeyPair pair) {
    byte[] publicKey = publicKey32(pair.getPublic());
    return new CheckpointSigner() {
      @Override
      public byte[] sign(byte[] message) {
        try {
          Signature signature = Signature.getInstance("Ed25519", "SunEC");
          signature.initSign(pair.getPrivate());
          signature.update(message);
          return signature.sign();
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException("the signing key cannot be used", e);
        }
      }

      @Override
      public byte[] publicKey32() {
        return publicKey.clone();
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  /**
   * The 32 bytes of a JDK Ed25519 public key.
   *
   * @throws IllegalArgumentException if it is another kind of key
   */
  static byte[] publicKey32(PublicKey key) {
    byte[] spki = key.getEncoded();
    if (!key.getAlgorithm().equals("EdDSA") || spki == null || spki.length != 44) {
      throw new IllegalArgumentException("not an Ed25519 public key");
    }
    return Arrays.copyOfRange(spki, spki.length - NoteKey.KEY_BYTES, spki.length);
  }
}
