package org.entente.node.casework;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Blobs;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;
import org.entente.node.store.Tx;
import org.entente.seal.AttachmentKey;

/**
 * What was exchanged in a case, as it was signed, for a party that has to prove it. Drafts are not
 * among it. Safe for use by many threads.
 */
public final class Originals {
  private final Contents contents;
  private final Journal journal;
  private final Blobs blobs;

  Originals(Contents contents, Journal journal, Blobs blobs) {
    this.contents = contents;
    this.journal = journal;
    this.blobs = blobs;
  }

  /** A case without what it says. */
  public record Matter(
      CaseId id,
      String reference,
      AuthorityId partner,
      Optional<String> partnerReference,
      UUID request,
      ActKind opening,
      OffenceArea offence,
      String agreement,
      Instant openedAt) {}

  /**
   * A message that left or came.
   *
   * @param at when its receiver got it; when it left, if that is not known
   * @param said empty when it was erased, or is restricted and was not asked for
   */
  public record Original(
      MessageId id,
      Direction direction,
      Header header,
      List<String> articles,
      String bodyHash,
      Instant at,
      boolean erased,
      Optional<Said> said) {}

  /**
   * What a message says.
   *
   * @param signed the object that was signed; empty for messages exchanged before it was kept
   * @param handling the codes it is under now
   * @param about the one person whom it is about
   * @param tells of further persons and things
   */
  // Made once and handed over: nobody compares these records.
  @SuppressWarnings("ArrayRecordComponent")
  public record Said(
      Optional<byte[]> signed,
      byte[] body,
      Set<HandlingCode> handling,
      Optional<PersonSought> about,
      Subjects tells,
      List<Attached> attachments) {
    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  /** The case; empty when there is none. */
  public Optional<Matter> matter(Reads tx, CaseId id) {
    return CaseRows.find(tx, id)
        .map(row ->
            new Matter(
                row.id(),
                row.reference(),
                row.partner(),
                row.partnerReference(),
                row.request(),
                row.opening(),
                row.offence(),
                row.agreementHash(),
                row.openedAt()));
  }

  /**
   * The messages of a case, oldest first.
   *
   * @param restricted whether what is restricted is wanted too, by an officer who said why
   */
  public List<Original> of(Reads tx, CaseId id, boolean restricted) {
    return MessageRows.ofCase(tx, id).stream()
        .filter(row -> exchanged(row.state()))
        .map(row -> original(tx, row, restricted))
        .toList();
  }

  private static boolean exchanged(MessageState state) {
    return switch (state) {
      case RELEASED, DELIVERED, REFUSED_BY_PARTNER, RECEIVED -> true;
      case DRAFT, AWAITING_APPROVAL, RETURNED, DISCARDED -> false;
    };
  }

  private Original original(Reads tx, MessageRows.Row row, boolean restricted) {
    Optional<Said> said = Optional.empty();
    boolean erased = row.standing().erasedAt().isPresent();
    if (!erased && (restricted || !row.standing().restricted())) {
      try {
        said = Optional.of(said(tx, row));
      } catch (KeyForgotten e) {
        erased = true;
      }
    }
    return new Original(
        row.id(),
        row.direction(),
        row.header(),
        row.articles(),
        row.body().hash(),
        row.arrivedAt().or(row::releasedAt).orElse(row.draftedAt()),
        erased,
        said);
  }

  private Said said(Reads tx, MessageRows.Row row) {
    Content content = contents.reopen(row);
    return new Said(
        MessageRows.signed(tx, row.id()).map(locked -> contents.openSigned(row, locked)),
        contents.bytes(row),
        content.handlingCodes(),
        content.about(),
        content.tells(),
        content.attachments());
  }

  /**
   * Prepares to note a look at what is restricted (Directive (EU) 2016/680 Art. 16(3), 25(1)), in
   * the transaction of the act that shows it.
   */
  public Consumer<Tx> restrictedLook(OfficerId by, CaseId id, Instant at, String reason) {
    return RestrictedLooks.of(contents, journal, by, id, at, reason);
  }

  /** An attachment as it was exchanged; the caller closes the stream. */
  public InputStream sealed(AttachmentId id) throws IOException {
    return blobs.read(id.value());
  }

  /** An attachment in clear; the caller closes the stream. */
  public InputStream opened(Attached attached) throws IOException {
    return Attachments.opening(blobs, attached.id(), AttachmentKey.of(attached.key()));
  }
}
