package org.entente.seal;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts exactly the pinned transport certificates, compared byte by byte, while they are valid. It
 * is an extended trust manager so that JSSE adds no check of host names: an address may change, the
 * key says who it is.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final Supplier<? extends Collection<IdentityCard>> partners;

  PinnedTrust(Supplier<? extends Collection<IdentityCard>> partners) {
    this.partners = partners;
  }

  static Optional<IdentityCard> cardOf(
      Certificate @Nullable [] peer, Collection<IdentityCard> partners)
      throws CertificateException {
    if (peer == null || peer.length != 1) {
      return Optional.empty();
    }
    var presented = peer[0].getEncoded();
    for (var card : partners) {
      if (MessageDigest.isEqual(presented, card.transportCertificate().getEncoded())) {
        return Optional.of(card);
      }
    }
    return Optional.empty();
  }

  private void check(X509Certificate @Nullable [] chain) throws CertificateException {
    var card = cardOf(chain, partners.get());
    if (card.isEmpty()) {
      throw new CertificateException(
          "the peer's transport certificate is not pinned: exchange identity cards first");
    }
    card.get().transportCertificate().checkValidity();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, @Nullable Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(
      X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, @Nullable Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(
      X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  /**
   * None are named to the client: it has one certificate only, and the list would tell partners.
   */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
