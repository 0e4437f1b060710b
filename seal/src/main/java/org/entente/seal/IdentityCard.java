package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Pattern;
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
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * The public half of an authority's identity, to be handed to partners and confirmed by its {@link
 * #fingerprint()}.
 *
 * <h2>Guarantees</h2>
 *
 * A card that could be read is consistent: its certificates use the profile's algorithms, name one
 * authority and are signed by the card's own signing key.
 *
 * <h2>Does not guarantee</h2>
 *
 * That the authority is who it says. Only comparing the fingerprint over another channel does.
 *
 * <p>Immutable and thread-safe.
 */
public final class IdentityCard {
  /** The only version read and written. */
  public static final int VERSION = 1;

  /** Largest encoding accepted; a card of profile entente-1 has about 13 KiB. */
  public static final int MAX_ENCODED_BYTES = 32 * 1024;

  /** Longest display name, in UTF-16 units. */
  public static final int MAX_DISPLAY_NAME = 120;

  private static final int MAX_TEXT_BYTES = 2 * MAX_ENCODED_BYTES;
  private static final Pattern AUTHORITY = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}[a-z0-9]");
  private static final String BEGIN = "-----BEGIN ENTENTE CARD-----";
  private static final String END = "-----END ENTENTE CARD-----";
  private static final int LINE = 64;

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
    this.authority = checkedAuthority(single(subject, BCStyle.CN));
    this.displayName = checkedDisplayName(single(subject, BCStyle.O));
    if (subject.getRDNs().length != 2 || checkpointKey.length != Algorithms.KEY_BYTES) {
      throw new IOException("unexpected subject or checkpoint key");
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
      var der = isText(encodedOrText) ? unarmour(encodedOrText) : encodedOrText;
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
            new org.bouncycastle.asn1.ASN1Encodable[] {
              new ASN1Integer(VERSION),
              new DERUTF8String(Algorithms.PROFILE),
              Certificate.getInstance(ASN1Primitive.fromByteArray(signing.getEncoded())),
              Certificate.getInstance(ASN1Primitive.fromByteArray(recipient.getEncoded())),
              Certificate.getInstance(ASN1Primitive.fromByteArray(transport.getEncoded())),
              new DEROctetString(checkpointKey)
            })
        .getEncoded(ASN1Encoding.DER);
  }

  static String checkedAuthority(String authority) {
    if (!AUTHORITY.matcher(authority).matches()) {
      throw new IllegalArgumentException(
          "an authority is named by 3 to 64 of a-z, 0-9, dot and hyphen, such as rs.mup");
    }
    return authority;
  }

  static String checkedDisplayName(String name) {
    if (name.isBlank()
        || name.length() > MAX_DISPLAY_NAME
        || name.codePoints().anyMatch(IdentityCard::unprintable)) {
      throw new IllegalArgumentException(
          "a display name has 1 to " + MAX_DISPLAY_NAME + " printable characters");
    }
    return name;
  }

  /** Control and direction-changing characters could make one name look like another. */
  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String single(
      X500Name subject, org.bouncycastle.asn1.ASN1ObjectIdentifier attribute) throws IOException {
    var found = subject.getRDNs(attribute);
    if (found.length != 1
        || found[0].isMultiValued()
        || !(found[0].getFirst().getValue() instanceof ASN1UTF8String text)) {
      throw new IOException("unexpected subject");
    }
    return text.getString();
  }

  private static boolean isText(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == '-';
  }

  private static byte[] unarmour(byte[] text) throws IOException {
    var lines = new String(text, US_ASCII).replace("\r\n", "\n").stripTrailing().split("\n", -1);
    if (lines.length < 3
        || !lines[0].equals(BEGIN)
        || !lines[lines.length - 1].stripTrailing().equals(END)) {
      throw new IOException("not an armoured card");
    }
    var base64 = new StringBuilder();
    for (int i = 1; i < lines.length - 1; i++) {
      base64.append(lines[i].stripTrailing());
    }
    return Base64.getDecoder().decode(base64.toString());
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
    var body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
    return BEGIN + "\n" + body + "\n" + END + "\n";
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
