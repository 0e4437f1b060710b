package org.entente.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
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
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * CMS SignedData (RFC 5652) of this profile: content inside, one signer, no certificates (the
 * reader has them pinned), six signed attributes, nothing unsigned, DER throughout.
 */
final class SignedObject {
  private static final AlgorithmIdentifier DIGEST = new AlgorithmIdentifier(Algorithms.DIGEST_OID);
  private static final AlgorithmIdentifier SIGNATURE =
      new AlgorithmIdentifier(Algorithms.SIGNATURE_OID);
  private static final ASN1ObjectIdentifier SIGNING_CERTIFICATE =
      PKCSObjectIdentifiers.id_aa_signingCertificateV2;

  /** The content type is our own, so RFC 5652, 5.1 demands this version. */
  private static final int VERSION = 3;

  private static final int SIGNER_VERSION = 1;
  private static final int ATTRIBUTES = 6;

  private final byte[] encoded;
  private final ASN1ObjectIdentifier type;
  private final byte[] content;
  private final SignerInfo signer;
  private final ASN1Set attributes;
  private final Binding binding;
  private final Instant signedAt;

  private SignedObject(
      byte[] encoded,
      ASN1ObjectIdentifier type,
      byte[] content,
      SignerInfo signer,
      Binding binding,
      Instant signedAt) {
    this.encoded = encoded;
    this.type = type;
    this.content = content;
    this.signer = signer;
    this.attributes = signer.getAuthenticatedAttributes();
    this.binding = binding;
    this.signedAt = signedAt;
  }

  byte[] content() {
    return content;
  }

  Binding binding() {
    return binding;
  }

  Instant signedAt() {
    return signedAt;
  }

  static byte[] sign(
      ASN1ObjectIdentifier type, byte[] content, Binding binding, Instant at, Identity identity) {
    try {
      var certificate = identity.card().signingCertificate();
      var attributes = attributes(type, content, binding, at, certificate);
      var signature =
          KeyPairs.sign(
              Algorithms.SIGNATURE,
              identity.keys().signing(),
              attributes.getEncoded(ASN1Encoding.DER));
      return assembled(type, content, attributes, signature, certificate);
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("an identity can sign", e);
    }
  }

  /** The only bytes these parts make; what is read must be equal to them. */
  private static byte[] assembled(
      ASN1ObjectIdentifier type,
      byte[] content,
      ASN1Set attributes,
      byte[] signature,
      X509Certificate certificate)
      throws IOException {
    var signer =
        new SignerInfo(
            identifier(certificate),
            DIGEST,
            attributes,
            SIGNATURE,
            new DEROctetString(signature),
            (ASN1Set) null);
    var signed =
        new SignedData(
            new DERSet(DIGEST),
            new ContentInfo(type, new DEROctetString(content)),
            null,
            null,
            new DERSet(signer));
    return new ContentInfo(CMSObjectIdentifiers.signedData, signed).getEncoded(ASN1Encoding.DER);
  }

  private static ASN1Set attributes(
      ASN1ObjectIdentifier type,
      byte[] content,
      Binding binding,
      Instant at,
      X509Certificate certificate)
      throws GeneralSecurityException {
    var vector = new ASN1EncodableVector(ATTRIBUTES);
    vector.add(attribute(CMSAttributes.contentType, type));
    vector.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest(content))));
    vector.add(attribute(CMSAttributes.signingTime, new Time(Date.from(at))));
    vector.add(attribute(CMSAttributes.cmsAlgorithmProtect, protection()));
    vector.add(attribute(SIGNING_CERTIFICATE, certificateId(certificate)));
    vector.add(attribute(Algorithms.Own.BINDING, binding.toAsn1()));
    return new DERSet(vector);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  /** RFC 6211: the algorithms themselves are signed. */
  private static CMSAlgorithmProtection protection() {
    return new CMSAlgorithmProtection(DIGEST, CMSAlgorithmProtection.SIGNATURE, SIGNATURE);
  }

  /** RFC 5035: the certificate itself is signed; SHA-256 is its default. */
  private static SigningCertificateV2 certificateId(X509Certificate certificate)
      throws CertificateException {
    return new SigningCertificateV2(new ESSCertIDv2(Fingerprint.digest(certificate.getEncoded())));
  }

  private static SignerIdentifier identifier(X509Certificate certificate) {
    return new SignerIdentifier(
        new IssuerAndSerialNumber(
            X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()),
            new BigInteger(1, certificate.getSerialNumber().toByteArray())));
  }

  private static byte[] digest(byte[] content) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-512").digest(content);
  }

  /** Reads the structure; nothing in it is believed before {@link #verify}. */
  static SignedObject read(byte[] der, ASN1ObjectIdentifier expectedType) throws Unacceptable {
    try {
      var info = ContentInfo.getInstance(StrictDer.read(der));
      well(info.getContentType().equals(CMSObjectIdentifiers.signedData));
      var data = SignedData.getInstance(info.getContent());
      Unacceptable.unless(data.getVersion().hasValue(VERSION), SealRefusal.UNKNOWN_VERSION);
      algorithm(data.getDigestAlgorithms().equals(new DERSet(DIGEST)));
      well(data.getCertificates() == null && data.getCRLs() == null);
      well(data.getSignerInfos().size() == 1);
      var signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
      Unacceptable.unless(
          signer.getVersion().hasValue(SIGNER_VERSION), SealRefusal.UNKNOWN_VERSION);
      algorithm(signer.getDigestAlgorithm().equals(DIGEST));
      algorithm(signer.getDigestEncryptionAlgorithm().equals(SIGNATURE));
      var attributes = signer.getAuthenticatedAttributes();
      well(attributes != null && attributes.size() == ATTRIBUTES);
      well(signer.getUnauthenticatedAttributes() == null);
      var encapsulated = data.getEncapContentInfo();
      Unacceptable.unless(
          encapsulated.getContentType().equals(expectedType), SealRefusal.WRONG_PURPOSE);
      var table = new AttributeTable(attributes);
      var binding = Binding.read(value(table, Algorithms.Own.BINDING));
      var at = Time.getInstance(value(table, CMSAttributes.signingTime)).getDate().toInstant();
      var content = ASN1OctetString.getInstance(encapsulated.getContent()).getOctets();
      return new SignedObject(der, expectedType, content, signer, binding, at);
    } catch (IOException | RuntimeException malformed) {
      throw new Unacceptable(SealRefusal.MALFORMED);
    }
  }

  private static void well(boolean formed) throws Unacceptable {
    Unacceptable.unless(formed, SealRefusal.MALFORMED);
  }

  private static void algorithm(boolean ours) throws Unacceptable {
    Unacceptable.unless(ours, SealRefusal.UNKNOWN_ALGORITHM);
  }

  private static ASN1Encodable value(AttributeTable table, ASN1ObjectIdentifier type)
      throws IOException {
    var attribute = table.get(type);
    if (attribute == null || attribute.getAttrValues().size() != 1) {
      throw new IOException("an attribute is missing");
    }
    return attribute.getAttrValues().getObjectAt(0);
  }

  /** Checks that exactly this card's key signed exactly this content with these attributes. */
  void verify(IdentityCard card) throws Unacceptable {
    try {
      var certificate = card.signingCertificate();
      Unacceptable.unless(
          binding.sender().equals(card.authority())
              && binding.signer().equals(card.signerFingerprint())
              && signer.getSID().equals(identifier(certificate)),
          SealRefusal.UNKNOWN_SIGNER);
      var table = new AttributeTable(attributes);
      var digest =
          ASN1OctetString.getInstance(value(table, CMSAttributes.messageDigest)).getOctets();
      var signature = signer.getEncryptedDigest().getOctets();
      var intact =
          Arrays.equals(assembled(type, content, attributes, signature, certificate), encoded)
              && value(table, CMSAttributes.contentType).equals(type)
              && MessageDigest.isEqual(digest, digest(content))
              && same(value(table, CMSAttributes.cmsAlgorithmProtect), protection())
              && same(value(table, SIGNING_CERTIFICATE), certificateId(certificate))
              && KeyPairs.verifies(
                  Algorithms.SIGNATURE,
                  certificate.getPublicKey(),
                  attributes.getEncoded(ASN1Encoding.DER),
                  signature);
      Unacceptable.unless(intact, SealRefusal.CHANGED);
    } catch (GeneralSecurityException | IOException | RuntimeException changed) {
      // A composite signature whose halves cannot be parsed is reported by an exception.
      throw new Unacceptable(SealRefusal.CHANGED);
    }
  }

  /** By encoding: a parsed implicit tag is another object than one that was built. */
  private static boolean same(ASN1Encodable one, ASN1Encodable other) throws IOException {
    return Arrays.equals(
        one.toASN1Primitive().getEncoded(ASN1Encoding.DER),
        other.toASN1Primitive().getEncoded(ASN1Encoding.DER));
  }

  /** Whether the certificate was valid at this time. */
  static boolean valid(X509Certificate certificate, Instant at) {
    try {
      certificate.checkValidity(Date.from(at));
      return true;
    } catch (CertificateException expired) {
      return false;
    }
  }
}
