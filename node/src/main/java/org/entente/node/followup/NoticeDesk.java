package org.entente.node.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Erasure;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Turn;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Where officers send notices about what they gave, and see who has acknowledged. Erasure and
 * recall take two persons. The sender's own item follows its notice when it leaves; a recalled one
 * stays.
 *
 * <p>Safe for use by many threads.
 */
public final class NoticeDesk {
  /** An acknowledgement is made by the receiving node at once; what takes longer is chased. */
  public static final Duration ANSWER_WITHIN = Duration.ofDays(3);

  /** An officer looks into a report of an inaccuracy; after a month its sender asks again. */
  public static final Duration FINDING_WITHIN = Duration.ofDays(30);

  private final AuthorityId own;
  private final Store store;
  private final Journal journal;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Casework casework;
  private final Items items;
  private final Bodies bodies;
  private final Effects effects;
  private final Onward onward;
  private final NoticeViews views;

  NoticeDesk(NoticeOffice.Needs n, Bodies bodies, Effects effects, Onward onward) {
    this.own = n.own();
    this.store = n.store();
    this.journal = n.journal();
    this.outbox = n.outbox();
    this.clock = n.clock();
    this.casework = n.casework();
    this.items = n.casework().items();
    this.bodies = bodies;
    this.effects = effects;
    this.onward = onward;
    this.views = new NoticeViews(items, bodies, clock);
  }

  /**
   * Writes a notice about a message that was sent, or reports an inaccuracy of one that was given
   * to this authority. What takes one person leaves at once.
   */
  public Outcome<NoticeStep> send(Officer by, MessageId about, Notice notice) {
    return send(by, about, notice, id -> tx -> true);
  }

  /** Something that is written in the transaction in which a notice leaves. */
  interface Alongside {
    /** False when it cannot be done any more, and nothing of it was: the notice stays too. */
    boolean written(Tx tx);
  }

  Outcome<NoticeStep> send(
      Officer by, MessageId about, Notice notice, Function<MessageId, Alongside> alongside) {
    if (!Rights.may(by, Right.PREPARE_NOTICES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (notice.kind().followsAnother()) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    Optional<Item> found = store.read(tx -> items.find(tx, about));
    Optional<Refusal> refusal =
        found.isEmpty()
            ? Optional.of(Usual.NOT_FOUND)
            : store.read(tx -> against(tx, found.get(), notice));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    MessageId id = MessageId.next();
    NoticeRows.Row row =
        NoticeRows.Row.prepared(
            id,
            found.orElseThrow(),
            notice.kind(),
            bodies.lock(id, notice),
            NoticeRows.Origin.officer(by.id()),
            clock.instant());
    store.write(tx -> {
      NoticeRows.insert(tx, row);
      return journal.append(
          tx,
          Event.NOTICE_PREPARED,
          by.id().toString(),
          row.references(found.orElseThrow()),
          row.body().hash());
    });
    return notice.kind().takesTwo()
        ? Outcome.done(new NoticeStep(row.caseId(), id, NoticeState.WAITING))
        : leave(by, row, null, alongside.apply(id));
  }

  private Optional<Refusal> against(Reads tx, Item item, Notice notice) {
    boolean report = notice.kind().toOrigin();
    if (item.direction() != (report ? Direction.IN : Direction.OUT) || !item.exchanged()) {
      return Optional.of(report ? NoticeRefusal.NOT_RECEIVED : NoticeRefusal.NOT_EXCHANGED);
    }
    if (report && item.standing().erasedAt().isPresent()) {
      return Optional.of(Usual.WRONG_STATE);
    }
    return NoticeBody.fault(notice).or(() -> fit(tx, items, item, notice));
  }

  /** Whether a notice fits the item it is about; the same on both nodes. */
  static Optional<Refusal> fit(Reads tx, Items items, Item item, Notice notice) {
    if (item.standing().erasedAt().isPresent()) {
      return Optional.empty();
    }
    return switch (notice) {
      case Notice.Correction c -> has(tx, items, item, c.passage());
      case Notice.Inaccuracy i -> has(tx, items, item, i.passage());
      case Notice.Finding f -> Optional.empty();
      case Notice.Passing p -> Optional.empty();
      case Notice.Permission p -> Optional.empty();
      case Notice.Handling h ->
          h.codes().containsAll(items.handling(tx, item.id()))
              ? Optional.empty()
              : Optional.of(NoticeRefusal.HANDLING_NOT_TIGHTER);
      case Notice.Erasure e -> Optional.empty();
      case Notice.Recall r -> Optional.empty();
      case Notice.Restriction r -> Optional.empty();
      case Notice.Lifting l -> Optional.empty();
      case Notice.Acknowledgement a -> Optional.empty();
      case Notice.Reminder r -> Optional.empty();
    };
  }

  private static Optional<Refusal> has(Reads tx, Items items, Item item, String passage) {
    return items
            .contentEvenIfRestricted(tx, item.id())
            .flatMap(content -> Passages.text(content, passage))
            .isPresent()
        ? Optional.empty()
        : Optional.of(NoticeRefusal.PASSAGE_UNKNOWN);
  }

  /** A second person releases what takes two, or one person what is carried onward. */
  public Outcome<NoticeStep> release(Officer by, MessageId id) {
    Optional<Refusal> refusal = TwoHands.NOTICE.againstSecond(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<NoticeRows.Row> row = store.read(tx -> NoticeRows.find(tx, id));
    if (row.isEmpty() || !row.get().ours()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Optional<Refusal> same = TwoHands.NOTICE.againstSecond(by, row.get().firstBy());
    return same.isPresent()
        ? Outcome.refused(same.get())
        : leave(by, row.get(), by.id(), tx -> permitted(tx, by, row.get()));
  }

  /** Takes back what has not left. */
  public Outcome<NoticeStep> withdraw(Officer by, MessageId id) {
    Optional<Refusal> refusal = TwoHands.NOTICE.againstWithdrawal(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return store.write(tx -> {
      Optional<NoticeRows.Row> row = NoticeRows.find(tx, id);
      if (row.isEmpty() || !row.get().ours()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (!NoticeRows.move(tx, id, NoticeState.WAITING, NoticeState.WITHDRAWN)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Item item = items.find(tx, row.get().about()).orElseThrow();
      journal.append(tx, Event.NOTICE_WITHDRAWN, by.id().toString(), row.get().references(item));
      return Outcome.done(new NoticeStep(row.get().caseId(), id, NoticeState.WITHDRAWN));
    });
  }

  /** State, own item, what is carried onward, entry and outbox row commit together. */
  private Outcome<NoticeStep> leave(
      Officer by, NoticeRows.Row row, @Nullable OfficerId second, Alongside alongside) {
    Optional<Notice> says = bodies.open(row);
    Optional<Item> found = store.read(tx -> items.find(tx, row.about()));
    if (says.isEmpty() || found.isEmpty() || row.state() != NoticeState.WAITING) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    Instant now = clock.instant();
    Outbox.Sealing sealing = seal(row, found.get(), now);
    byte[] signed = bodies.lockSigned(row.id(), row.body(), sealing.signed());
    List<Erasure.Remains> remains = new ArrayList<>();
    Outcome<NoticeStep> outcome =
        store.write(tx -> {
          if (!NoticeRows.move(tx, row.id(), NoticeState.WAITING, NoticeState.RELEASED)) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          if (!alongside.written(tx)) {
            NoticeRows.move(tx, row.id(), NoticeState.RELEASED, NoticeState.WITHDRAWN);
            journal.append(
                tx, Event.NOTICE_WITHDRAWN, by.id().toString(), row.references(found.get()));
            return Outcome.refused(Usual.WRONG_STATE);
          }
          NoticeRows.released(tx, row.id(), second, now);
          NoticeRows.keepSigned(tx, row.id(), signed);
          Item item = items.find(tx, row.about()).orElseThrow();
          String actor = by.id().toString();
          remains.add(effects.apply(tx, item, row, says.get(), actor, now).remains());
          if (says.get() instanceof Notice.Passing passing) {
            PassingRows.asked(tx, row, passing);
          }
          if (row.carries().isEmpty() && !row.kind().toOrigin() && !row.kind().followsAnother()) {
            onward.prepare(tx, row, says.get(), now);
          }
          Map<String, String> references = row.references(item);
          references.put("recipient", row.partner().value());
          journal.append(tx, Event.NOTICE_RELEASED, actor, references, row.body().hash());
          post(tx, sealing, item);
          return Outcome.done(new NoticeStep(row.caseId(), row.id(), NoticeState.RELEASED));
        });
    remains.forEach(casework.erasure()::clear);
    return outcome;
  }

  /** What was asked for is answered as a permission leaves; false if it was answered before. */
  private boolean permitted(Tx tx, Officer by, NoticeRows.Row row) {
    if (row.kind() != NoticeKind.PERMISSION) {
      return true;
    }
    MessageId asked = row.answers().orElseThrow();
    if (!(bodies.open(row).orElse(null) instanceof Notice.Permission says)) {
      return false;
    }
    NoticeState state = says.granted() ? NoticeState.APPLIED : NoticeState.DECLINED;
    if (!NoticeRows.move(tx, asked, NoticeState.RECEIVED, state)) {
      return false;
    }
    NoticeRows.answered(tx, asked, state, clock.instant());
    PassingRows.answered(tx, journal, asked, says, by.id().toString());
    return true;
  }

  Outbox.Sealing seal(NoticeRows.Row row, Item item, Instant now) {
    return outbox.seal(row.id(), row.header(own, item).envelope(), bodies.bytes(row), now);
  }

  /** Posts what was sealed: a notice keeps the order of the matter of its item. */
  void post(Tx tx, Outbox.Sealing sealing, Item item) {
    outbox.post(tx, sealing, Turn.of(item.matter(), false));
  }

  /**
   * Notes that a draft passes on what a message of another case said, so that every notice about it
   * reaches the recipient of the draft.
   */
  public Outcome<NoticeStep> use(Officer by, MessageId draft, MessageId item) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = clock.instant();
    return store.write(tx -> {
      Optional<Item> place = items.find(tx, draft);
      Optional<Item> used = items.find(tx, item);
      if (place.isEmpty() || used.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (place.get().caseId().equals(used.get().caseId())) {
        return Outcome.refused(NoticeRefusal.SAME_CASE);
      }
      if (!items.ownDraft(tx, draft, by)
          || !used.get().exchanged()
          || used.get().standing().erasedAt().isPresent()
          || used.get().standing().restricted()) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Uses.note(tx, used.get(), place.get(), by.id(), now);
      journal.append(
          tx,
          Event.ITEM_USED,
          by.id().toString(),
          Map.of("message", draft.toString(), "item", item.toString()));
      return Outcome.done(new NoticeStep(place.get().caseId(), draft, NoticeState.WAITING));
    });
  }

  /** Whom an item was given to: its own recipient, and those it was passed on to. */
  public List<Recipient> recipients(Officer officer, MessageId item) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return List.of();
    }
    return store.read(tx -> {
      List<Recipient> all = new ArrayList<>();
      items
          .find(tx, item)
          .filter(i -> i.direction() == Direction.OUT && i.exchanged())
          .ifPresent(i -> all.add(new Recipient(i.partner(), item, i.caseId())));
      for (MessageId place : Uses.of(tx, item)) {
        items
            .find(tx, place)
            .filter(Item::exchanged)
            .ifPresent(i -> all.add(new Recipient(i.partner(), place, i.caseId())));
      }
      return all;
    });
  }

  /** What a message passes on, as noted. */
  public List<MessageId> usedIn(MessageId message) {
    return store.read(tx -> Uses.in(tx, message));
  }

  /** The notices that concern a case; nothing for anyone who may not read cases. */
  public NoticeView.Followed of(Officer officer, CaseId id) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return new NoticeView.Followed(List.of(), List.of());
    }
    return store.read(tx ->
        new NoticeView.Followed(
            NoticeRows.ofCase(tx, id).stream().map(row -> views.of(tx, row)).toList(),
            NoticeRows.usedIn(tx, id).stream().map(row -> views.of(tx, row)).toList()));
  }

  /** What is not finished: what waits for release, who has not acknowledged, what was kept. */
  public Paged<NoticeView> open(Officer officer, Paged.Wanted wanted) {
    return Rights.may(officer, Right.READ_CASES)
        ? store.read(tx -> NoticeRows.open(tx, wanted).map(row -> views.of(tx, row)))
        : Paged.nothing();
  }

  /** How many partners have not acknowledged in time; none for anyone who may not read cases. */
  public long late(Officer officer) {
    Instant now = clock.instant();
    return Rights.may(officer, Right.READ_CASES) ? store.read(tx -> NoticeRows.late(tx, now)) : 0;
  }

  /** Returns how many notices need action by an officer; none for anyone who may not read cases. */
  public long wanting(Officer officer) {
    Instant now = clock.instant();
    return Rights.may(officer, Right.READ_CASES)
        ? store.read(tx -> NoticeRows.wanting(tx, now))
        : 0;
  }

  public Optional<CaseId> caseOf(MessageId notice) {
    return store.read(tx -> NoticeRows.find(tx, notice)).map(NoticeRows.Row::caseId);
  }
}
