package org.entente.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.partners.Partners;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.seal.Identity;
import org.entente.seal.Opening;
import org.entente.seal.ReplayGuard;
import org.entente.seal.Seal;
import org.entente.seal.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Takes what partners send. A message is verified, opened, decided on and written once, however
 * often it comes; its signed receipt is made in the transaction that keeps it. Safe for use by many
 * threads.
 */
final class Inbox {
  /** How far a partner's clock may be from ours. */
  static final Duration CLOCKS_APART = Duration.ofMinutes(10);

  private static final int COPY_BYTES = 1 << 16;

  /** Room that must stay free on the disk beside what arrives. */
  private static final long RESERVE_BYTES = 512L << 20;

  private final Dispatch dispatch;
  private final Store store;
  private final Identity identity;
  private final Seal seal;
  private final Partners partners;
  private final Blobs blobs;
  private final PartnerRate rate;

  Inbox(Dispatch dispatch, Identity identity, Partners partners, Blobs blobs) {
    this.dispatch = dispatch;
    this.store = dispatch.store();
    this.identity = identity;
    this.seal = new Seal(dispatch.clock());
    this.partners = partners;
    this.blobs = blobs;
    this.rate = new PartnerRate(dispatch.clock());
  }

  /** Whether one more message of this partner may come now; asked before it is read. */
  boolean mayCome(AuthorityId peer) {
    return rate.take(peer, PartnerRate.Kind.MESSAGE);
  }

  /** What the partner is answered. */
  sealed interface Taking {
    record Receipted(byte[] statement) implements Taking {}

    record Missing(List<PartnerClient.MissingAttachment> attachments) implements Taking {}

    record Failed(Problem problem) implements Taking {}
  }

  /** Takes a sealed message that came over the connection of {@code peer}. */
  Taking take(AuthorityId peer, MessageId claimed, byte[] sealed) throws IOException {
    Instant now = dispatch.clock().instant();
    return switch (seal.open(sealed, identity, partners, ReplayGuard.decidedByCaller())) {
      case Opening.Refused refused ->
          failed(422, refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case Opening.Opened opened ->
          !opened.sender().equals(peer.value()) || !opened.messageId().equals(claimed.value())
              ? failed(403, "wrong-sender")
              : opened.sealedAt().isAfter(now.plus(CLOCKS_APART))
                  ? failed(422, "sealed-in-the-future")
                  : timely(peer, opened, Courier.digest(sealed), now);
    };
  }

  private Taking timely(AuthorityId peer, Opening.Opened opened, String digest, Instant now)
      throws IOException {
    store.provenTime().signed(opened.sealedAt());
    return take(peer, opened, digest, now);
  }

  private Taking take(AuthorityId peer, Opening.Opened opened, String digest, Instant now)
      throws IOException {
    MessageId id = new MessageId(opened.messageId());
    Optional<Receipts.Signed> before = store.read(tx -> dispatch.receipts().signed(tx, id));
    if (before.isPresent()) {
      return again(before.get(), digest);
    }
    String text = new String(opened.header(), StandardCharsets.UTF_8);
    Record header;
    // Only reading what the partner wrote may fail this way: a defect in judging is none of theirs.
    try {
      header =
          NoticeHeader.isNotice(text)
              ? NoticeHeader.parse(text)
              : NoteHeader.isNote(text) ? NoteHeader.parse(text) : Header.parse(text);
    } catch (NoticeHeader.KindUnknown e) {
      return refused(
          new ActsArriving(
              id, peer, references(id, peer, digest), digest, opened.signedDigest(), now),
          "kind-not-supported");
    } catch (IllegalArgumentException e) {
      return failed(422, "header-malformed");
    }
    return switch (header) {
      case NoticeHeader notice -> notice(peer, id, notice, opened, digest, now);
      case NoteHeader note -> note(peer, id, note, opened, digest, now);
      default -> act(peer, id, (Header) header, opened, digest, now);
    };
  }

  private Taking act(
      AuthorityId peer,
      MessageId id,
      Header header,
      Opening.Opened opened,
      String digest,
      Instant now)
      throws IOException {
    ActsArriving arriving =
        new ActsArriving(
            id, peer, references(id, peer, header, digest), digest, opened.signedDigest(), now);
    return switch (dispatch.arrivals().judge(id, peer, header, now)) {
      case Acts.Judgement.Refuse refuse -> refused(arriving, refuse.code());
      case Acts.Judgement.Take judgement -> {
        if (!announce(id, peer, header)) {
          yield refused(arriving, "attachments-differ");
        }
        List<PartnerClient.MissingAttachment> missing = missing(header);
        yield missing.isEmpty()
            ? keep(
                arriving,
                new Acts.Arrival(id, peer, header, opened.body(), opened.signed(), judgement, now))
            : new Taking.Missing(missing);
      }
    };
  }

  private Taking note(
      AuthorityId peer,
      MessageId id,
      NoteHeader header,
      Opening.Opened opened,
      String digest,
      Instant now) {
    ActsArriving arriving =
        new ActsArriving(
            id, peer, references(id, peer, header, digest), digest, opened.signedDigest(), now);
    Taking taking =
        switch (dispatch.notes().judge(id, peer, header, opened.body(), opened.sealedAt(), now)) {
          case Notes.Judgement.Refuse refuse -> refused(arriving, refuse.code());
          case Notes.Judgement.Later later -> failed(409, later.code());
          case Notes.Judgement.Keep keep -> keep(arriving, keep, Event.NOTE_RECEIVED);
        };
    dispatch.notes().settled();
    return taking;
  }

  private Taking notice(
      AuthorityId peer,
      MessageId id,
      NoticeHeader header,
      Opening.Opened opened,
      String digest,
      Instant now) {
    ActsArriving arriving =
        new ActsArriving(
            id, peer, references(id, peer, header, digest), digest, opened.signedDigest(), now);
    Taking taking =
        switch (dispatch
            .notices()
            .judge(new Notices.Arrival(id, peer, header, opened.body(), opened.signed(), now))) {
          case Notes.Judgement.Refuse refuse -> refused(arriving, refuse.code());
          case Notes.Judgement.Later later -> failed(409, later.code());
          case Notes.Judgement.Keep keep -> keep(arriving, keep, Event.NOTICE_RECEIVED);
        };
    dispatch.notices().settled();
    return taking;
  }

  private Taking keep(ActsArriving arriving, Notes.Judgement.Keep note, Event event) {
    return store.write(tx ->
        receiptedBefore(tx, arriving)
            .orElseGet(() -> {
              note.keeping().keep(tx);
              long entry =
                  dispatch
                      .journal()
                      .append(tx, event, Journal.NODE, arriving.references(), note.bodyHash());
              return receipted(tx, arriving, Receipt.Verdict.ACCEPTED, null, "", entry);
            }));
  }

  /** What the receipt of an arriving message speaks of. */
  private record ActsArriving(
      MessageId id,
      AuthorityId from,
      Map<String, String> references,
      String digest,
      String signed,
      Instant at) {}

  private Taking keep(ActsArriving arriving, Acts.Arrival arrival) throws IOException {
    Acts.Prepared prepared;
    try {
      prepared = dispatch.arrivals().prepare(arrival);
    } catch (ContentRefused e) {
      return refused(arriving, e.code());
    }
    boolean opens = arrival.header().act().kind() == arrival.header().opening();
    if (opens && !rate.take(arriving.from(), PartnerRate.Kind.CASE)) {
      return failed(429, "too-many-cases");
    }
    String hash =
        Vault.hash(arrival.body().open(arrival.judgement().grant()), arrival.header().saltBytes());
    return store.write(tx ->
        receiptedBefore(tx, arriving)
            .orElseGet(() -> {
              String reference = prepared.keep(tx);
              Map<String, String> references = new TreeMap<>(arriving.references());
              Several.put(references, "articles", arrival.judgement().articles(), " + ");
              long entry =
                  dispatch.journal().append(tx, Event.RECEIVED, Journal.NODE, references, hash);
              return receipted(tx, arriving, Receipt.Verdict.ACCEPTED, null, reference, entry);
            }));
  }

  private Taking refused(ActsArriving arriving, String code) {
    if (!rate.take(arriving.from(), PartnerRate.Kind.REFUSAL)) {
      return failed(429, "too-many-refused");
    }
    return store.write(tx ->
        receiptedBefore(tx, arriving)
            .orElseGet(() -> {
              Map<String, String> references = new TreeMap<>(arriving.references());
              references.put("code", code);
              long entry =
                  dispatch.journal().append(tx, Event.ARRIVAL_REFUSED, Journal.NODE, references);
              return receipted(tx, arriving, Receipt.Verdict.REFUSED, code, "", entry);
            }));
  }

  private Taking receipted(
      Tx tx,
      ActsArriving arriving,
      Receipt.Verdict verdict,
      @Nullable String code,
      String reference,
      long entry) {
    Receipt receipt =
        new Receipt(
            Receipt.VERSION,
            arriving.id().value(),
            arriving.from().value(),
            dispatch.own().value(),
            arriving.digest(),
            arriving.at(),
            verdict,
            code,
            reference,
            entry,
            dispatch.journal().checkpoint(tx).encode(),
            arriving.signed());
    byte[] statement =
        Statement.sign(WireJson.bytes(receipt), Courier.RECEIPT_PURPOSE, identity, arriving.at());
    dispatch.receipts().keep(tx, receipt, statement, Receipts.Of.THEIRS, arriving.from().value());
    return new Taking.Receipted(statement);
  }

  private Optional<Taking> receiptedBefore(Tx tx, ActsArriving arriving) {
    return dispatch
        .receipts()
        .signed(tx, arriving.id())
        .map(before -> again(before, arriving.digest()));
  }

  /** The same bytes get the same receipt; other bytes under the same identifier are refused. */
  private static Taking again(Receipts.Signed before, String digest) {
    return before.receipt().digest().equals(digest)
        ? new Taking.Receipted(before.statement())
        : failed(409, "replayed");
  }

  /** The receipt of a message of this partner, if there is one. */
  Taking receipt(AuthorityId peer, MessageId id) {
    return store
        .read(tx -> dispatch.receipts().signed(tx, id))
        .filter(signed -> signed.receipt().sender().equals(peer.value()))
        .<Taking>map(signed -> new Taking.Receipted(signed.statement()))
        .orElseGet(() -> failed(404, "no-receipt"));
  }

  private List<PartnerClient.MissingAttachment> missing(Header header) throws IOException {
    List<PartnerClient.MissingAttachment> missing = new ArrayList<>();
    for (SealedAttachment attachment : header.attachments()) {
      if (!blobs.isKept(attachment.id().value())) {
        missing.add(
            new PartnerClient.MissingAttachment(
                attachment.id(), blobs.arrivedBytes(attachment.id().value())));
      }
    }
    return missing;
  }

  /**
   * Notes which attachments come with a message. An identifier that another message announced, or
   * with another size or digest, or whose file lies here already, is not this message's: what a
   * header names is then not what would be kept under that name.
   */
  private boolean announce(MessageId id, AuthorityId peer, Header header) {
    if (header.attachments().isEmpty()) {
      return true;
    }
    return store.write(tx -> {
      for (SealedAttachment attachment : header.attachments()) {
        boolean fresh = expect(tx, id, peer, attachment);
        boolean same =
            expected(tx, peer, id, attachment.id()).filter(attachment::equals).isPresent();
        if (!same || (fresh && blobs.isKept(attachment.id().value()))) {
          tx.sql("DELETE FROM expected_attachment WHERE message_id = :id")
              .param("id", id.toString())
              .update();
          return false;
        }
      }
      return true;
    });
  }

  private boolean expect(Tx tx, MessageId id, AuthorityId peer, SealedAttachment attachment) {
    return tx.sql(
                "INSERT INTO expected_attachment (id, message_id, partner, size_bytes, digest,"
                    + " noted_at) VALUES (:id, :message, :partner, :size, :digest, :now) ON"
                    + " CONFLICT (id) DO NOTHING")
            .param("id", attachment.id().toString())
            .param("message", id.toString())
            .param("partner", peer.value())
            .param("size", attachment.sizeBytes())
            .param("digest", attachment.digest())
            .param("now", Times.micros(dispatch.clock().instant()))
            .update()
        == 1;
  }

  /** Takes the rest of an expected attachment; empty when it is whole and on disk. */
  Optional<Problem> attach(
      AuthorityId peer, MessageId message, AttachmentId id, long from, InputStream rest)
      throws IOException {
    Optional<SealedAttachment> expected = store.read(tx -> expected(tx, peer, message, id));
    if (expected.isEmpty()) {
      return Optional.of(new Problem(404, "attachment-not-expected"));
    }
    if (blobs.isKept(id.value())) {
      return Optional.empty();
    }
    long size = expected.get().sizeBytes();
    if (blobs.freeBytes() - (size - from) < RESERVE_BYTES) {
      return Optional.of(new Problem(507, "disk-full"));
    }
    if (from < 0 || from > blobs.arrivedBytes(id.value())) {
      return Optional.of(new Problem(416, "attachment-gap"));
    }
    try (Blobs.Arriving disk = blobs.arrive(id.value(), from)) {
      if (!copy(disk, size - from, rest)) {
        disk.discard();
        return Optional.of(new Problem(413, "attachment-too-large"));
      }
      if (disk.bytes() < size) {
        return Optional.of(new Problem(400, "attachment-cut-off"));
      }
      return disk.keep(expected.get().digest())
          ? Optional.empty()
          : Optional.of(new Problem(422, "attachment-changed"));
    }
  }

  private static boolean copy(OutputStream disk, long most, InputStream rest) throws IOException {
    long left = most;
    byte[] buffer = new byte[COPY_BYTES];
    for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
      left -= n;
      if (left < 0) {
        return false;
      }
      disk.write(buffer, 0, n);
    }
    return true;
  }

  private static Optional<SealedAttachment> expected(
      Tx tx, AuthorityId peer, MessageId message, AttachmentId id) {
    return tx.sql(
            "SELECT size_bytes, digest FROM expected_attachment WHERE id = :id AND message_id ="
                + " :message AND partner = :partner")
        .param("id", id.toString())
        .param("message", message.toString())
        .param("partner", peer.value())
        .query(
            (rs, n) -> new SealedAttachment(id, rs.getLong("size_bytes"), rs.getString("digest")))
        .optional();
  }

  private static Map<String, String> references(
      MessageId id, AuthorityId from, Header header, String digest) {
    Map<String, String> references = references(id, from, digest, header.agreementHash());
    references.put("matter", header.request().toString());
    references.put("act", header.act().kind().code());
    return references;
  }

  private static Map<String, String> references(
      MessageId id, AuthorityId from, NoteHeader header, String digest) {
    Map<String, String> references = references(id, from, digest, header.agreement());
    references.put("act", header.kind().code());
    return references;
  }

  private static Map<String, String> references(
      MessageId id, AuthorityId from, NoticeHeader header, String digest) {
    Map<String, String> references = references(id, from, digest);
    references.put("matter", header.matter().toString());
    references.put("about", header.about().toString());
    references.put("act", header.kind().code());
    return references;
  }

  private static Map<String, String> references(
      MessageId id, AuthorityId from, String digest, String agreement) {
    Map<String, String> references = references(id, from, digest);
    references.put("agreement", agreement);
    return references;
  }

  private static Map<String, String> references(MessageId id, AuthorityId from, String digest) {
    Map<String, String> references = new TreeMap<>();
    references.put("message", id.toString());
    references.put("sender", from.value());
    references.put("digest", digest);
    return references;
  }

  private static Taking failed(int status, String code) {
    return new Taking.Failed(new Problem(status, code));
  }
}
