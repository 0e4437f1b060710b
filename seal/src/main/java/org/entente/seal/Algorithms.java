package org.entente.seal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.iana.IANAObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The policy table: every algorithm of profile {@value #PROFILE}, named once. A receiver accepts
 * exactly these and nothing "at least as strong"; a change makes a new profile.
 *
 * <p>Sources: composite signature and KEM of the LAMPS working group (the KEM is still a draft),
 * RFC 9629 (KEM in CMS), RFC 5083 and 5084 (AuthEnvelopedData with AES-GCM), RFC 8619 (HKDF).
 */
public final class Algorithms {
  /** The name of this profile, written into every identity card. */
  public static final String PROFILE = "entente-1";

  /** Signs messages, statements and the recipient certificate. */
  public static final String SIGNATURE = "MLDSA65-ECDSA-P256-SHA512";

  /** Agrees the content key with the recipient. */
  public static final String KEM = "MLKEM768-X25519-SHA3-256";

  /** Signs ledger checkpoints (RFC 8032). */
  public static final String CHECKPOINT = "Ed25519";

  /** The only protocol version and cipher suite between nodes. */
  public static final String TLS_PROTOCOL = "TLSv1.3";

  /** See {@link #TLS_PROTOCOL}. */
  public static final String TLS_CIPHER_SUITE = "TLS_AES_256_GCM_SHA384";

  static final String TLS_CERTIFICATE_SIGNATURE = "SHA256withECDSA";
  static final int TAG_BITS = 128;
  static final int NONCE_BYTES = 12;
  static final int KEY_BYTES = 32;

  static final ASN1ObjectIdentifier SIGNATURE_OID =
      IANAObjectIdentifiers.id_MLDSA65_ECDSA_P256_SHA512;
  static final ASN1ObjectIdentifier KEM_OID = IANAObjectIdentifiers.id_MLKEM768_X25519_SHA3_256;
  static final ASN1ObjectIdentifier DIGEST_OID = NISTObjectIdentifiers.id_sha512;
  static final ASN1ObjectIdentifier CONTENT_OID = NISTObjectIdentifiers.id_aes256_GCM;
  static final ASN1ObjectIdentifier WRAP_OID = NISTObjectIdentifiers.id_aes256_wrap;
  static final AlgorithmIdentifier KDF =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
  static final ASN1ObjectIdentifier TLS_KEY_OID = X9ObjectIdentifiers.id_ecPublicKey;
  static final ASN1ObjectIdentifier TLS_SIGNATURE_OID = X9ObjectIdentifiers.ecdsa_with_SHA256;
  static final ASN1ObjectIdentifier CHECKPOINT_OID = EdECObjectIdentifiers.id_Ed25519;

  /** Key agreement groups; the second is needed so that the P-256 certificates may be used. */
  static String[] tlsGroups() {
    return new String[] {"X25519MLKEM768", "secp256r1"};
  }

  private Algorithms() {}

  /**
   * Object identifiers of our own, under the arc of a randomly drawn UUID (ITU-T X.667: {@code
   * 2.25.<uuid>} needs no registration).
   */
  static final class Own {
    private static final ASN1ObjectIdentifier ARC =
        new ASN1ObjectIdentifier("2.25.252433243019415313820748711571267446808");

    /** Content type of a sealed message. */
    static final ASN1ObjectIdentifier MESSAGE = ARC.branch("1");

    /** Content type of a statement. */
    static final ASN1ObjectIdentifier STATEMENT = ARC.branch("2");

    /** Signed attribute: who says what kind of thing to whom. */
    static final ASN1ObjectIdentifier BINDING = ARC.branch("3");

    /** Secret bag of an identity file: version, profile and master key. */
    static final ASN1ObjectIdentifier IDENTITY_SECRET = ARC.branch("4");

    private Own() {}
  }
}
