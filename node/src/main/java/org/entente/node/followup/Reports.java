package org.entente.node.followup;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.delivery.Outbox;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Where officers answer what a recipient reports about an item that this authority gave it,
 * Directive (EU) 2016/680 Art. 16(5): they correct the item, and everybody who got it is told, or
 * say why not. Each report is answered once.
 *
 * <p>Safe for use by many threads.
 */
public final class Reports {
  private final Store store;
  private final Journal journal;
  private final InstantSource clock;
  private final Items items;
  private final Bodies bodies;
  private final NoticeDesk desk;

  Reports(NoticeOffice.Needs n, Bodies bodies, NoticeDesk desk) {
    this.store = n.store();
    this.journal = n.journal();
    this.clock = n.clock();
    this.items = n.casework().items();
    this.bodies = bodies;
    this.desk = desk;
  }

  /**
   * Corrects what a report says is wrong, in the words of an officer of this authority. The
   * correction and the answer leave together.
   */
  public Outcome<NoticeStep> correct(
      Officer by, MessageId report, String corrected, String reasons) {
    Optional<NoticeRows.Row> row = find(report);
    if (row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    return row.get().state() == NoticeState.RECEIVED
            && bodies.open(row.get()).orElse(null) instanceof Notice.Inaccuracy says
        ? desk.send(
            by,
            row.get().about(),
            new Notice.Correction(says.passage(), corrected, reasons),
            correction -> answering(by, row.get(), correction, ""))
        : Outcome.refused(Usual.WRONG_STATE);
  }

  /** Says why the item is not corrected. */
  public Outcome<NoticeStep> decline(Officer by, MessageId report, String reasons) {
    if (!Rights.may(by, Right.PREPARE_NOTICES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<NoticeRows.Row> row = find(report);
    Optional<Refusal> refusal =
        row.isEmpty()
            ? Optional.of(Usual.NOT_FOUND)
            : NoticeBody.fault(new Notice.Finding(null, reasons));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return store.write(answering(by, row.orElseThrow(), null, reasons)::written)
        ? Outcome.done(new NoticeStep(row.orElseThrow().caseId(), report, NoticeState.DECLINED))
        : Outcome.refused(Usual.WRONG_STATE);
  }

  private Optional<NoticeRows.Row> find(MessageId report) {
    return store
        .read(tx -> NoticeRows.find(tx, report))
        .filter(row -> row.kind() == NoticeKind.INACCURACY && !row.ours());
  }

  /** The answer leaves with whatever else is written, if nobody has answered before. */
  private NoticeDesk.Alongside answering(
      Officer by, NoticeRows.Row report, @Nullable MessageId correction, String reasons) {
    Instant now = clock.instant();
    Item item = store.read(tx -> items.find(tx, report.about())).orElseThrow();
    Notice.Finding says =
        new Notice.Finding(correction == null ? null : correction.value(), reasons);
    NoticeState state = correction == null ? NoticeState.DECLINED : NoticeState.APPLIED;
    MessageId id = MessageId.next();
    NoticeRows.Row answer =
        NoticeRows.Row.following(
            id,
            item,
            NoticeKind.FINDING,
            bodies.lock(id, says),
            NoticeRows.Origin.answering(report.id(), Optional.of(by.id())),
            now);
    Outbox.Sealing sealing = desk.seal(answer, item, now);
    byte[] signed = bodies.lockSigned(id, answer.body(), sealing.signed());
    return tx -> {
      if (!NoticeRows.move(tx, report.id(), NoticeState.RECEIVED, state)) {
        return false;
      }
      NoticeRows.answered(tx, report.id(), state, now);
      NoticeRows.insert(tx, answer);
      NoticeRows.keepSigned(tx, id, signed);
      journal.append(
          tx,
          Event.NOTICE_ANSWERED,
          by.id().toString(),
          Map.of("message", report.id().toString(), "outcome", state.outcome()),
          answer.body().hash());
      desk.post(tx, sealing, item);
      return true;
    };
  }
}
