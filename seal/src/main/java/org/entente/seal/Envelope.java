package org.entente.seal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;

/**
 * CMS AuthEnvelopedData (RFC 5083) of this profile: AES-256-GCM (RFC 5084) under a key that one
 * recipient gets through its composite KEM key (RFC 9629), DER throughout. What is inside is
 * labelled data: RFC 5083 demands authenticated attributes for any other label, and the signature
 * inside already covers what they would say.
 */
final class Envelope {
  private static final int VERSION = 0;

  /** Version, identifier, KEM, ciphertext, KDF, length, wrap, key; no user keying material. */
  private static final int KEM_ELEMENTS = 8;

  private static final int KEM_CIPHERTEXT_BYTES = 1088 + 32;
  private static final int WRAPPED_KEY_BYTES = Algorithms.KEY_BYTES + 8;
  private static final AlgorithmIdentifier KEM = new AlgorithmIdentifier(Algorithms.KEM_OID);
  private static final AlgorithmIdentifier WRAP = new AlgorithmIdentifier(Algorithms.WRAP_OID);

  private Envelope() {}

  static byte[] encrypt(byte[] content, IdentityCard recipient) {
    try {
      var key = KeyPairs.bound(recipient.recipientCertificate().getPublicKey());
      var generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(
          new JceKEMRecipientInfoGenerator(
                  Certificates.keyIdentifier(key), key, Algorithms.WRAP_OID)
              .setKDF(Algorithms.KDF)
              .setSecureRandom(Cryptography.random())
              .setProvider(Cryptography.BOUNCY_CASTLE));
      var encryptor =
          new JceCMSContentEncryptorBuilder(Algorithms.CONTENT_OID)
              .setSecureRandom(Cryptography.random())
              .build();
      if (!(encryptor instanceof OutputAEADEncryptor authenticating)) {
        throw new AssertionError("AES-GCM authenticates");
      }
      return generator
          .generate(new CMSProcessableByteArray(content), authenticating)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | IOException e) {
      throw new AssertionError("an envelope can be made", e);
    }
  }

  /** Checks versions, algorithms and recipient, in this order, and only then uses the key. */
  static byte[] decrypt(byte[] sealed, Identity recipient) throws Unacceptable {
    var info = checked(sealed, recipient.card());
    try {
      var opener = new JceKEMEnvelopedRecipient(KeyPairs.bound(recipient.keys().recipient()));
      opener
          .setProvider(Cryptography.BOUNCY_CASTLE)
          .setAllowedContentAlgorithms(Set.of(Algorithms.CONTENT_OID))
          .setMinimumTagSize(Algorithms.TAG_BITS)
          .setContentProvider((String) null);
      var recipients = new CMSAuthEnvelopedData(info).getRecipientInfos().getRecipients();
      return recipients.iterator().next().getContent(opener);
    } catch (CMSException | RuntimeException changed) {
      throw new Unacceptable(SealRefusal.CHANGED);
    }
  }

  private static ContentInfo checked(byte[] sealed, IdentityCard own) throws Unacceptable {
    try {
      var info = ContentInfo.getInstance(StrictDer.read(sealed));
      well(info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData));
      // The first element is read by itself: a newer version may have another structure.
      version(ASN1Sequence.getInstance(info.getContent()));
      var data = AuthEnvelopedData.getInstance(info.getContent());
      well(data.getOriginatorInfo() == null && data.getRecipientInfos().size() == 1);
      well(data.getAuthAttrs() == null && data.getUnauthAttrs() == null);
      content(data);
      recipient(RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0)), own);
      return info;
    } catch (IOException | RuntimeException malformed) {
      throw new Unacceptable(SealRefusal.MALFORMED);
    }
  }

  private static void version(ASN1Sequence structure) throws Unacceptable {
    Unacceptable.unless(
        ASN1Integer.getInstance(structure.getObjectAt(0)).hasValue(VERSION),
        SealRefusal.UNKNOWN_VERSION);
  }

  private static void content(AuthEnvelopedData data) throws Unacceptable {
    var encrypted = data.getAuthEncryptedContentInfo();
    well(encrypted.getContentType().equals(CMSObjectIdentifiers.data));
    well(encrypted.getEncryptedContent() != null);
    var algorithm = encrypted.getContentEncryptionAlgorithm();
    algorithm(algorithm.getAlgorithm().equals(Algorithms.CONTENT_OID));
    var parameters = GCMParameters.getInstance(algorithm.getParameters());
    algorithm(parameters.getIcvLen() * Byte.SIZE == Algorithms.TAG_BITS);
    algorithm(parameters.getNonce().length == Algorithms.NONCE_BYTES);
    well(data.getMac().getOctets().length * Byte.SIZE == Algorithms.TAG_BITS);
  }

  private static void recipient(RecipientInfo info, IdentityCard own) throws Unacceptable {
    algorithm(
        info.getInfo() instanceof OtherRecipientInfo other
            && other.getType().equals(CMSObjectIdentifiers.id_ori_kem));
    var structure =
        ASN1Sequence.getInstance(OtherRecipientInfo.getInstance(info.getInfo()).getValue());
    version(structure);
    well(structure.size() == KEM_ELEMENTS);
    var kem = KEMRecipientInfo.getInstance(structure);
    algorithm(kem.getKem().equals(KEM));
    algorithm(kem.getKdf().equals(Algorithms.KDF));
    algorithm(kem.getWrap().equals(WRAP));
    algorithm(kem.getKekLength() == Algorithms.KEY_BYTES);
    well(kem.getKemct().getOctets().length == KEM_CIPHERTEXT_BYTES);
    well(kem.getEncryptedKey().getOctets().length == WRAPPED_KEY_BYTES);
    var expected = Certificates.keyIdentifier(own.recipientCertificate().getPublicKey());
    Unacceptable.unless(
        kem.getRecipientIdentifier().getId() instanceof ASN1OctetString identifier
            && Arrays.equals(identifier.getOctets(), expected),
        SealRefusal.WRONG_RECIPIENT);
  }

  private static void well(boolean formed) throws Unacceptable {
    Unacceptable.unless(formed, SealRefusal.MALFORMED);
  }

  private static void algorithm(boolean ours) throws Unacceptable {
    Unacceptable.unless(ours, SealRefusal.UNKNOWN_ALGORITHM);
  }
}
