package org.entente.seal;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import javax.crypto.KeyGenerator;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.jcajce.util.JcaJceHelper;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/**
 * Bouncy Castle's TLS, because the JDK's has no post-quantum key agreement, on the JDK's ciphers,
 * because those are four times faster. Only ML-KEM comes from Bouncy Castle: its TLS asks for it by
 * classes of its own.
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
    private static boolean postQuantum(String algorithm) {
      return algorithm.startsWith("ML-KEM");
    }

    @Override
    public KeyGenerator createKeyGenerator(String algorithm) throws NoSuchAlgorithmException {
      return postQuantum(algorithm)
          ? KeyGenerator.getInstance(algorithm, Cryptography.BOUNCY_CASTLE)
          : super.createKeyGenerator(algorithm);
    }

    @Override
    public KeyFactory createKeyFactory(String algorithm) throws NoSuchAlgorithmException {
      return postQuantum(algorithm)
          ? KeyFactory.getInstance(algorithm, Cryptography.BOUNCY_CASTLE)
          : super.createKeyFactory(algorithm);
    }

    @Override
    public KeyPairGenerator createKeyPairGenerator(String algorithm)
        throws NoSuchAlgorithmException {
      return postQuantum(algorithm)
          ? KeyPairGenerator.getInstance(algorithm, Cryptography.BOUNCY_CASTLE)
          : super.createKeyPairGenerator(algorithm);
    }
  }
}
