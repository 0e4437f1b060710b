package org.entente.seal;

import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Mutual TLS 1.3 between nodes that have pinned each other, with hybrid post-quantum key agreement.
 *
 * <p><b>Guarantees.</b> Every engine of these contexts speaks {@link Algorithms#TLS_PROTOCOL} with
 * {@link Algorithms#TLS_CIPHER_SUITE} only, whatever a server or client sets; sockets start so. No
 * peer but a pinned one is accepted, and a server demands a client certificate. A refused peer ends
 * the handshake with an exception that says why.
 *
 * <p><b>Does not guarantee.</b> That the address belongs to the partner: no host name is checked,
 * the certificate alone decides. Authentication against a quantum computer: transport certificates
 * are ECDSA. Hybrid key agreement with a partner whose node offers P-256 only (nobody between the
 * two can bring that about). The content of messages does not rest on TLS.
 *
 * <p>Thread-safe.
 */
public final class NodeTls {
  private NodeTls() {}

  /**
   * A context for a server.
   *
   * @param partners asked at every handshake, so that a card taken out of use is refused at once
   */
  public static SSLContext server(Identity own, Supplier<Collection<IdentityCard>> partners) {
    return context(own, partners, TlsSide.SERVER);
  }

  /** A context for a client that talks to this one partner. */
  public static SSLContext client(Identity own, IdentityCard partner) {
    return context(own, () -> List.of(partner), TlsSide.CLIENT);
  }

  private static SSLContext context(
      Identity own, Supplier<Collection<IdentityCard>> partners, TlsSide side) {
    try {
      var context = SSLContext.getInstance(Algorithms.TLS_PROTOCOL, TransportProvider.JSSE);
      context.init(
          new KeyManager[] {new OwnTransportKey(own)},
          new TrustManager[] {new PinnedTrust(partners)},
          Cryptography.random());
      return new PinnedContext(context, side);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("a context of the profile can be made", e);
    }
  }

  /**
   * Which partner is at the other end.
   *
   * @param peer what the TLS session or the servlet container says the peer presented
   */
  public static Optional<String> authorityOf(
      Certificate @Nullable [] peer, Collection<IdentityCard> partners) {
    try {
      return PinnedTrust.cardOf(peer, partners).map(IdentityCard::authority);
    } catch (CertificateException unreadable) {
      return Optional.empty();
    }
  }
}
