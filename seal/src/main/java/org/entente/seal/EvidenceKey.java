package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.operator.ContentSigner;

/**
 * The ECDSA P-256 key that signs evidence files, with its self-signed certificate. Derived from the
 * secret of the ledger's key by HKDF-SHA256 (RFC 5869) under a purpose of its own, as the witness's
 * key is: identity files and cards that exist have no place for it. Signatures are deterministic
 * (RFC 6979), so the certificate has the same bytes on every start. P-256 alone, because that is
 * what the validators of courts know; what is exchanged is signed with both algorithms inside.
 * Thread-safe.
 */
final class EvidenceKey {
  private static final byte[] PURPOSE = "entente-1 evidence".getBytes(US_ASCII);
  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE = "SHA256withECDDSA";

  /** The order's 32 bytes and 8 more, so that the remainder is uniform (FIPS 186-5, A.2.1). */
  private static final int DERIVED_BYTES = 40;

  private static final int SERIAL_BYTES = 16;

  private final PrivateKey key;
  private final X509Certificate certificate;

  private EvidenceKey(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /**
   * @param checkpoint the ledger's Ed25519 key
   * @param card whose names and validity the certificate takes over
   */
  static EvidenceKey of(PrivateKey checkpoint, IdentityCard card) {
    try {
      if (!(PrivateKeyFactory.createKey(checkpoint.getEncoded())
          instanceof Ed25519PrivateKeyParameters ledger)) {
        throw new IllegalArgumentException("not an Ed25519 key");
      }
      ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec(CURVE);
      BigInteger secret = scalar(ledger.getEncoded(), curve.getN());
      KeyFactory keys = KeyFactory.getInstance("EC", Cryptography.BOUNCY_CASTLE);
      PrivateKey key = keys.generatePrivate(new ECPrivateKeySpec(secret, curve));
      PublicKey open =
          keys.generatePublic(
              new ECPublicKeySpec(
                  new FixedPointCombMultiplier().multiply(curve.getG(), secret).normalize(),
                  curve));
      return new EvidenceKey(key, certificate(key, open, card));
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("a key over P-256 can be derived", e);
    }
  }

  private static BigInteger scalar(byte[] seed, BigInteger order) throws GeneralSecurityException {
    try {
      byte[] derived =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract().addIKM(seed).thenExpand(PURPOSE, DERIVED_BYTES));
      BigInteger secret =
          new BigInteger(1, derived).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE);
      Arrays.fill(derived, (byte) 0);
      return secret;
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private static X509Certificate certificate(PrivateKey key, PublicKey open, IdentityCard card)
      throws GeneralSecurityException, IOException {
    var name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.O, card.displayName())
            .addRDN(BCStyle.CN, card.authority() + "/evidence")
            .build();
    byte[] digest = Fingerprint.digest(card.signingCertificate().getEncoded(), open.getEncoded());
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(1, Arrays.copyOf(digest, SERIAL_BYTES)).setBit(0),
            card.signingCertificate().getNotBefore(),
            card.signingCertificate().getNotAfter(),
            name,
            open);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new SubjectKeyIdentifier(Certificates.keyIdentifier(open)));
    return Certificates.parse(builder.build(new Deterministic(key)).getEncoded());
  }

  X509Certificate certificate() {
    return certificate;
  }

  byte[] sign(byte[] message) {
    try {
      return KeyPairs.sign(SIGNATURE, key, message);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("a key over P-256 signs", e);
    }
  }

  @Override
  public String toString() {
    return "EvidenceKey[…]";
  }

  /** Signs the certificate: the library's own signers draw a random number. */
  private static final class Deterministic implements ContentSigner {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final PrivateKey key;

    Deterministic(PrivateKey key) {
      this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(Algorithms.TLS_SIGNATURE_OID);
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public byte[] getSignature() {
      try {
        return KeyPairs.sign(SIGNATURE, key, content.toByteArray());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a key over P-256 signs", e);
      }
    }
  }
}
