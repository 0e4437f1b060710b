package org.entente.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/**
 * Signs and encrypts a message for one partner, and opens and verifies what a partner sealed.
 *
 * <p><b>Guarantees.</b> What opens was signed by the pinned key of the named sender, for this
 * recipient's identity card, under this message id, and no byte of it was changed. Classical and
 * post-quantum algorithms must both be broken to read or to forge.
 *
 * <p><b>Does not guarantee.</b> Secrecy of earlier messages once the recipient's private key is
 * stolen. Hiding of size, time and recipient. That {@code sealedAt} is true: it is what the
 * sender's clock said.
 *
 * <p><b>Failures.</b> Opening never throws for bad input: it answers with {@link Opening.Refused}.
 *
 * <p>Thread-safe.
 */
public final class Seal {
  /** Largest body; larger content goes through {@link AttachmentSeal}. */
  public static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  /** Largest sealed message: header, body and 64 KiB of room for the structures around them. */
  public static final int MAX_SEALED_BYTES = MAX_BODY_BYTES + SealHeader.MAX_BYTES + 64 * 1024;

  private static final int CONTENT_VERSION = 1;
  private static final int CONTENT_ELEMENTS = 4;
  static final String PURPOSE = "message";

  private final InstantSource clock;

  /**
   * @param clock against which certificates are checked
   */
  public Seal(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Seals a message for one partner.
   *
   * @param recipient the partner's pinned card
   * @throws SealException {@link SealException.Code#TOO_LARGE} above {@link #MAX_BODY_BYTES};
   *     {@link SealException.Code#EXPIRED_CERTIFICATE} or {@link SealException.Code#NOT_YET_VALID}
   *     if a certificate of either side is not valid now
   */
  public byte[] seal(SealHeader header, byte[] body, Identity sender, IdentityCard recipient)
      throws SealException {
    return sealAndKeep(header, body, sender, recipient).sealed();
  }

  /**
   * A message in both its forms.
   *
   * @param sealed for the recipient alone
   * @param signed what is inside; whoever holds it and both cards can check it with {@link
   *     SignedMessage}
   */
  // Made once and handed over: nobody else holds the arrays, and nobody compares these records.
  @SuppressWarnings("ArrayRecordComponent")
  public record Kept(byte[] sealed, byte[] signed) {
    @Override
    public String toString() {
      return "Kept[…]";
    }
  }

  /**
   * The same as {@link #seal}, for a sender that keeps what it signed: the sealed form it cannot
   * open itself.
   */
  public Kept sealAndKeep(SealHeader header, byte[] body, Identity sender, IdentityCard recipient)
      throws SealException {
    if (body.length > MAX_BODY_BYTES) {
      throw new SealException(SealException.Code.TOO_LARGE);
    }
    var now = clock.instant();
    if (!SignedObject.valid(sender.card().signingCertificate(), now)
        || !SignedObject.valid(sender.card().signingCertificate(), header.sealedAt())
        || !SignedObject.valid(recipient.recipientCertificate(), now)) {
      throw new SealException(
          begins(sender.card().signingCertificate(), now)
                  && begins(recipient.recipientCertificate(), now)
                  && begins(sender.card().signingCertificate(), header.sealedAt())
              ? SealException.Code.EXPIRED_CERTIFICATE
              : SealException.Code.NOT_YET_VALID);
    }
    var binding =
        new Binding(
            PURPOSE,
            sender.card().authority(),
            sender.card().signerFingerprint(),
            recipient.fingerprint(),
            header.messageId());
    var signed =
        SignedObject.sign(
            Algorithms.Own.MESSAGE, encode(header, body), binding, header.sealedAt(), sender);
    return new Kept(Envelope.encrypt(signed, recipient), signed);
  }

  private static boolean begins(X509Certificate certificate, Instant at) {
    return !at.isBefore(certificate.getNotBefore().toInstant());
  }

  /**
   * Opens a sealed message; checks in the order of {@code docs/protocol/seal.md}.
   *
   * @param recipient this node's identity
   * @param pinned the partners' confirmed cards
   * @param memory which messages were accepted before
   */
  public Opening open(byte[] sealed, Identity recipient, CardDirectory pinned, ReplayGuard memory) {
    try {
      Unacceptable.unless(sealed.length <= MAX_SEALED_BYTES, SealRefusal.TOO_LARGE);
      var inside = Envelope.decrypt(sealed, recipient);
      var signed = SignedObject.read(inside, Algorithms.Own.MESSAGE);
      var binding = signed.binding();
      var card =
          pinned
              .bySigner(binding.signer())
              .orElseThrow(() -> new Unacceptable(SealRefusal.UNKNOWN_SIGNER));
      signed.verify(card);
      Unacceptable.unless(binding.purpose().equals(PURPOSE), SealRefusal.WRONG_PURPOSE);
      Unacceptable.unless(
          binding.recipient().equals(recipient.card().fingerprint()), SealRefusal.WRONG_RECIPIENT);
      var certificate = card.signingCertificate();
      Unacceptable.unless(
          SignedObject.valid(certificate, signed.signedAt())
              && SignedObject.valid(certificate, clock.instant()),
          SealRefusal.EXPIRED_CERTIFICATE);
      var content = decode(signed);
      var opened =
          new Opening.Opened(
              content.messageId(),
              card.authority(),
              signed.signedAt(),
              content.header(),
              Sealed.of(content.body()),
              Sealed.of(inside),
              SignedMessage.digest(inside));
      Unacceptable.unless(
          !memory.acceptedBefore(opened.sender(), opened.messageId()), SealRefusal.REPLAYED);
      return opened;
    } catch (Unacceptable refused) {
      return new Opening.Refused(refused.reason());
    }
  }

  private static byte[] encode(SealHeader header, byte[] body) {
    try {
      return new DERSequence(
              new ASN1Encodable[] {
                new ASN1Integer(CONTENT_VERSION),
                new DEROctetString(Binding.bytes(header.messageId())),
                new DEROctetString(header.header()),
                new DEROctetString(body)
              })
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new AssertionError("four values can be encoded", e);
    }
  }

  /** What a message holds. */
  record Content(UUID messageId, byte[] header, byte[] body) {}

  static Content decode(SignedObject signed) throws Unacceptable {
    try {
      var content = ASN1Sequence.getInstance(StrictDer.read(signed.content()));
      Unacceptable.unless(
          ASN1Integer.getInstance(content.getObjectAt(0)).hasValue(CONTENT_VERSION),
          SealRefusal.UNKNOWN_VERSION);
      Unacceptable.unless(content.size() == CONTENT_ELEMENTS, SealRefusal.MALFORMED);
      UUID id = Binding.uuid(octets(content, 1));
      var header = octets(content, 2);
      var body = octets(content, 3);
      Unacceptable.unless(id.equals(signed.binding().messageId()), SealRefusal.MALFORMED);
      Unacceptable.unless(
          header.length <= SealHeader.MAX_BYTES && body.length <= MAX_BODY_BYTES,
          SealRefusal.TOO_LARGE);
      return new Content(id, header, body);
    } catch (IOException | RuntimeException malformed) {
      throw new Unacceptable(SealRefusal.MALFORMED);
    }
  }

  private static byte[] octets(ASN1Sequence content, int index) {
    return ASN1OctetString.getInstance(content.getObjectAt(index)).getOctets();
  }
}
