package org.entente.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SecretBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS12SecretBag;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * The bytes of an identity file: PKCS#12 (RFC 7292) with one safe, encrypted by PBES2 (PBKDF2,
 * AES-256-CBC, RFC 8018) and authenticated by PBMAC1 (RFC 9579). The passphrase is stretched
 * equally for both: the cheaper one would be the one that is attacked.
 */
final class IdentityFile {
  /** Largest identity file read; one of profile entente-1 has about 12 KiB. */
  static final int MAX_BYTES = 64 * 1024;

  /** PBKDF2-HMAC-SHA512 rounds; a file with any other number is not ours. */
  static final int ROUNDS = 210_000;

  private static final int VERSION = 1;
  private static final int SALT_BYTES = 16;
  private static final int MAC_KEY_BYTES = 64;
  private static final String[] NAMES = {
    "signing", "recipient", "transport", "checkpoint", "signing", "recipient", "transport"
  };

  private IdentityFile() {}

  static byte[] encode(Identity identity, char[] passphrase) {
    var keys = identity.keys();
    var card = identity.card();
    var master = keys.master().raw();
    try {
      var secret =
          new DERSequence(
              new ASN1Encodable[] {
                new ASN1Integer(VERSION),
                new DERUTF8String(Algorithms.PROFILE),
                new DEROctetString(master),
                new DEROctetString(card.checkpointPublicKey())
              });
      var bags = new PKCS12SafeBag[1 + NAMES.length];
      bags[0] =
          new PKCS12SafeBagBuilder(
                  new PKCS12SecretBag(new SecretBag(Algorithms.Own.IDENTITY_SECRET, secret)))
              .build();
      bags[1] = key(0, keys.signing());
      bags[2] = key(1, keys.recipient());
      bags[3] = key(2, keys.transport());
      bags[4] = key(3, keys.checkpoint());
      bags[5] = certificate(4, card.signingCertificate());
      bags[6] = certificate(5, card.recipientCertificate());
      bags[7] = certificate(6, card.transportCertificate());
      var encryptor =
          new JcePKCSPBEOutputEncryptorBuilder(
                  new PBKDF2Config.Builder()
                      .withIterationCount(ROUNDS)
                      .withSaltLength(SALT_BYTES)
                      .withPRF(PBKDF2Config.PRF_SHA512)
                      .build(),
                  NISTObjectIdentifiers.id_aes256_CBC)
              .setProvider(Cryptography.BOUNCY_CASTLE)
              .build(passphrase);
      return new PKCS12PfxPduBuilder()
          .addEncryptedData(encryptor, bags)
          .build(new BcPKCS12PBMac1CalculatorBuilder(mac()), passphrase)
          .getEncoded(ASN1Encoding.DER);
    } catch (PKCSException | OperatorCreationException | IOException | CertificateException e) {
      throw new AssertionError("an identity can be encoded", e);
    } finally {
      Arrays.fill(master, (byte) 0);
    }
  }

  private static PBMAC1Params mac() {
    var prf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA512, DERNull.INSTANCE);
    var salt = Cryptography.randomBytes(SALT_BYTES);
    return new PBMAC1Params(
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ROUNDS, MAC_KEY_BYTES, prf)),
        prf);
  }

  private static PKCS12SafeBag key(int name, PrivateKey key) {
    return new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(key.getEncoded()))
        .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(NAMES[name]))
        .build();
  }

  private static PKCS12SafeBag certificate(int name, X509Certificate certificate)
      throws IOException, CertificateException {
    return new PKCS12SafeBagBuilder(new X509CertificateHolder(certificate.getEncoded()))
        .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(NAMES[name]))
        .build();
  }

  static Identity decode(byte[] file, char[] passphrase) throws IdentityException {
    if (file.length > MAX_BYTES) {
      throw new IdentityException(IdentityException.Code.TOO_LARGE);
    }
    try {
      StrictDer.read(file);
      var pfx = new PKCS12PfxPdu(file);
      var safes = pfx.getContentInfos();
      if (safes.length != 1
          || !pfx.hasMac()
          || !Arrays.equals(assembled(pfx), file)
          || !isOurs(pfx.getMacAlgorithmID())
          || !isOurs(EncryptedData.getInstance(safes[0].getContent()).getEncryptionAlgorithm())) {
        throw new IdentityException(IdentityException.Code.DAMAGED);
      }
      if (passphrase.length == 0
          || !pfx.isMacValid(new BcPKCS12PBMac1CalculatorBuilderProvider(), passphrase)) {
        throw new IdentityException(IdentityException.Code.WRONG_PASSPHRASE);
      }
      var decryptor =
          new JcePKCSPBEInputDecryptorProviderBuilder()
              .setProvider(Cryptography.BOUNCY_CASTLE)
              .build(passphrase);
      return identity(new PKCS12SafeBagFactory(safes[0], decryptor).getSafeBags());
    } catch (PKCSException | IOException | GeneralSecurityException | RuntimeException damaged) {
      // The cause is dropped: it may quote what was decrypted.
      throw new IdentityException(IdentityException.Code.DAMAGED);
    }
  }

  /** What the MAC does not cover has one form only. */
  private static byte[] assembled(PKCS12PfxPdu pfx) throws IOException {
    var read = pfx.toASN1Structure();
    var safe = new ContentInfo(PKCSObjectIdentifiers.data, read.getAuthSafe().getContent());
    return new Pfx(safe, read.getMacData()).getEncoded(ASN1Encoding.DER);
  }

  /** A damaged number of rounds must not keep the node busy for hours. */
  private static boolean isOurs(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
      var parameters = PBMAC1Params.getInstance(algorithm.getParameters());
      return isOurs(PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters()));
    }
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      var parameters = PBES2Parameters.getInstance(algorithm.getParameters());
      return isOurs(PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters()));
    }
    return false;
  }

  private static boolean isOurs(PBKDF2Params parameters) {
    return parameters.getIterationCount().equals(BigInteger.valueOf(ROUNDS))
        && (parameters.getKeyLength() == null
            || parameters.getKeyLength().bitLength() <= Integer.SIZE / 2)
        && parameters.getPrf().getAlgorithm().equals(PKCSObjectIdentifiers.id_hmacWithSHA512);
  }

  private static Identity identity(PKCS12SafeBag[] bags)
      throws IOException, GeneralSecurityException, IdentityException {
    if (bags.length != 1 + NAMES.length) {
      throw new IdentityException(IdentityException.Code.UNKNOWN_VERSION);
    }
    var secret =
        ASN1Sequence.getInstance(
            SecretBag.getInstance(bags[0].toASN1Structure().getBagValue()).getSecretValue());
    if (!ASN1Integer.getInstance(secret.getObjectAt(0)).hasValue(VERSION)
        || !secret.getObjectAt(1).equals(new DERUTF8String(Algorithms.PROFILE))) {
      throw new IdentityException(IdentityException.Code.UNKNOWN_VERSION);
    }
    var card =
        IdentityCard.of(
            certificate(bags[5]), certificate(bags[6]), certificate(bags[7]), octets(secret, 3));
    var keys =
        new Identity.Keys(
            KeyPairs.read(Algorithms.SIGNATURE, key(bags[1])),
            KeyPairs.read(Algorithms.KEM, key(bags[2])),
            KeyPairs.read("EC", key(bags[3])),
            KeyPairs.read(Algorithms.CHECKPOINT, key(bags[4])),
            new MasterKey(octets(secret, 2)));
    KeyPairs.check(card, keys);
    return new Identity(card, keys);
  }

  private static byte[] octets(ASN1Sequence sequence, int index) {
    return ASN1OctetString.getInstance(sequence.getObjectAt(index)).getOctets().clone();
  }

  private static X509Certificate certificate(PKCS12SafeBag bag)
      throws IOException, GeneralSecurityException {
    if (bag.getBagValue() instanceof X509CertificateHolder holder) {
      return Certificates.parse(holder.getEncoded());
    }
    throw new IOException("not a certificate");
  }

  private static byte[] key(PKCS12SafeBag bag) throws IOException {
    if (bag.getBagValue() instanceof PrivateKeyInfo info) {
      return info.getEncoded(ASN1Encoding.DER);
    }
    throw new IOException("not a private key");
  }
}
