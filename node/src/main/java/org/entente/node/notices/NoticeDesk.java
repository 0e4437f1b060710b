package org.entente.node.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Cases;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Erasure;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.delivery.MessageId;
import org.entente.node.delivery.NoticeHeader;
import org.entente.node.delivery.Outbox;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.node.oversight.Event;
import org.entente.node.oversight.Journal;
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

  private static final int LIST_MAX = 500;

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
  }

  public static boolean mayPrepare(Officer officer) {
    return officer.is(Role.DESK) || officer.is(Role.SUPERVISOR);
  }

  public static boolean mayRelease(Officer officer) {
    return officer.is(Role.APPROVER) || officer.is(Role.SUPERVISOR);
  }

  /** Writes a notice about a message that was sent. What takes one person leaves at once. */
  public NoticeOutcome send(Officer by, MessageId about, Notice notice) {
    if (!mayPrepare(by)) {
      return new NoticeOutcome.Refused(NoticeRefusal.ROLE_MISSING);
    }
    if (notice.kind().followsAnother()) {
      return new NoticeOutcome.Refused(NoticeRefusal.WRONG_STATE);
    }
    Optional<Item> found = store.read(tx -> items.find(tx, about));
    Optional<NoticeRefusal> refusal =
        found.isEmpty()
            ? Optional.of(NoticeRefusal.NOT_FOUND)
            : store.read(tx -> against(tx, found.get(), notice));
    if (refusal.isPresent()) {
      return new NoticeOutcome.Refused(refusal.get());
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
        ? new NoticeOutcome.Done(row.caseId(), id, NoticeState.WAITING)
        : leave(by, row, null);
  }

  private Optional<NoticeRefusal> against(Tx tx, Item item, Notice notice) {
    if (item.direction() != Direction.OUT || !item.exchanged()) {
      return Optional.of(NoticeRefusal.NOT_EXCHANGED);
    }
    return NoticeBody.fault(notice).or(() -> fit(tx, items, item, notice));
  }

  /** Whether a notice fits the item it is about; the same on both nodes. */
  static Optional<NoticeRefusal> fit(Tx tx, Items items, Item item, Notice notice) {
    if (item.standing().erasedAt().isPresent()) {
      return Optional.empty();
    }
    return switch (notice) {
      case Notice.Correction c ->
          items
                  .contentThoughRestricted(tx, item.id())
                  .flatMap(content -> Passages.text(content, c.passage()))
                  .isPresent()
              ? Optional.empty()
              : Optional.of(NoticeRefusal.PASSAGE_UNKNOWN);
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

  /** A second person releases an erasure or recall, or one person what is carried onward. */
  public NoticeOutcome release(Officer by, MessageId id) {
    if (!mayRelease(by)) {
      return new NoticeOutcome.Refused(NoticeRefusal.ROLE_MISSING);
    }
    Optional<NoticeRows.Row> row = store.read(tx -> NoticeRows.find(tx, id));
    if (row.isEmpty() || !row.get().ours()) {
      return new NoticeOutcome.Refused(NoticeRefusal.NOT_FOUND);
    }
    return row.get().firstBy().equals(Optional.of(by.id()))
        ? new NoticeOutcome.Refused(NoticeRefusal.SAME_PERSON)
        : leave(by, row.get(), by.id());
  }

  /** Takes back what has not left. */
  public NoticeOutcome withdraw(Officer by, MessageId id) {
    if (!mayPrepare(by) && !mayRelease(by)) {
      return new NoticeOutcome.Refused(NoticeRefusal.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<NoticeRows.Row> row = NoticeRows.find(tx, id);
      if (row.isEmpty() || !row.get().ours()) {
        return new NoticeOutcome.Refused(NoticeRefusal.NOT_FOUND);
      }
      if (!NoticeRows.move(tx, id, NoticeState.WAITING, NoticeState.WITHDRAWN)) {
        return new NoticeOutcome.Refused(NoticeRefusal.WRONG_STATE);
      }
      Item item = items.find(tx, row.get().about()).orElseThrow();
      journal.append(tx, Event.NOTICE_WITHDRAWN, by.id().toString(), row.get().references(item));
      return new NoticeOutcome.Done(row.get().caseId(), id, NoticeState.WITHDRAWN);
    });
  }

  /** State, own item, what is carried onward, entry and outbox row commit together. */
  private NoticeOutcome leave(Officer by, NoticeRows.Row row, @Nullable OfficerId second) {
    Optional<Notice> says = bodies.open(row);
    Optional<Item> found = store.read(tx -> items.find(tx, row.about()));
    if (says.isEmpty() || found.isEmpty() || row.state() != NoticeState.WAITING) {
      return new NoticeOutcome.Refused(NoticeRefusal.WRONG_STATE);
    }
    Instant now = clock.instant();
    Outbox.Sealing sealing = seal(row, found.get(), now);
    List<Erasure.Remains> remains = new ArrayList<>();
    NoticeOutcome outcome =
        store.write(tx -> {
          if (!NoticeRows.move(tx, row.id(), NoticeState.WAITING, NoticeState.RELEASED)) {
            return new NoticeOutcome.Refused(NoticeRefusal.WRONG_STATE);
          }
          NoticeRows.released(tx, row.id(), second, now);
          Item item = items.find(tx, row.about()).orElseThrow();
          String actor = by.id().toString();
          remains.add(effects.apply(tx, item, row, says.get(), actor, now).remains());
          if (row.carries().isEmpty()) {
            onward.prepare(tx, row, says.get(), now);
          }
          Map<String, String> references = row.references(item);
          references.put("recipient", row.partner().value());
          journal.append(tx, Event.NOTICE_RELEASED, actor, references, row.body().hash());
          outbox.post(tx, sealing);
          return new NoticeOutcome.Done(row.caseId(), row.id(), NoticeState.RELEASED);
        });
    remains.forEach(casework.erasure()::clear);
    return outcome;
  }

  Outbox.Sealing seal(NoticeRows.Row row, Item item, Instant now) {
    NoticeHeader header =
        new NoticeHeader(
            row.kind(),
            own,
            row.partner(),
            row.about().value(),
            item.matter(),
            row.answers().map(MessageId::value).orElse(null),
            HexFormat.of().formatHex(row.body().salt()));
    return outbox.seal(row.id(), header, bodies.bytes(row), now);
  }

  /**
   * Notes that a draft passes on what a message of another case said, so that every notice about it
   * reaches whoever gets the draft.
   */
  public NoticeOutcome use(Officer by, MessageId draft, MessageId item) {
    if (!by.is(Role.DESK)) {
      return new NoticeOutcome.Refused(NoticeRefusal.ROLE_MISSING);
    }
    Instant now = clock.instant();
    return store.write(tx -> {
      Optional<Item> place = items.find(tx, draft);
      Optional<Item> used = items.find(tx, item);
      if (place.isEmpty() || used.isEmpty()) {
        return new NoticeOutcome.Refused(NoticeRefusal.NOT_FOUND);
      }
      if (place.get().caseId().equals(used.get().caseId())) {
        return new NoticeOutcome.Refused(NoticeRefusal.SAME_CASE);
      }
      if (!items.ownDraft(tx, draft, by)
          || !used.get().exchanged()
          || used.get().standing().erasedAt().isPresent()
          || used.get().standing().restricted()) {
        return new NoticeOutcome.Refused(NoticeRefusal.WRONG_STATE);
      }
      Uses.note(tx, used.get(), place.get(), by.id(), now);
      journal.append(
          tx,
          Event.ITEM_USED,
          by.id().toString(),
          Map.of("message", draft.toString(), "item", item.toString()));
      return new NoticeOutcome.Done(place.get().caseId(), draft, NoticeState.WAITING);
    });
  }

  /** Whom an item was given to: its own recipient, and those it was passed on to. */
  public List<Recipient> recipients(Officer officer, MessageId item) {
    if (!Cases.mayRead(officer)) {
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

  /** The notices that concern a case; nothing for who may not read cases. */
  public NoticeView.Followed of(Officer officer, CaseId id) {
    if (!Cases.mayRead(officer)) {
      return new NoticeView.Followed(List.of(), List.of());
    }
    return store.read(tx ->
        new NoticeView.Followed(
            NoticeRows.ofCase(tx, id).stream().map(row -> view(tx, row)).toList(),
            NoticeRows.usedIn(tx, id).stream().map(row -> view(tx, row)).toList()));
  }

  /** What is not finished: what waits for release, who has not acknowledged, what was kept. */
  public List<NoticeView> open(Officer officer) {
    return Cases.mayRead(officer)
        ? store.read(
            tx -> NoticeRows.open(tx, LIST_MAX).stream().map(row -> view(tx, row)).toList())
        : List.of();
  }

  /** How many notices want something of an officer; none for who may not read cases. */
  public long wanting(Officer officer) {
    Instant late = clock.instant().minus(ANSWER_WITHIN);
    return Cases.mayRead(officer) ? store.read(tx -> NoticeRows.wanting(tx, late)) : 0;
  }

  public Optional<CaseId> caseOf(MessageId notice) {
    return store.read(tx -> NoticeRows.find(tx, notice)).map(NoticeRows.Row::caseId);
  }

  private NoticeView view(Tx tx, NoticeRows.Row row) {
    Item item = items.find(tx, row.about()).orElseThrow();
    boolean shown = item.standing().erasedAt().isEmpty() && !item.standing().restricted();
    Optional<Notice> says =
        bodies.open(row).filter(n -> shown || !(n instanceof Notice.Correction));
    Optional<String> before =
        says.isPresent() && says.get() instanceof Notice.Correction c
            ? items.content(tx, row.about()).flatMap(content -> Passages.text(content, c.passage()))
            : Optional.empty();
    return new NoticeView(
        row.id(),
        row.partner(),
        row.ours(),
        row.kind(),
        row.about(),
        row.caseId(),
        item.caseReference(),
        row.carries(),
        row.state(),
        says,
        before,
        row.firstBy(),
        row.secondBy(),
        row.madeAt(),
        row.releasedAt(),
        row.answeredAt(),
        overdue(row),
        row.refusal());
  }

  private boolean overdue(NoticeRows.Row row) {
    return row.ours()
        && row.state().unanswered()
        && row.releasedAt().isPresent()
        && !row.releasedAt().get().plus(ANSWER_WITHIN).isAfter(clock.instant());
  }
}
