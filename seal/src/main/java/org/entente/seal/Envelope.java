package org.entente.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.util.Arrays;

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
  private static final AlgorithmIdentifier KEM_ALGORITHM =
      new AlgorithmIdentifier(Algorithms.KEM_OID);
  private static final AlgorithmIdentifier WRAP_ALGORITHM =
      new AlgorithmIdentifier(Algorithms.WRAP_OID);

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

  /** What a checked envelope consists of. */
  private record Parts(
      ASN1OctetString kemCiphertext,
      ASN1OctetString wrappedKey,
      ASN1OctetString nonce,
      ASN1OctetString ciphertext,
      ASN1OctetString tag) {}

  /** Checks versions, algorithms and recipient, in this order, and only then uses the key. */
  static byte[] decrypt(byte[] sealed, Identity recipient) throws Unacceptable {
    var parts = checked(sealed, recipient.card());
    try {
      return content(parts, contentKey(parts, recipient.keys().recipient()));
    } catch (GeneralSecurityException | IOException | RuntimeException changed) {
      throw new Unacceptable(SealRefusal.CHANGED);
    }
  }

  /** RFC 9629: shared secret, HKDF over the description of the wrap, AES key unwrap (RFC 3394). */
  private static SecretKey contentKey(Parts parts, PrivateKey key)
      throws GeneralSecurityException, IOException {
    var secret =
        KEM.getInstance(Algorithms.KEM, Cryptography.BOUNCY_CASTLE)
            .newDecapsulator(KeyPairs.bound(key))
            .decapsulate(parts.kemCiphertext().getOctets());
    var use = new CMSORIforKEMOtherInfo(WRAP_ALGORITHM, Algorithms.KEY_BYTES);
    var derivation =
        HKDFParameterSpec.ofExtract()
            .addIKM(secret)
            .thenExpand(use.getEncoded(ASN1Encoding.DER), Algorithms.KEY_BYTES);
    var wrapping = KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
    var cipher = Cipher.getInstance("AES/KW/NoPadding");
    cipher.init(Cipher.UNWRAP_MODE, wrapping);
    if (cipher.unwrap(parts.wrappedKey().getOctets(), "AES", Cipher.SECRET_KEY)
        instanceof SecretKey contentKey) {
      return contentKey;
    }
    throw new AssertionError("a secret key was asked for");
  }

  /** By the JDK, whose AES-GCM gives out nothing before the tag was checked. */
  private static byte[] content(Parts parts, SecretKey key) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        key,
        new GCMParameterSpec(Algorithms.TAG_BITS, parts.nonce().getOctets()));
    return cipher.doFinal(
        Arrays.concatenate(parts.ciphertext().getOctets(), parts.tag().getOctets()));
  }

  private static Parts checked(byte[] sealed, IdentityCard own) throws Unacceptable {
    try {
      var info = ContentInfo.getInstance(StrictDer.read(sealed));
      well(info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData));
      // The first element is read by itself: a newer version may have another structure.
      version(ASN1Sequence.getInstance(info.getContent()));
      var data = AuthEnvelopedData.getInstance(info.getContent());
      well(data.getOriginatorInfo() == null && data.getRecipientInfos().size() == 1);
      well(data.getAuthAttrs() == null && data.getUnauthAttrs() == null);
      var nonce = checkedNonce(data);
      var kem =
          checkedRecipient(RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0)), own);
      var parts =
          new Parts(
              kem.getKemct(),
              kem.getEncryptedKey(),
              nonce,
              data.getAuthEncryptedContentInfo().getEncryptedContent(),
              data.getMac());
      well(Arrays.areEqual(assembled(parts, own), sealed));
      return parts;
    } catch (IOException | RuntimeException malformed) {
      throw new Unacceptable(SealRefusal.MALFORMED);
    }
  }

  /**
   * The envelope that these parts make in this profile. A message must be equal to it: what the
   * parser passes over, such as the number of a tag, would else be open to change.
   */
  private static byte[] assembled(Parts parts, IdentityCard own) throws IOException {
    var identifier =
        new RecipientIdentifier(
            new DEROctetString(
                Certificates.keyIdentifier(own.recipientCertificate().getPublicKey())));
    var kem =
        new KEMRecipientInfo(
            identifier,
            KEM_ALGORITHM,
            parts.kemCiphertext(),
            Algorithms.KDF,
            new ASN1Integer(Algorithms.KEY_BYTES),
            null,
            WRAP_ALGORITHM,
            parts.wrappedKey());
    var parameters = new GCMParameters(parts.nonce().getOctets(), Algorithms.TAG_BITS / Byte.SIZE);
    var content =
        new EncryptedContentInfo(
            CMSObjectIdentifiers.data,
            new AlgorithmIdentifier(Algorithms.CONTENT_OID, parameters),
            parts.ciphertext());
    var recipients =
        new DERSet(new RecipientInfo(new OtherRecipientInfo(CMSObjectIdentifiers.id_ori_kem, kem)));
    var data = new AuthEnvelopedData(null, recipients, content, null, parts.tag(), null);
    return new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data)
        .getEncoded(ASN1Encoding.DER);
  }

  private static void version(ASN1Sequence structure) throws Unacceptable {
    Unacceptable.unless(
        ASN1Integer.getInstance(structure.getObjectAt(0)).hasValue(VERSION),
        SealRefusal.UNKNOWN_VERSION);
  }

  private static ASN1OctetString checkedNonce(AuthEnvelopedData data) throws Unacceptable {
    var encrypted = data.getAuthEncryptedContentInfo();
    well(encrypted.getContentType().equals(CMSObjectIdentifiers.data));
    well(encrypted.getEncryptedContent() != null);
    var algorithm = encrypted.getContentEncryptionAlgorithm();
    algorithm(algorithm.getAlgorithm().equals(Algorithms.CONTENT_OID));
    var parameters = GCMParameters.getInstance(algorithm.getParameters());
    algorithm(parameters.getIcvLen() * Byte.SIZE == Algorithms.TAG_BITS);
    algorithm(parameters.getNonce().length == Algorithms.NONCE_BYTES);
    well(data.getMac().getOctets().length * Byte.SIZE == Algorithms.TAG_BITS);
    return new DEROctetString(parameters.getNonce());
  }

  private static KEMRecipientInfo checkedRecipient(RecipientInfo info, IdentityCard own)
      throws Unacceptable {
    algorithm(
        info.getInfo() instanceof OtherRecipientInfo other
            && other.getType().equals(CMSObjectIdentifiers.id_ori_kem));
    var structure =
        ASN1Sequence.getInstance(OtherRecipientInfo.getInstance(info.getInfo()).getValue());
    version(structure);
    well(structure.size() == KEM_ELEMENTS);
    var kem = KEMRecipientInfo.getInstance(structure);
    algorithm(kem.getKem().equals(KEM_ALGORITHM));
    algorithm(kem.getKdf().equals(Algorithms.KDF));
    algorithm(kem.getWrap().equals(WRAP_ALGORITHM));
    algorithm(kem.getKekLength() == Algorithms.KEY_BYTES);
    well(kem.getKemct().getOctets().length == KEM_CIPHERTEXT_BYTES);
    well(kem.getEncryptedKey().getOctets().length == WRAPPED_KEY_BYTES);
    var expected = Certificates.keyIdentifier(own.recipientCertificate().getPublicKey());
    Unacceptable.unless(
        kem.getRecipientIdentifier().getId() instanceof ASN1OctetString identifier
            && Arrays.areEqual(identifier.getOctets(), expected),
        SealRefusal.WRONG_RECIPIENT);
    return kem;
  }

  private static void well(boolean formed) throws Unacceptable {
    Unacceptable.unless(formed, SealRefusal.MALFORMED);
  }

  private static void algorithm(boolean ours) throws Unacceptable {
    Unacceptable.unless(ours, SealRefusal.UNKNOWN_ALGORITHM);
  }
}
