package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KEM;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jcajce.CompositePrivateKey;
import org.bouncycastle.jcajce.CompositePublicKey;

/** Makes the key pairs of the profile, reads them back and checks that the halves fit. */
final class KeyPairs {
  private static final byte[] PROBE = "do these halves fit?".getBytes(US_ASCII);

  private KeyPairs() {}

  static KeyPair createSigning() throws GeneralSecurityException {
    return composite(Algorithms.SIGNATURE_OID, create("ML-DSA-65"), createTransport());
  }

  static KeyPair createRecipient() throws GeneralSecurityException {
    return composite(Algorithms.KEM_OID, create("ML-KEM-768"), create("X25519"));
  }

  static KeyPair createCheckpoint() throws GeneralSecurityException {
    return create(Algorithms.CHECKPOINT);
  }

  /** Put together by hand: Bouncy Castle's own generator works only if registered globally. */
  private static KeyPair composite(ASN1ObjectIdentifier algorithm, KeyPair one, KeyPair other) {
    return new KeyPair(
        new CompositePublicKey(algorithm, one.getPublic(), other.getPublic()),
        new CompositePrivateKey(algorithm, one.getPrivate(), other.getPrivate()));
  }

  private static KeyPair create(String algorithm) throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(algorithm, Cryptography.BOUNCY_CASTLE).generateKeyPair();
  }

  /** The same key, telling where its halves are worked: else a provider is made for each use. */
  static PublicKey bound(PublicKey key) {
    if (key instanceof CompositePublicKey composite) {
      var builder = CompositePublicKey.builder(composite.getAlgorithmIdentifier().getAlgorithm());
      composite
          .getPublicKeys()
          .forEach(half -> builder.addPublicKey(half, Cryptography.BOUNCY_CASTLE));
      return builder.build();
    }
    throw new IllegalArgumentException("not a composite key");
  }

  /** See {@link #bound(PublicKey)}. */
  static PrivateKey bound(PrivateKey key) {
    if (key instanceof CompositePrivateKey composite) {
      var builder = CompositePrivateKey.builder(composite.getAlgorithmIdentifier().getAlgorithm());
      composite
          .getPrivateKeys()
          .forEach(half -> builder.addPrivateKey(half, Cryptography.BOUNCY_CASTLE));
      return builder.build();
    }
    throw new IllegalArgumentException("not a composite key");
  }

  static KeyPair createTransport() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC", Cryptography.BOUNCY_CASTLE);
    generator.initialize(new ECGenParameterSpec("secp256r1"), Cryptography.random());
    return generator.generateKeyPair();
  }

  static byte[] raw(PublicKey key) {
    return SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getOctets();
  }

  static PrivateKey read(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm, Cryptography.BOUNCY_CASTLE)
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  static PublicKey checkpointKey(byte[] raw) throws GeneralSecurityException, IOException {
    var info = new SubjectPublicKeyInfo(new AlgorithmIdentifier(Algorithms.CHECKPOINT_OID), raw);
    return KeyFactory.getInstance(Algorithms.CHECKPOINT, Cryptography.BOUNCY_CASTLE)
        .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
  }

  static byte[] sign(String algorithm, PrivateKey key, byte[] bytes)
      throws GeneralSecurityException {
    var signature = Signature.getInstance(algorithm, Cryptography.BOUNCY_CASTLE);
    signature.initSign(key);
    signature.update(bytes);
    return signature.sign();
  }

  static boolean verifies(String algorithm, PublicKey key, byte[] bytes, byte[] made)
      throws GeneralSecurityException {
    var signature = Signature.getInstance(algorithm, Cryptography.BOUNCY_CASTLE);
    signature.initVerify(key);
    signature.update(bytes);
    return signature.verify(made);
  }

  /**
   * @throws GeneralSecurityException if a private key is not the one its certificate speaks of
   */
  static void check(IdentityCard card, Identity.Keys keys)
      throws GeneralSecurityException, IOException {
    signs(Algorithms.SIGNATURE, keys.signing(), card.signingCertificate().getPublicKey());
    signs(
        Algorithms.TLS_CERTIFICATE_SIGNATURE,
        keys.transport(),
        card.transportCertificate().getPublicKey());
    signs(Algorithms.CHECKPOINT, keys.checkpoint(), checkpointKey(card.checkpointPublicKey()));
    var kem = KEM.getInstance(Algorithms.KEM, Cryptography.BOUNCY_CASTLE);
    var sent =
        kem.newEncapsulator(
                bound(card.recipientCertificate().getPublicKey()), Cryptography.random())
            .encapsulate();
    var received = kem.newDecapsulator(bound(keys.recipient())).decapsulate(sent.encapsulation());
    if (!MessageDigest.isEqual(sent.key().getEncoded(), received.getEncoded())) {
      throw new GeneralSecurityException("recipient key and certificate do not fit");
    }
  }

  private static void signs(String algorithm, PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    if (!verifies(algorithm, certified, PROBE, sign(algorithm, key, PROBE))) {
      throw new GeneralSecurityException("private key and certificate do not fit");
    }
  }
}
