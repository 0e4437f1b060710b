package org.entente.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Certificates of time stamping services, or of those who issue theirs, that came over a trusted
 * way. Whether one was revoked is not asked: that takes a network, and a court asks the service.
 */
public record TrustedServices(List<X509Certificate> certificates) {
  /** No service is trusted. */
  public static final TrustedServices NONE = new TrustedServices(List.of());

  private static final int MAX_FILE_BYTES = 1 << 20;

  /** Keeps a copy. */
  public TrustedServices {
    certificates = List.copyOf(certificates);
  }

  /**
   * Reads one certificate in DER, or any number in PEM.
   *
   * @throws CertificateException when there is none in it
   */
  public static TrustedServices read(byte[] file) throws CertificateException {
    if (file.length > MAX_FILE_BYTES) {
      throw new CertificateException("a file of certificates is smaller");
    }
    Collection<? extends Certificate> read =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(file));
    List<X509Certificate> all =
        read.stream().map(X509Certificate.class::cast).collect(Collectors.toList());
    if (all.isEmpty()) {
      throw new CertificateException("there is no certificate in this file");
    }
    return new TrustedServices(all);
  }

  /** Both together. */
  public TrustedServices and(TrustedServices others) {
    List<X509Certificate> all = new ArrayList<>(certificates);
    all.addAll(others.certificates);
    return new TrustedServices(all);
  }

  static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  boolean trusts(X509Certificate service, Collection<X509CertificateHolder> beside, Instant at) {
    if (certificates.contains(service)) {
      return true;
    }
    if (certificates.isEmpty()) {
      return false;
    }
    try {
      Set<TrustAnchor> anchors =
          certificates.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(service);
      PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, target);
      path.setRevocationEnabled(false);
      path.setDate(Date.from(at));
      List<X509Certificate> others = new ArrayList<>();
      for (X509CertificateHolder holder : beside) {
        others.add(certificate(holder.getEncoded()));
      }
      others.add(service);
      path.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
      CertPathBuilder.getInstance("PKIX").build(path);
      return true;
    } catch (CertPathBuilderException notTrusted) {
      return false;
    } catch (GeneralSecurityException | IOException unreadable) {
      return false;
    }
  }
}
