package org.entente.seal;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import javax.crypto.KeyGenerator;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.jcajce.util.JcaJceHelper;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/**
 * Bouncy Castle's TLS, because the JDK's has no post-quantum key agreement, on the JDK's ciphers,
 * because those are four times faster. Before it offers ML-KEM, Bouncy Castle asks for a key
 * generator of that name, which the JDK does not have; it then works with the JDK's KEM.
 */
final class TransportProvider {
  static final Provider JSSE = new BouncyCastleJsseProvider(false, new Crypto());

  private TransportProvider() {}

  private static final class Crypto extends JcaTlsCryptoProvider {
    @Override
    public JcaJceHelper getHelper() {
      return new JdkFirst();
    }
  }

  private static final class JdkFirst extends DefaultJcaJceHelper {
    @Override
    public KeyGenerator createKeyGenerator(String algorithm) throws NoSuchAlgorithmException {
      return algorithm.startsWith("ML-KEM")
          ? KeyGenerator.getInstance(algorithm, Cryptography.BOUNCY_CASTLE)
          : super.createKeyGenerator(algorithm);
    }
  }
}
