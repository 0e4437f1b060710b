package org.entente.node.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.work.Part;
import org.entente.node.work.Round;
import org.entente.node.work.Worker;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;

/**
 * What partners took from this node or gave to it, and it no longer knows. After a backup was
 * restored and the ledger begun anew, the receipts that each partner holds are compared with those
 * held here; officers may have it done at any time.
 *
 * <p><b>Guarantees.</b> Each message that is named as lost is proven so: by a receipt that this
 * node signed when it took the message, or that the partner signed when it took ours. A comparison
 * that is interrupted goes on where it was.
 *
 * <p><b>Does not guarantee</b> that a partner names all that it holds. Contents do not come back by
 * this; an officer asks for them.
 *
 * <p>Safe for use by many threads.
 */
public final class LostMessages implements Part {
  /** More than a partner sends in a day; a partner that claims more is not believed. */
  static final int MOST = 50_000;

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An identifier with its line end has 37 bytes. */
  private static final int LIST_MOST_BYTES = KeptReceiptDoors.AT_ONCE * 37;

  /** A signed receipt is about seven kilobytes. */
  private static final int RECEIPT_MOST_BYTES = 64 << 10;

  private static final Pattern LIST = Pattern.compile("(?:" + PartnerServer.UUID + "\n)*+");

  private final Needs needs;
  private final PartnerLines lines;
  private final List<PartnerDoor> doors;
  private final Worker worker;

  /** What it works with. */
  public record Needs(
      AuthorityId own,
      Identity identity,
      Store store,
      Journal journal,
      Receipts receipts,
      Partners partners,
      InstantSource clock) {}

  public LostMessages(Needs needs) {
    this.needs = needs;
    this.lines = new PartnerLines(needs.identity());
    this.doors = new KeptReceiptDoors(needs.store(), needs.receipts()).all();
    this.worker = Worker.interrupted("lost-messages", EVERY, LONGEST_ROUND, this::round);
  }

  /**
   * A message that a receipt proves and this node does not know.
   *
   * @param ours whether this node sent it; else it took it
   * @param reference of the matter at the node that took the message; empty where it had none
   * @param at when it was taken, by that node's clock
   * @param settledBy who noted that nothing more is to be done for it
   */
  public record Lost(
      MessageId id,
      AuthorityId partner,
      boolean ours,
      String reference,
      Instant at,
      Instant foundAt,
      Optional<OfficerId> settledBy,
      Optional<Instant> settledAt) {}

  /**
   * How the comparison with a partner stands.
   *
   * @param finishedAt empty while it goes on
   * @param fault why it does not go on at present, a code
   */
  public record Compared(
      AuthorityId partner,
      Instant wantedAt,
      Optional<Instant> finishedAt,
      Optional<String> fault) {}

  /** What partners may ask of this. */
  public List<PartnerDoor> doors() {
    return doors;
  }

  /** The lost messages, those that nobody settled first; nothing for others than may look. */
  public Paged<Lost> page(Officer by, Paged.Wanted wanted) {
    return Rights.may(by, Right.READ_LOG_STOPS)
        ? needs.store().read(tx -> LostMessageRows.page(tx, wanted))
        : Paged.nothing();
  }

  /** How many lost messages nobody settled. */
  public long unsettled() {
    return needs.store().read(LostMessageRows::unsettled);
  }

  /** The comparisons that were made or go on, by partner. */
  public List<Compared> comparisons() {
    return needs.store().read(LostMessageRows::comparisons);
  }

  /** Compares with all partners, from the first message on. */
  public Outcome<Integer> compare(Officer by) {
    if (!Rights.may(by, Right.COMPARE_RECEIPTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Collection<Partner> all = needs.partners().all();
    needs
        .store()
        .write(tx -> {
          all.forEach(partner -> LostMessageRows.want(tx, partner.id(), needs.clock().instant()));
          return true;
        });
    worker.wake();
    return Outcome.done(all.size());
  }

  /** Notes that nothing more is to be done for a lost message, as once it was asked for again. */
  public Outcome<MessageId> settle(Officer by, MessageId id) {
    if (!Rights.may(by, Right.SETTLE_LOSSES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return needs
        .store()
        .write(tx -> {
          Optional<AuthorityId> partner = LostMessageRows.partnerOf(tx, id);
          if (partner.isEmpty()) {
            return Outcome.refused(Usual.NOT_FOUND);
          }
          if (!LostMessageRows.settle(tx, id, by.id(), needs.clock().instant())) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          needs
              .journal()
              .append(
                  tx,
                  Event.LOSS_SETTLED,
                  by.id().toString(),
                  Map.of("message", id.toString(), "partner", partner.get().value()));
          return Outcome.done(id);
        });
  }

  /** Looks now whether there is something to compare, and not at the next round. */
  public void look() {
    worker.wake();
  }

  @Override
  public void start() {
    worker.start();
  }

  @Override
  public Stream<Worker> workers() {
    return worker.workers();
  }

  @Override
  public void close() {
    worker.close();
    lines.close();
  }

  private Round round() throws InterruptedException {
    boolean more = false;
    Optional<Instant> begun = needs.store().read(Journal::begunAnew);
    for (Partner partner : needs.partners().all()) {
      begun.ifPresent(at -> begin(partner.id(), at));
      Optional<MessageId> after = needs.store().read(tx -> LostMessageRows.after(tx, partner.id()));
      if (after.isPresent()) {
        more |= compare(partner, after.get());
      }
    }
    return more ? Round.DID : Round.NOTHING;
  }

  /** A ledger that was begun anew is one that a restored backup had set back. */
  private void begin(AuthorityId partner, Instant begun) {
    boolean due =
        needs
            .store()
            .read(tx -> LostMessageRows.wantedAt(tx, partner))
            .filter(wanted -> !wanted.isBefore(begun))
            .isEmpty();
    if (due) {
      needs
          .store()
          .write(tx -> {
            LostMessageRows.want(tx, partner, needs.clock().instant());
            return true;
          });
    }
  }

  /** Compares the next receipts of a partner; whether there may be more. */
  private boolean compare(Partner partner, MessageId after) throws InterruptedException {
    return switch (lines.get(
        partner,
        new PartnerLines.Wanted(KeptReceiptDoors.after(after), PATIENCE, LIST_MOST_BYTES))) {
      case PartnerLines.Answer.Failed failed -> fail(partner, failed.code());
      case PartnerLines.Answer.Came came -> compare(partner, after, came.body());
    };
  }

  private boolean compare(Partner partner, MessageId after, byte[] body)
      throws InterruptedException {
    String list = new String(body, US_ASCII);
    return LIST.matcher(list).matches()
        ? compare(partner, after, list.lines().map(MessageId::of).toList())
        : fail(partner, "answer-malformed");
  }

  private boolean compare(Partner partner, MessageId after, List<MessageId> ids)
      throws InterruptedException {
    if (!ascending(after, ids)) {
      return fail(partner, "answer-malformed"); // Else it would never come to an end.
    }
    List<MessageId> unknown =
        needs
            .store()
            .read(tx -> ids.stream().filter(id -> !LostMessageRows.known(tx, id)).toList());
    long room = MOST - needs.store().read(tx -> LostMessageRows.of(tx, partner.id()));
    for (MessageId id : unknown) {
      Optional<String> fault = room-- > 0 ? fetch(partner, id) : Optional.of("too-many-messages");
      if (fault.isPresent()) {
        return fail(partner, fault.get());
      }
    }
    boolean more = ids.size() == KeptReceiptDoors.AT_ONCE;
    MessageId to = ids.isEmpty() ? after : ids.getLast();
    needs
        .store()
        .write(tx -> {
          LostMessageRows.went(tx, partner.id(), to);
          if (!more) {
            LostMessageRows.finished(tx, partner.id(), needs.clock().instant());
            long found = LostMessageRows.of(tx, partner.id());
            needs
                .journal()
                .append(
                    tx,
                    Event.RECEIPTS_COMPARED,
                    Journal.NODE,
                    Map.of("partner", partner.id().value(), "lost", Long.toString(found)));
          }
          return true;
        });
    return more;
  }

  private static boolean ascending(MessageId after, List<MessageId> ids) {
    String last = after.toString();
    for (MessageId id : ids) {
      if (id.toString().compareTo(last) <= 0) {
        return false;
      }
      last = id.toString();
    }
    return true;
  }

  private boolean fail(Partner partner, String code) {
    needs
        .store()
        .write(tx -> {
          LostMessageRows.failed(tx, partner.id(), code);
          return true;
        });
    return false;
  }

  /** Has a receipt shown and keeps what it proves; else says why it proves nothing. */
  private Optional<String> fetch(Partner partner, MessageId id) throws InterruptedException {
    return switch (lines.get(
        partner, new PartnerLines.Wanted(KeptReceiptDoors.of(id), PATIENCE, RECEIPT_MOST_BYTES))) {
      case PartnerLines.Answer.Failed failed -> Optional.of(failed.code());
      case PartnerLines.Answer.Came came -> take(partner, id, came.body());
    };
  }

  Optional<String> take(Partner partner, MessageId id, byte[] statement) {
    Optional<Lost> lost =
        proven(partner, id, statement, needs.identity().card(), false)
            .or(() -> proven(partner, id, statement, partner.card(), true));
    if (lost.isEmpty()) {
      return Optional.of("receipt-not-signed");
    }
    needs
        .store()
        .write(tx -> {
          LostMessageRows.keep(tx, lost.get(), statement);
          return true;
        });
    return Optional.empty();
  }

  /**
   * What a receipt proves that this signer gave for this message; empty where it proves nothing.
   */
  private Optional<Lost> proven(
      Partner partner, MessageId id, byte[] statement, IdentityCard signer, boolean ours) {
    if (!(Statement.verify(statement, signer, Courier.RECEIPT_PURPOSE)
        instanceof Statement.Verification.Verified verified)) {
      return Optional.empty();
    }
    Receipt receipt;
    try {
      receipt = Receipts.parse(verified.statement());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    AuthorityId sender = ours ? needs.own() : partner.id();
    AuthorityId taker = ours ? partner.id() : needs.own();
    if (!receipt.message().equals(id.value())
        || !receipt.sender().equals(sender.value())
        || !receipt.recipient().equals(taker.value())
        || receipt.verdict() != Receipt.Verdict.ACCEPTED) {
      return Optional.empty();
    }
    return Optional.of(
        new Lost(
            id,
            partner.id(),
            ours,
            receipt.caseReference(),
            receipt.at(),
            needs.clock().instant(),
            Optional.empty(),
            Optional.empty()));
  }
}
