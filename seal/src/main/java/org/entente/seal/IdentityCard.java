package org.entente.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * The public half of an authority's identity, to be handed to partners and confirmed by its {@link
 * #fingerprint()}.
 *
 * <p><b>Guarantees.</b> A card that could be read is consistent: its certificates use the profile's
 * algorithms, name one authority and are signed by the card's own signing key.
 *
 * <p><b>Does not guarantee.</b> That the authority is who it says. Only comparing the fingerprint
 * over another channel does.
 *
 * <p>Immutable and thread-safe.
 */
public final class IdentityCard {
  /** The only version read and written. */
  public static final int VERSION = 1;

  /** Largest encoding accepted; a card of profile entente-1 has about 11 KiB. */
  public static final int MAX_ENCODED_BYTES = 32 * 1024;

  /** Longest display name, in UTF-16 units. */
  public static final int MAX_DISPLAY_NAME = AuthorityName.MAX_DISPLAY;

  private static final int MAX_TEXT_BYTES = 2 * MAX_ENCODED_BYTES;

  private final String authority;
  private final String displayName;
  private final X509Certificate signing;
  private final X509Certificate recipient;
  private final X509Certificate transport;
  private final byte[] checkpointKey;
  private final byte[] encoded;
  private final Fingerprint fingerprint;
  private final Fingerprint signerFingerprint;

  private IdentityCard(
      X509Certificate signing,
      X509Certificate recipient,
      X509Certificate transport,
      byte[] checkpointKey)
      throws GeneralSecurityException, IOException {
    var subject = X500Name.getInstance(signing.getSubjectX500Principal().getEncoded());
    this.authority = AuthorityName.authority(subject);
    this.displayName = AuthorityName.display(subject);
    if (checkpointKey.length != Algorithms.KEY_BYTES) {
      throw new IOException("unexpected checkpoint key");
    }
    var issuer = signing.getPublicKey();
    if (!Certificates.fits(Certificates.Role.SIGNING, signing, subject, issuer)
        || !Certificates.fits(Certificates.Role.RECIPIENT, recipient, subject, issuer)
        || !Certificates.fits(
            Certificates.Role.TRANSPORT, transport, subject, transport.getPublicKey())) {
      throw new GeneralSecurityException("the certificates do not fit together");
    }
    this.signing = signing;
    this.recipient = recipient;
    this.transport = transport;
    this.checkpointKey = checkpointKey.clone();
    this.encoded = encode();
    this.fingerprint = Fingerprint.of(encoded);
    this.signerFingerprint = Fingerprint.of(signing.getEncoded());
  }

  static IdentityCard of(
      X509Certificate signing,
      X509Certificate recipient,
      X509Certificate transport,
      byte[] checkpointKey)
      throws GeneralSecurityException, IOException {
    return new IdentityCard(signing, recipient, transport, checkpointKey);
  }

  /** What came of reading a card. */
  public sealed interface Reading {
    /** The card is well-formed and consistent; compare its fingerprint before trusting it. */
    record Read(IdentityCard card) implements Reading {}

    /** The bytes are no card this version understands. */
    record Refused(Reason reason) implements Reading {}
  }

  /** Why a card was not read. */
  public enum Reason {
    TOO_LARGE("This file is larger than an identity card can be: ask for the .card file."),
    MALFORMED("This is not an identity card, or it was damaged: ask the partner to send it again."),
    UNKNOWN_VERSION("This card was made by a newer version: update this node, then read it again."),
    INCONSISTENT(
        "The keys in this card do not belong together: do not use it, ask the partner for another.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** What happened and what to do next. */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * Reads a card in either form, {@link #encoded()} or {@link #text()}. Never throws for bad input.
   */
  public static Reading read(byte[] encodedOrText) {
    if (encodedOrText.length > MAX_TEXT_BYTES) {
      return new Reading.Refused(Reason.TOO_LARGE);
    }
    try {
      var der = CardText.is(encodedOrText) ? CardText.unarmour(encodedOrText) : encodedOrText;
      if (der.length > MAX_ENCODED_BYTES) {
        return new Reading.Refused(Reason.TOO_LARGE);
      }
      return decode(der);
    } catch (IOException | RuntimeException malformed) {
      return new Reading.Refused(Reason.MALFORMED);
    }
  }

  private static Reading decode(byte[] der) throws IOException {
    if (!(StrictDer.read(der) instanceof ASN1Sequence card)
        || card.size() < 2
        || !(card.getObjectAt(0) instanceof ASN1Integer version)
        || !(card.getObjectAt(1) instanceof ASN1UTF8String profile)) {
      return new Reading.Refused(Reason.MALFORMED);
    }
    if (!version.hasValue(VERSION) || !profile.getString().equals(Algorithms.PROFILE)) {
      return new Reading.Refused(Reason.UNKNOWN_VERSION);
    }
    if (card.size() != 6) {
      return new Reading.Refused(Reason.MALFORMED);
    }
    try {
      return new Reading.Read(
          new IdentityCard(
              Certificates.parse(bytes(card, 2)),
              Certificates.parse(bytes(card, 3)),
              Certificates.parse(bytes(card, 4)),
              ASN1OctetString.getInstance(card.getObjectAt(5)).getOctets()));
    } catch (GeneralSecurityException inconsistent) {
      return new Reading.Refused(Reason.INCONSISTENT);
    }
  }

  private static byte[] bytes(ASN1Sequence card, int index) throws IOException {
    return card.getObjectAt(index).toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  private byte[] encode() throws IOException, CertificateEncodingException {
    return new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(VERSION),
              new DERUTF8String(Algorithms.PROFILE),
              Certificate.getInstance(ASN1Primitive.fromByteArray(signing.getEncoded())),
              Certificate.getInstance(ASN1Primitive.fromByteArray(recipient.getEncoded())),
              Certificate.getInstance(ASN1Primitive.fromByteArray(transport.getEncoded())),
              new DEROctetString(checkpointKey)
            })
        .getEncoded(ASN1Encoding.DER);
  }

  /** Short stable name of the authority, such as {@code rs.mup}. */
  public String authority() {
    return authority;
  }

  /** The authority's name for people. */
  public String displayName() {
    return displayName;
  }

  /** Certificate of the composite signing key, self-signed. */
  public X509Certificate signingCertificate() {
    return signing;
  }

  /** Certificate of the composite key to which messages are encrypted. */
  public X509Certificate recipientCertificate() {
    return recipient;
  }

  /** Certificate used in mutual TLS, self-signed. */
  public X509Certificate transportCertificate() {
    return transport;
  }

  /** The 32 raw bytes of the Ed25519 key that signs ledger checkpoints; a fresh array. */
  public byte[] checkpointPublicKey() {
    return checkpointKey.clone();
  }

  /** The canonical DER encoding; a fresh array. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The same as text that survives mail: base64 between two marker lines. */
  public String text() {
    return CardText.armour(encoded);
  }

  /** SHA-256 over {@link #encoded()}. */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /** SHA-256 over the signing certificate: how a message names its signer. */
  public Fingerprint signerFingerprint() {
    return signerFingerprint;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityCard card && card.fingerprint.equals(fingerprint);
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  @Override
  public String toString() {
    return "IdentityCard[" + authority + "]";
  }
}
