package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The Ed25519 key that countersigns partners' checkpoints, derived from the secret of the ledger's
 * key by HKDF-SHA256 (RFC 5869) under a purpose of its own. Derived and not drawn, because identity
 * files and cards that exist have no place for it: a restored node countersigns with the same key,
 * and a card keeps its fingerprint. Thread-safe.
 */
final class WitnessKey {
  private static final byte[] PURPOSE = "entente-1 ledger witness".getBytes(US_ASCII);

  private final Ed25519PrivateKeyParameters key;

  private WitnessKey(Ed25519PrivateKeyParameters key) {
    this.key = key;
  }

  /**
   * @param checkpoint the ledger's Ed25519 key
   */
  static WitnessKey of(PrivateKey checkpoint) {
    try {
      if (PrivateKeyFactory.createKey(checkpoint.getEncoded())
          instanceof Ed25519PrivateKeyParameters ledger) {
        return of(ledger.getEncoded());
      }
      throw new IllegalArgumentException("not an Ed25519 key");
    } catch (IOException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  /**
   * @param seed the 32 secret bytes of RFC 8032; cleared
   */
  static WitnessKey of(byte[] seed) {
    try {
      byte[] derived =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(seed)
                      .thenExpand(PURPOSE, Algorithms.KEY_BYTES));
      try {
        return new WitnessKey(new Ed25519PrivateKeyParameters(derived));
      } finally {
        Arrays.fill(derived, (byte) 0);
      }
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Java 25 has HKDF-SHA256", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  byte[] sign(byte[] message) {
    var signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  byte[] publicKey() {
    return key.generatePublicKey().getEncoded();
  }

  @Override
  public String toString() {
    return "WitnessKey[…]";
  }
}
