package org.entente.node.casework;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.AttachmentId;

/**
 * The part of a message that both nodes decide on, signed and sealed with it: which act, under
 * which agreement, in which matter.
 *
 * @param agreementHash hash of the agreement the sender decided on; the receiver must hold the same
 * @param caseId the sender's case
 * @param caseReference how the sender's officers call it
 * @param request the message that opened the matter; equal to the message's own id when it does
 * @param opening kind of that message
 * @param salt 16 bytes; with the content they make the hash that both ledgers hold
 */
public record Header(
    Act act,
    String agreementHash,
    UUID caseId,
    String caseReference,
    UUID request,
    ActKind opening,
    String salt,
    List<SealedAttachment> attachments) {
  /** The word that names the family in its headers: acts were the first, and say their kind. */
  public static final String FAMILY = "kind";

  public Header {
    attachments = SealedAttachment.listed(attachments);
    if (!caseReference.matches("[A-Z]{2}-[0-9]{4}-[0-9]{6,9}")) {
      throw new IllegalArgumentException("A case reference looks like AZ-2026-000001");
    }
    if (!agreementHash.matches("[0-9a-f]{64}") || !salt.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("A hash or salt of a header has the wrong form");
    }
  }

  /** The header as it travels and is stored: JSON by {@code docs/protocol.md}. */
  public String text() {
    return HeaderFormat.write(this);
  }

  /** The header as the delivery sees it. */
  Envelope envelope() {
    return Envelope.read(text());
  }

  /**
   * Reads a header.
   *
   * @throws NotSupported when it is whole but says a code or version that is not known here
   * @throws IllegalArgumentException when it is not one of this version; says nothing of its
   *     content
   */
  public static Header parse(String text) {
    return HeaderFormat.read(text);
  }

  public byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }

  /** The same header, decided under this version of the agreement. */
  public Header decidedUnder(String hash) {
    return new Header(act, hash, caseId, caseReference, request, opening, salt, attachments);
  }

  public Header with(List<SealedAttachment> attached) {
    return new Header(act, agreementHash, caseId, caseReference, request, opening, salt, attached);
  }

  /** What stays of a header when its content is erased: nobody can try guesses at the hash. */
  public Header withoutSalt() {
    return new Header(
        act,
        agreementHash,
        caseId,
        caseReference,
        request,
        opening,
        "0".repeat(salt.length()),
        attachments);
  }

  public Optional<SealedAttachment> attachment(AttachmentId id) {
    return attachments.stream().filter(a -> a.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return "Header[" + act.kind().code() + "]";
  }
}
