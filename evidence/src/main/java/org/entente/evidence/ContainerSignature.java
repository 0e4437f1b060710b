package org.entente.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.entente.seal.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The detached CAdES signature over a manifest (ETSI EN 319 122-1, baseline B, with a time stamp
 * T): one signer, their certificate inside, four signed attributes, ECDSA over P-256 with SHA-256,
 * DER throughout. What is read must be exactly what these parts make.
 */
final class ContainerSignature {
  private static final AlgorithmIdentifier DIGEST =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final AlgorithmIdentifier SIGNATURE =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final ASN1ObjectIdentifier SIGNING_CERTIFICATE =
      PKCSObjectIdentifiers.id_aa_signingCertificateV2;
  private static final ASN1ObjectIdentifier TIME_STAMP =
      PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;
  private static final int ATTRIBUTES = 4;

  private ContainerSignature() {}

  /**
   * A signature that holds.
   *
   * @param certificate of whoever signed, DER; that it is the authority's a statement says
   * @param at the signer's clock, to the second
   * @param value what a time stamp is over
   */
  @SuppressWarnings("ArrayRecordComponent") // Made once and handed over.
  record Checked(byte[] certificate, Instant at, byte[] value, Optional<byte[]> token) {}

  static byte[] sign(byte[] manifest, Identity signer, Instant at) {
    try {
      X509Certificate certificate = signer.evidenceCertificate();
      ASN1Set attributes = attributes(manifest, certificate.getEncoded(), at);
      byte[] value = signer.signEvidence(attributes.getEncoded(ASN1Encoding.DER));
      return assembled(certificate.getEncoded(), attributes, value, null);
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("an identity signs", e);
    }
  }

  private static ASN1Set attributes(byte[] manifest, byte[] certificate, Instant at) {
    ASN1EncodableVector vector = new ASN1EncodableVector(ATTRIBUTES);
    vector.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
    vector.add(attribute(CMSAttributes.signingTime, new Time(Date.from(at))));
    vector.add(
        attribute(
            CMSAttributes.messageDigest, new DEROctetString(Digests.sha256().digest(manifest))));
    vector.add(
        attribute(
            SIGNING_CERTIFICATE,
            new SigningCertificateV2(new ESSCertIDv2(Digests.sha256().digest(certificate)))));
    return new DERSet(vector);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  private static byte[] assembled(
      byte[] certificate, ASN1Set attributes, byte[] value, @Nullable ASN1Set unsigned)
      throws IOException {
    Certificate encoded = Certificate.getInstance(ASN1Primitive.fromByteArray(certificate));
    SignerInfo signer =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(
                    X500Name.getInstance(encoded.getIssuer()),
                    new BigInteger(1, encoded.getSerialNumber().getValue().toByteArray()))),
            DIGEST,
            attributes,
            SIGNATURE,
            new DEROctetString(value),
            unsigned);
    SignedData signed =
        new SignedData(
            new DERSet(DIGEST),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            new DERSet(encoded),
            null,
            new DERSet(signer));
    return new ContentInfo(CMSObjectIdentifiers.signedData, signed).getEncoded(ASN1Encoding.DER);
  }

  /** The bytes of the signature itself. */
  static byte[] value(byte[] signature) {
    return signer(signature).getEncryptedDigest().getOctets();
  }

  /** The same signature with a time stamp in it. */
  static byte[] stamped(byte[] signature, byte[] token) {
    try {
      SignerInfo signer = signer(signature);
      ASN1Set stamp =
          new DERSet(new Attribute(TIME_STAMP, new DERSet(ASN1Primitive.fromByteArray(token))));
      return assembled(
          certificate(data(signature)),
          signer.getAuthenticatedAttributes(),
          signer.getEncryptedDigest().getOctets(),
          stamp);
    } catch (IOException e) {
      throw new IllegalArgumentException("a token is DER", e);
    }
  }

  private static SignedData data(byte[] signature) {
    return SignedData.getInstance(ContentInfo.getInstance(signature).getContent());
  }

  private static SignerInfo signer(byte[] signature) {
    return SignerInfo.getInstance(data(signature).getSignerInfos().getObjectAt(0));
  }

  private static byte[] certificate(SignedData data) throws IOException {
    return data.getCertificates().getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  /** Checks a signature over a manifest. Whose the certificate is, the caller checks. */
  static Checked check(byte[] signature, byte[] manifest) throws Refused {
    try {
      SignedData data = data(signature);
      SignerInfo signer = signer(signature);
      byte[] certificate = certificate(data);
      ASN1Set attributes = signer.getAuthenticatedAttributes();
      ASN1Set unsigned = signer.getUnauthenticatedAttributes();
      byte[] value = signer.getEncryptedDigest().getOctets();
      AttributeTable table = new AttributeTable(attributes);
      Instant at = Time.getInstance(one(table, CMSAttributes.signingTime)).getDate().toInstant();
      byte[] digest =
          ASN1OctetString.getInstance(one(table, CMSAttributes.messageDigest)).getOctets();
      Refused.unless(
          MessageDigest.isEqual(digest, Digests.sha256().digest(manifest)),
          "manifest-changed",
          "The list of files is not the one that was signed.");
      boolean sound =
          Arrays.equals(assembled(certificate, attributes, value, unsigned), signature)
              && same(attributes, attributes(manifest, certificate, at))
              && verifies(certificate, attributes.getEncoded(ASN1Encoding.DER), value);
      Refused.unless(sound, "signature-broken", "The signature over the list of files is broken.");
      return new Checked(certificate, at, value, token(unsigned));
    } catch (IOException | GeneralSecurityException | RuntimeException malformed) {
      throw new Refused("signature-malformed", "The signature is not one of an evidence file.");
    }
  }

  private static Optional<byte[]> token(@Nullable ASN1Set unsigned) throws IOException, Refused {
    if (unsigned == null) {
      return Optional.empty();
    }
    Refused.unless(
        unsigned.size() == 1,
        "signature-malformed",
        "Beside its time stamp the signature carries something else.");
    ASN1Encodable stamp = one(new AttributeTable(unsigned), TIME_STAMP);
    return Optional.of(stamp.toASN1Primitive().getEncoded(ASN1Encoding.DER));
  }

  private static ASN1Encodable one(AttributeTable table, ASN1ObjectIdentifier type)
      throws IOException {
    Attribute attribute = table.get(type);
    if (attribute == null || attribute.getAttrValues().size() != 1) {
      throw new IOException("an attribute is missing");
    }
    return attribute.getAttrValues().getObjectAt(0);
  }

  private static boolean same(ASN1Set read, ASN1Set written) throws IOException {
    return Arrays.equals(read.getEncoded(ASN1Encoding.DER), written.getEncoded(ASN1Encoding.DER));
  }

  private static boolean verifies(byte[] certificate, byte[] signed, byte[] value)
      throws GeneralSecurityException, IOException {
    PublicKey key =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new X509EncodedKeySpec(
                    Certificate.getInstance(certificate)
                        .getSubjectPublicKeyInfo()
                        .getEncoded(ASN1Encoding.DER)));
    Signature check = Signature.getInstance("SHA256withECDSA");
    check.initVerify(key);
    check.update(signed);
    return check.verify(value);
  }
}
