package org.entente.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import org.entente.node.partners.Partners;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
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

  private static final String MALFORMED = "header-malformed";
  private static final Verdict.Refuse NOT_SUPPORTED =
      new Verdict.Refuse(NotSupported.CODE, Map.of());

  private final Dispatch dispatch;
  private final Store store;
  private final Identity identity;
  private final Seal seal;
  private final Partners partners;
  private final ExpectedAttachments attachments;
  private final PartnerRate rate;

  Inbox(Dispatch dispatch, Identity identity, Partners partners, Blobs blobs) {
    this.dispatch = dispatch;
    this.store = dispatch.store();
    this.identity = identity;
    this.seal = new Seal(dispatch.clock());
    this.partners = partners;
    this.attachments = new ExpectedAttachments(store, blobs, dispatch.clock());
    this.rate = new PartnerRate(dispatch.clock(), dispatch.casesAnHour());
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
    Envelope envelope;
    try {
      envelope = Envelope.read(new String(opened.header(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return failed(422, MALFORMED);
    }
    Arrived arrived = new Arrived(id, peer, digest, opened.signedDigest(), now);
    if (!envelope.from().equals(peer) || !envelope.to().equals(dispatch.own())) {
      return refused(arrived, new Verdict.Refuse("wrong-parties", Map.of()));
    }
    Optional<Mail<?>> family = dispatch.families().understanding(envelope);
    return family.isEmpty()
        ? refused(arrived, NOT_SUPPORTED)
        : take(
            arrived,
            family.get(),
            new Arrival(
                id,
                peer,
                envelope,
                opened.body(),
                opened.signed(),
                opened.sealedAt(),
                now,
                () -> attachments.announced(id, peer, envelope)));
  }

  private <H> Taking take(Arrived arrived, Mail<H> family, Arrival arrival) throws IOException {
    H header;
    // Only reading what the partner wrote may fail this way: a defect in judging is none of theirs.
    try {
      header = family.read(arrival.envelope());
    } catch (NotSupported e) {
      return refused(arrived, NOT_SUPPORTED);
    } catch (IllegalArgumentException e) {
      return failed(422, MALFORMED);
    }
    return switch (family.judge(header, arrival)) {
      case Verdict.Refuse refuse -> refused(arrived, refuse);
      case Verdict.Later later -> failed(409, later.code());
      case Verdict.Missing missing -> new Taking.Missing(attachments.missing(arrival.envelope()));
      case Verdict.Keep keep when !mayOpen(arrived.from(), keep.opens()) ->
          failed(429, "too-many-cases");
      case Verdict.Keep keep -> {
        Taking taking;
        try {
          taking = kept(arrived, keep);
        } catch (GroundMoved e) {
          yield failed(409, "changed-meanwhile");
        }
        family.settled();
        yield taking;
      }
    };
  }

  private boolean mayOpen(AuthorityId peer, Verdict.Opens opens) {
    return switch (opens) {
      case NOTHING -> true;
      case CASE -> rate.take(peer, PartnerRate.Kind.CASE);
      case URGENT_CASE -> rate.take(peer, PartnerRate.Kind.URGENT_CASE);
    };
  }

  /** What the receipt of an arriving message speaks of. */
  private record Arrived(MessageId id, AuthorityId from, String digest, String signed, Instant at) {
    /** What its ledger entry names, beside what the family says. */
    Map<String, String> references(Map<String, String> more) {
      Map<String, String> references = new TreeMap<>(more);
      references.put("message", id.toString());
      references.put("sender", from.value());
      references.put("digest", digest);
      return references;
    }
  }

  private Taking kept(Arrived arrived, Verdict.Keep keep) {
    return store.write(tx ->
        receiptedBefore(tx, arrived)
            .orElseGet(() -> {
              String reference = keep.keeping().keep(tx);
              Map<String, String> references = arrived.references(keep.references());
              long entry =
                  dispatch
                      .journal()
                      .append(tx, keep.event(), Journal.NODE, references, keep.bodyHash());
              return receipted(tx, arrived, Receipt.Verdict.ACCEPTED, null, reference, entry);
            }));
  }

  private Taking refused(Arrived arrived, Verdict.Refuse refuse) {
    if (!rate.take(arrived.from(), PartnerRate.Kind.REFUSAL)) {
      return failed(429, "too-many-refused");
    }
    return store.write(tx ->
        receiptedBefore(tx, arrived)
            .orElseGet(() -> {
              Map<String, String> references = arrived.references(refuse.references());
              references.put("code", refuse.code());
              long entry =
                  dispatch.journal().append(tx, Event.ARRIVAL_REFUSED, Journal.NODE, references);
              return receipted(tx, arrived, Receipt.Verdict.REFUSED, refuse.code(), "", entry);
            }));
  }

  private Taking receipted(
      Tx tx,
      Arrived arrived,
      Receipt.Verdict verdict,
      @Nullable String code,
      String reference,
      long entry) {
    Receipt receipt =
        new Receipt(
            Receipt.VERSION,
            arrived.id().value(),
            arrived.from().value(),
            dispatch.own().value(),
            arrived.digest(),
            arrived.at(),
            verdict,
            code,
            reference,
            entry,
            dispatch.journal().checkpoint(tx).encode(),
            arrived.signed());
    byte[] statement =
        Statement.sign(WireJson.bytes(receipt), Courier.RECEIPT_PURPOSE, identity, arrived.at());
    dispatch.receipts().keep(tx, receipt, statement, Receipts.Of.THEIRS, arrived.from().value());
    return new Taking.Receipted(statement);
  }

  private Optional<Taking> receiptedBefore(Tx tx, Arrived arrived) {
    return dispatch
        .receipts()
        .signed(tx, arrived.id())
        .map(before -> again(before, arrived.digest()));
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

  /** Takes the rest of an expected attachment; empty when it is whole and on disk. */
  Optional<Problem> attach(
      AuthorityId peer, MessageId message, AttachmentId id, long from, InputStream rest)
      throws IOException {
    return attachments.attach(peer, message, id, from, rest);
  }

  private static Taking failed(int status, String code) {
    return new Taking.Failed(new Problem(status, code));
  }
}
