package org.entente.seal;

import java.security.Provider;
import java.security.SecureRandom;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The provider objects. Bouncy Castle serves the composite algorithms and is handed over by object:
 * registered for the whole process it could take AES-GCM over from the JDK, which is sixty times
 * faster at it.
 */
final class Cryptography {
  static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Cryptography() {}

  static SecureRandom random() {
    return RANDOM;
  }

  static byte[] randomBytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
