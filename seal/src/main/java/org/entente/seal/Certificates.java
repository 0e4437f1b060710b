package org.entente.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes and reads the three certificates of an authority. */
final class Certificates {
  private static final int SERIAL_BYTES = 16;
  private static final int KEY_IDENTIFIER_BYTES = 20;

  private Certificates() {}

  record Validity(Instant from, Instant until) {}

  /** What one certificate is for: its key usage bits and the signature on it. */
  enum Role {
    SIGNING(KeyUsage.digitalSignature | KeyUsage.keyCertSign, true, Algorithms.SIGNATURE),
    RECIPIENT(KeyUsage.keyEncipherment, false, Algorithms.SIGNATURE),
    TRANSPORT(KeyUsage.digitalSignature, false, Algorithms.TLS_CERTIFICATE_SIGNATURE);

    final int usage;
    final boolean issuesOthers;
    final String signature;

    Role(int usage, boolean issuesOthers, String signature) {
      this.usage = usage;
      this.issuesOthers = issuesOthers;
      this.signature = signature;
    }

    ASN1ObjectIdentifier keyAlgorithm() {
      return switch (this) {
        case SIGNING -> Algorithms.SIGNATURE_OID;
        case RECIPIENT -> Algorithms.KEM_OID;
        case TRANSPORT -> Algorithms.TLS_KEY_OID;
      };
    }

    ASN1ObjectIdentifier signatureAlgorithm() {
      return switch (this) {
        case SIGNING, RECIPIENT -> Algorithms.SIGNATURE_OID;
        case TRANSPORT -> Algorithms.TLS_SIGNATURE_OID;
      };
    }
  }

  static X509Certificate issue(
      Role role, X500Name subject, PublicKey key, PrivateKey issuer, Validity validity)
      throws GeneralSecurityException {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(1, Cryptography.randomBytes(SERIAL_BYTES)).setBit(0),
              Date.from(validity.from()),
              Date.from(validity.until()),
              subject,
              key);
      builder.addExtension(
          Extension.basicConstraints,
          true,
          role.issuesOthers ? new BasicConstraints(0) : new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(role.usage));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(key)));
      var signer =
          new JcaContentSignerBuilder(role.signature).setProvider(Cryptography.BOUNCY_CASTLE);
      return parse(builder.build(signer.build(issuer)).getEncoded());
    } catch (OperatorCreationException | IOException e) {
      throw new GeneralSecurityException("certificate could not be made", e);
    }
  }

  /** RFC 7093, method 1, over the whole key info: the leftmost 160 bits of its SHA-256. */
  static byte[] keyIdentifier(PublicKey key) {
    var whole = Fingerprint.digest(key.getEncoded());
    return Arrays.copyOf(whole, KEY_IDENTIFIER_BYTES);
  }

  static X509Certificate parse(byte[] der) throws GeneralSecurityException {
    var factory = CertificateFactory.getInstance("X.509", Cryptography.BOUNCY_CASTLE);
    var read = factory.generateCertificate(new ByteArrayInputStream(der));
    if (read instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new CertificateEncodingException("not a certificate");
  }

  /** Whether the certificate has the algorithms, subject and valid signature its role demands. */
  static boolean fits(Role role, X509Certificate certificate, X500Name subject, PublicKey issuer) {
    try {
      var holder = new X509CertificateHolder(certificate.getEncoded());
      SubjectPublicKeyInfo key = holder.getSubjectPublicKeyInfo();
      var usage = KeyUsage.fromExtensions(holder.getExtensions());
      if (!key.getAlgorithm().getAlgorithm().equals(role.keyAlgorithm())
          || !holder.getSignatureAlgorithm().getAlgorithm().equals(role.signatureAlgorithm())
          || !holder.getSubject().equals(subject)
          || !holder.getIssuer().equals(subject)
          || usage == null
          || !usage.hasUsages(role.usage)) {
        return false;
      }
      certificate.verify(issuer, Cryptography.BOUNCY_CASTLE);
      return true;
    } catch (GeneralSecurityException | IOException | RuntimeException refused) {
      return false;
    }
  }
}
