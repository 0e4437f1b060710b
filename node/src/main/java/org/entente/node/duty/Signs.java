package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.duty.Way;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Pressing;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.countersigning.Witnessing;
import org.entente.node.delivery.Outbox;
import org.entente.node.measures.Presses;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;

/**
 * What holds now and that a person must know of, read from what is kept: nothing that happens has
 * to be remembered, so nothing of it can be lost.
 */
final class Signs {
  /** A partner's node may be started again in that time. */
  static final Duration LINE_DOWN_AFTER = Duration.ofMinutes(15);

  private final Store store;
  private final Pressing pressing;
  private final Presses measures;
  private final Partners partners;
  private final Outbox outbox;
  private final Countersigners countersigners;

  /** Pages need a moment to find a node that was started. */
  private final Instant begun;

  Signs(Duty.Needs n) {
    this.store = n.store();
    this.pressing = n.casework().pressing();
    this.measures = n.measures().presses();
    this.partners = n.partners();
    this.outbox = n.outbox();
    this.countersigners = n.countersigners();
    this.begun = n.clock().instant();
  }

  /** The signs for a post, the most pressing first. */
  Set<Sign> now(Post post, Instant now) {
    Set<Sign> signs = new LinkedHashSet<>();
    if (post.roster().at(now).isEmpty()) {
      signs.add(new Sign(AlarmKind.NO_WATCH, post.id().value()));
    }
    for (Witnessing ledger : countersigners.table()) {
      if (ledger.stop().isPresent()) {
        signs.add(new Sign(AlarmKind.LOG_STOPPED, ledger.partner().value()));
      }
    }
    if (store.read(tx -> HandOvers.missed(tx, post, now))) {
      signs.add(new Sign(AlarmKind.WATCH_NOT_ACCEPTED, post.id().value()));
    }
    if (nobodyWouldHear(post, now)) {
      signs.add(new Sign(AlarmKind.NO_ARMED_PAGE, post.id().value()));
    }
    signs.addAll(store.read(tx -> linesDown(tx, now)));
    signs.addAll(store.read(tx -> ofMeasures(tx, now)));
    signs.addAll(store.read(tx -> ofCases(tx, now)));
    return signs;
  }

  /** Those of urgent measures and calls. */
  List<Sign> ofMeasures(Reads tx, Instant now) {
    return measures.now(tx, now).stream()
        .map(press -> new Sign(kind(press.why()), press.id()))
        .toList();
  }

  private static AlarmKind kind(Presses.Why why) {
    return switch (why) {
      case LIFE_AT_RISK -> AlarmKind.LIFE_AT_RISK;
      case UNSEEN -> AlarmKind.MEASURE_UNSEEN;
      case RADIO_CHECK -> AlarmKind.RADIO_CHECK;
      case UNREVIEWED -> AlarmKind.RELEASE_UNREVIEWED;
      case UNANSWERED -> AlarmKind.PRESERVATION_UNANSWERED;
      case ANSWER_DUE -> AlarmKind.ANSWER_DUE;
      case ANSWER_OVERDUE -> AlarmKind.ANSWER_OVERDUE;
      case LAPSES -> AlarmKind.PRESERVATION_LAPSES;
      case LAPSES_SOON -> AlarmKind.PRESERVATION_LAPSES_SOON;
      case LAPSES_NOW -> AlarmKind.PRESERVATION_LAPSES_NOW;
      case UNCONFIRMED -> AlarmKind.CALL_UNCONFIRMED;
    };
  }

  /** Whether the chain relies on pages and none has been armed for a while. */
  private boolean nobodyWouldHear(Post post, Instant now) {
    Instant since = now.minus(OpenPages.NONE_AFTER);
    return post.chain().steps().stream().anyMatch(step -> step.ways().contains(Way.BROWSER))
        && begun.isBefore(since)
        && post.changedAt().isBefore(since)
        && store.read(tx -> PageRows.lastArmed(tx, post.id())).filter(since::isBefore).isEmpty();
  }

  /** Partners whom nothing reaches. */
  List<Sign> linesDown(Reads tx, Instant now) {
    List<Sign> signs = new ArrayList<>();
    for (Partner partner : partners.all()) {
      Outbox.Unreceipted waits = outbox.toward(tx, partner.id());
      boolean down =
          waits.fault().isPresent()
              && waits.since().filter(at -> at.isBefore(now.minus(LINE_DOWN_AFTER))).isPresent();
      if (down) {
        signs.add(new Sign(AlarmKind.LINE_DOWN, partner.id().value()));
      }
    }
    return signs;
  }

  private List<Sign> ofCases(Reads tx, Instant now) {
    List<Sign> signs = new ArrayList<>();
    for (Pressing.Matter matter : pressing.matters(tx, now)) {
      String id = matter.id().toString();
      if (matter.urgent() && matter.holder().isEmpty()) {
        signs.add(new Sign(AlarmKind.URGENT_MATTER, id));
      }
      matter
          .clock()
          .flatMap(clock -> deadline(clock, matter.holder().isPresent(), now))
          .ifPresent(kind -> signs.add(new Sign(kind, id)));
    }
    for (CaseId id : pressing.silentRoutes(tx, now)) {
      signs.add(new Sign(AlarmKind.ROUTE_SILENT, id.toString()));
    }
    return signs;
  }

  /** Half of the time is a sign only where nobody holds the matter: work has begun elsewhere. */
  static Optional<AlarmKind> deadline(Pressing.Clock clock, boolean held, Instant now) {
    Duration whole = Duration.between(clock.received(), clock.due());
    if (!now.isBefore(clock.due())) {
      return Optional.of(AlarmKind.DEADLINE_MISSED);
    }
    if (!now.isBefore(clock.received().plus(whole.multipliedBy(4).dividedBy(5)))) {
      return Optional.of(AlarmKind.DEADLINE_NEAR);
    }
    return held || now.isBefore(clock.received().plus(whole.dividedBy(2)))
        ? Optional.empty()
        : Optional.of(AlarmKind.DEADLINE_HALF);
  }
}
