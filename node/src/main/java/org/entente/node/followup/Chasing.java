package org.entente.node.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Erasure;
import org.entente.node.casework.Items.Item;
import org.entente.node.delivery.Outbox;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.retention.Reviews;
import org.entente.node.store.Store;
import org.entente.node.store.StoreStopped;
import org.entente.node.store.Tx;
import org.entente.node.work.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every notice is answered: acknowledges what partners sent, carries out what a
 * hold stood against once it is lifted, and reminds partners that have not answered. Runs after
 * every notice, at the start and every hour.
 */
final class Chasing {
  private static final Logger LOG = LoggerFactory.getLogger(Chasing.class);

  private final Store store;
  private final Journal journal;
  private final Casework casework;
  private final Reviews reviews;
  private final InstantSource clock;
  private final Bodies bodies;
  private final Effects effects;
  private final NoticeDesk desk;
  private final Worker hourly = Worker.every("notices", Duration.ofHours(1), this::run);

  Chasing(NoticeOffice.Needs n, Bodies bodies, Effects effects, NoticeDesk desk) {
    this.store = n.store();
    this.journal = n.journal();
    this.casework = n.casework();
    this.reviews = n.reviews();
    this.clock = n.clock();
    this.bodies = bodies;
    this.effects = effects;
    this.desk = desk;
  }

  Worker hourly() {
    return hourly;
  }

  /** Looks once. */
  void run() {
    resume();
    acknowledge();
    remind();
  }

  /** Tells partners what became of their notices. One that fails is told within the hour. */
  synchronized void acknowledge() {
    for (NoticeRows.Row row : store.read(NoticeRows::unanswered)) {
      try {
        acknowledge(row);
      } catch (StoreStopped e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.error("A notice of {} could not be acknowledged ({}).", row.partner(), e.getClass());
      }
    }
  }

  private void acknowledge(NoticeRows.Row row) {
    Instant now = clock.instant();
    Optional<Notice> says = says(row);
    if (says.isEmpty()) { // It went with its case: nothing can be said again.
      store.write(tx -> {
        NoticeRows.answered(tx, row.id(), row.state(), now);
        return true;
      });
      return;
    }
    Item item = store.read(tx -> casework.items().find(tx, row.about())).orElseThrow();
    NoticeRows.Row answer = following(row, item, says.get().kind(), says.get(), now);
    Outbox.Sealing sealing = desk.seal(answer, item, now);
    byte[] signed = bodies.lockSigned(answer.id(), answer.body(), sealing.signed());
    store.write(tx -> {
      Optional<NoticeRows.Row> still = NoticeRows.find(tx, row.id());
      if (still.isEmpty()
          || still.get().answeredAt().isPresent()
          || still.get().state() != row.state()) {
        return false;
      }
      NoticeRows.insert(tx, answer);
      NoticeRows.keepSigned(tx, answer.id(), signed);
      answered(tx, journal, row.id(), row.state(), now);
      desk.post(tx, sealing, item);
      return true;
    });
  }

  /** What a partner is told: of a report, what an officer answered before. */
  private Optional<Notice> says(NoticeRows.Row row) {
    if (row.kind().toOrigin()) {
      return store.read(tx -> NoticeRows.answer(tx, row.id())).flatMap(bodies::open);
    }
    boolean kept = row.state() == NoticeState.KEPT;
    return Optional.of(
        new Notice.Acknowledgement(
            kept ? Notice.Outcome.KEPT : Notice.Outcome.APPLIED, kept ? Effects.UNDER_HOLD : null));
  }

  /** Notes on either node what became of a notice. */
  static void answered(Tx tx, Journal journal, MessageId id, NoticeState state, Instant at) {
    NoticeRows.answered(tx, id, state, at);
    journal.append(
        tx,
        Event.NOTICE_ANSWERED,
        Journal.NODE,
        Map.of("message", id.toString(), "outcome", state.outcome()));
  }

  /** What was kept under a hold that has been lifted is erased now. */
  private void resume() {
    Instant now = clock.instant();
    for (NoticeRows.Row row : store.read(NoticeRows::keptUnderHold)) {
      List<Erasure.Remains> remains = new ArrayList<>();
      store.write(tx -> {
        if (reviews.held(tx, row.caseId())) {
          return false;
        }
        Item item = casework.items().find(tx, row.about()).orElseThrow();
        casework.erasure().restrict(tx, item.id(), null);
        Effects.Effect effect = effects.erase(tx, item, Journal.NODE, now);
        remains.add(effect.remains());
        effects.note(tx, item, row, effect.state(), Journal.NODE);
        NoticeRows.answerAgain(tx, row.id(), effect.state());
        return true;
      });
      remains.forEach(casework.erasure()::clear);
    }
  }

  /** Asks partners that hold a notice and have not said what became of it, again and again. */
  private void remind() {
    Instant now = clock.instant();
    Instant then = now.minus(NoticeDesk.ANSWER_WITHIN);
    for (NoticeRows.Row row : store.read(tx -> NoticeRows.overdue(tx, now))) {
      boolean lately = row.remindedAt().map(at -> at.isAfter(then)).orElse(false);
      if (row.state() == NoticeState.DELIVERED && !lately) {
        remind(row, now);
      }
    }
  }

  private void remind(NoticeRows.Row row, Instant now) {
    int days = (int) Duration.between(row.releasedAt().orElse(now), now).toDays();
    Item item = store.read(tx -> casework.items().find(tx, row.about())).orElseThrow();
    NoticeRows.Row reminder =
        following(row, item, NoticeKind.REMINDER, new Notice.Reminder(days), now);
    Outbox.Sealing sealing = desk.seal(reminder, item, now);
    byte[] signed = bodies.lockSigned(reminder.id(), reminder.body(), sealing.signed());
    store.write(tx -> {
      NoticeRows.insert(tx, reminder);
      NoticeRows.keepSigned(tx, reminder.id(), signed);
      NoticeRows.reminded(tx, row.id(), now);
      journal.append(tx, Event.NOTICE_RELEASED, Journal.NODE, reminder.references(item));
      desk.post(tx, sealing, item);
      return true;
    });
  }

  private NoticeRows.Row following(
      NoticeRows.Row of, Item item, NoticeKind kind, Notice says, Instant now) {
    MessageId id = MessageId.next();
    return NoticeRows.Row.following(
        id,
        item,
        kind,
        bodies.lock(id, says),
        NoticeRows.Origin.answering(of.id(), Optional.empty()),
        now);
  }
}
