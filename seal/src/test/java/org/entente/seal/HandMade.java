package org.entente.seal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** An envelope put together step by step, so that single steps can be weaker than the profile. */
record HandMade(
    ASN1ObjectIdentifier content,
    int keyBytes,
    int tagBytes,
    int nonceBytes,
    AlgorithmIdentifier kdf,
    int recipients) {
  static final HandMade PROFILE =
      new HandMade(
          NISTObjectIdentifiers.id_aes256_GCM,
          32,
          16,
          12,
          new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256),
          1);

  HandMade withAes128() {
    return new HandMade(
        NISTObjectIdentifiers.id_aes128_GCM, 16, tagBytes, nonceBytes, kdf, recipients);
  }

  HandMade withTag(int bytes) {
    return new HandMade(content, keyBytes, bytes, nonceBytes, kdf, recipients);
  }

  HandMade withNonce(int bytes) {
    return new HandMade(content, keyBytes, tagBytes, bytes, kdf, recipients);
  }

  HandMade withKdf(ASN1ObjectIdentifier other) {
    return new HandMade(
        content, keyBytes, tagBytes, nonceBytes, new AlgorithmIdentifier(other), recipients);
  }

  HandMade withRecipients(int count) {
    return new HandMade(content, keyBytes, tagBytes, nonceBytes, kdf, count);
  }

  byte[] seal(byte[] plain, IdentityCard recipient) throws Exception {
    return seal(plain, recipient, data -> data);
  }

  byte[] seal(byte[] plain, IdentityCard recipient, UnaryOperator<AuthEnvelopedData> last)
      throws Exception {
    var key = new SecretKeySpec(Cryptography.randomBytes(keyBytes), "AES");
    var nonce = Cryptography.randomBytes(nonceBytes);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    // The JDK knows no tag below 96 bits; a shorter one is the beginning of a longer one.
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    var sealed = cipher.doFinal(plain);
    var text = Arrays.copyOf(sealed, plain.length);
    var tag = Arrays.copyOfRange(sealed, plain.length, plain.length + tagBytes);
    var infos = new RecipientInfo[recipients];
    for (int i = 0; i < recipients; i++) {
      infos[i] = recipient(key, recipient);
    }
    var data =
        new AuthEnvelopedData(
            null,
            new DERSet(infos),
            new EncryptedContentInfo(
                CMSObjectIdentifiers.data,
                new AlgorithmIdentifier(content, new GCMParameters(nonce, tagBytes)),
                new DEROctetString(text)),
            null,
            new DEROctetString(tag),
            null);
    return new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, last.apply(data))
        .getEncoded("DER");
  }

  private RecipientInfo recipient(SecretKeySpec key, IdentityCard card) throws Exception {
    var kemKey = card.recipientCertificate().getPublicKey();
    var sent =
        KEM.getInstance(Algorithms.KEM, Cryptography.BOUNCY_CASTLE)
            .newEncapsulator(KeyPairs.bound(kemKey))
            .encapsulate();
    var wrap = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap);
    var use = new CMSORIforKEMOtherInfo(wrap, 32).getEncoded("DER");
    var wrapping =
        KDF.getInstance("HKDF-SHA256")
            .deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(sent.key()).thenExpand(use, 32));
    var cipher = Cipher.getInstance("AES/KW/NoPadding");
    cipher.init(Cipher.WRAP_MODE, wrapping);
    return new RecipientInfo(
        new OtherRecipientInfo(
            CMSObjectIdentifiers.id_ori_kem,
            new KEMRecipientInfo(
                new RecipientIdentifier(new DEROctetString(Certificates.keyIdentifier(kemKey))),
                new AlgorithmIdentifier(Algorithms.KEM_OID),
                new DEROctetString(sent.encapsulation()),
                kdf,
                new ASN1Integer(32),
                null,
                wrap,
                new DEROctetString(cipher.wrap(key)))));
  }
}
