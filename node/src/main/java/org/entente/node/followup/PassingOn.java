package org.entente.node.followup;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.casework.Rejection;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Who may get what a partner gave: an item under handling code H2 goes to a third authority only
 * once its giver has consented, to that item and that authority (Directive (EU) 2016/680 Art.
 * 35(1)(e)). What a draft passes on is what was noted on it, and what that passes on in turn.
 *
 * <p><b>Does not guarantee</b> anything about use that nobody noted.
 *
 * <p>Safe for use by many threads.
 */
public final class PassingOn {
  private final Store store;
  private final Journal journal;
  private final InstantSource clock;
  private final Items items;
  private final Bodies bodies;

  PassingOn(NoticeOffice.Needs n, Bodies bodies) {
    this.store = n.store();
    this.journal = n.journal();
    this.clock = n.clock();
    this.items = n.casework().items();
    this.bodies = bodies;
  }

  /**
   * An item that must not be passed on as it stands.
   *
   * @param origin who gave it
   * @param recipient who would get it
   * @param why what has to be done about it
   */
  public record Missing(MessageId item, AuthorityId origin, AuthorityId recipient, Why why) {}

  /** Why an item must not be passed on. */
  public enum Why {
    NOT_ASKED,
    /** The origin has not answered. */
    ASKED,
    DENIED,
    /** The item was erased; what it said is not passed on by anybody. */
    ERASED
  }

  /** What of a draft's origins has not consented; nothing for anyone who may not read cases. */
  public List<Missing> missing(Officer officer, MessageId draft) {
    return Rights.may(officer, Right.READ_CASES) ? store.read(tx -> missing(tx, draft)) : List.of();
  }

  public Optional<Refusal> against(Tx tx, MessageId draft) {
    return missing(tx, draft).isEmpty()
        ? Optional.empty()
        : Optional.of(Rejection.ORIGIN_HAS_NOT_CONSENTED);
  }

  private List<Missing> missing(Reads tx, MessageId draft) {
    Optional<Item> found = items.find(tx, draft);
    if (found.isEmpty()) {
      return List.of();
    }
    AuthorityId recipient = found.get().partner();
    return passedOn(tx, draft).stream()
        .flatMap(id -> items.find(tx, id).stream())
        .filter(item -> item.direction() == Direction.IN && !item.partner().equals(recipient))
        .flatMap(item ->
            why(tx, item, recipient).stream()
                .map(why -> new Missing(item.id(), item.partner(), recipient, why)))
        .toList();
  }

  private Optional<Why> why(Reads tx, Item item, AuthorityId recipient) {
    if (item.standing().erasedAt().isPresent()) {
      return Optional.of(Why.ERASED);
    }
    if (!items.handling(tx, item.id()).contains(HandlingCode.H2)) {
      return Optional.empty();
    }
    return switch (PassingRows.of(tx, item.id(), recipient).orElse(null)) {
      case null -> Optional.of(Why.NOT_ASKED);
      case ASKED -> Optional.of(Why.ASKED);
      case DENIED -> Optional.of(Why.DENIED);
      case GRANTED -> Optional.empty();
    };
  }

  /** Everything a message passes on, directly or by passing on what passes it on. */
  private static Set<MessageId> passedOn(Reads tx, MessageId message) {
    Set<MessageId> all = new LinkedHashSet<>();
    Deque<MessageId> ahead = new ArrayDeque<>(Uses.in(tx, message));
    while (!ahead.isEmpty()) {
      MessageId next = ahead.pop();
      if (all.add(next)) {
        ahead.addAll(Uses.in(tx, next));
      }
    }
    return all;
  }

  /**
   * Prepares the answer to a request of the recipient of an item of this authority; a second person
   * releases it.
   */
  public Outcome<NoticeStep> answer(
      Officer by, MessageId request, boolean granted, String reasons) {
    if (!Rights.may(by, Right.PREPARE_NOTICES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Notice.Permission says = new Notice.Permission(granted, reasons);
    Optional<Refusal> fault = NoticeBody.fault(says);
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    MessageId id = MessageId.next();
    return store.write(tx -> {
      Optional<NoticeRows.Row> asked =
          NoticeRows.find(tx, request)
              .filter(row -> row.kind() == NoticeKind.PASSING && !row.ours());
      if (asked.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (asked.get().state() != NoticeState.RECEIVED
          || NoticeRows.answer(tx, request).isPresent()) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Item item = items.find(tx, asked.get().about()).orElseThrow();
      NoticeRows.Row answer =
          NoticeRows.Row.prepared(
              id,
              item,
              NoticeKind.PERMISSION,
              bodies.lock(id, says),
              NoticeRows.Origin.answering(request, Optional.of(by.id())),
              clock.instant());
      NoticeRows.insert(tx, answer);
      journal.append(
          tx,
          Event.NOTICE_PREPARED,
          by.id().toString(),
          answer.references(item),
          answer.body().hash());
      return Outcome.done(new NoticeStep(answer.caseId(), id, NoticeState.WAITING));
    });
  }
}
