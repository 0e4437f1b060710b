package org.entente.node.followup;

import java.time.InstantSource;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Corrections;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Outbox;
import org.entente.node.ledger.Journal;
import org.entente.node.partners.Decisions;
import org.entente.node.retention.Reviews;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.work.Worker;

/** The door of notices: puts its parts together from what they need. */
public final class NoticeOffice {
  private final NoticeDesk desk;
  private final Reports reports;
  private final PassingOn passingOn;
  private final Mail<NoticeHeader> arrivals;
  private final Chasing chasing;
  private final NoticeOriginals originals;
  private final Corrections.Source corrections;

  /** What it works with. */
  public record Needs(
      AuthorityId own,
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Outbox outbox,
      Casework casework,
      Reviews reviews,
      InstantSource clock) {}

  public NoticeOffice(Needs n) {
    Bodies bodies = new Bodies(n.vault(), n.decisions());
    Effects effects = new Effects(n.casework().erasure(), n.reviews(), n.journal());
    Onward onward = new Onward(n.casework().items(), bodies, n.journal());
    this.desk = new NoticeDesk(n, bodies, effects, onward);
    this.reports = new Reports(n, bodies, desk);
    this.passingOn = new PassingOn(n, bodies);
    this.chasing = new Chasing(n, bodies, effects, desk);
    this.arrivals = new NoticesArriving(n, bodies, effects, onward, chasing);
    this.originals = new NoticeOriginals(n.own(), n.casework().items(), bodies);
    this.corrections = new CorrectionsOf(bodies);
  }

  public NoticeDesk desk() {
    return desk;
  }

  /** Notices as they were signed. */
  public NoticeOriginals originals() {
    return originals;
  }

  /** What casework asks for corrections of a message. */
  public Corrections.Source corrections() {
    return corrections;
  }

  /** Forgets what notices about a case said. */
  public static void forget(Tx tx, CaseId id) {
    NoticeRows.forget(tx, id);
  }

  /** Where officers answer reports of inaccuracies. */
  public Reports reports() {
    return reports;
  }

  /** What may be passed on to third authorities, and where officers answer when asked. */
  public PassingOn passingOn() {
    return passingOn;
  }

  /** What the delivery hands notices to. */
  public Mail<NoticeHeader> arrivals() {
    return arrivals;
  }

  /** Follows notices at the start and every hour. */
  public Worker hourly() {
    return chasing.hourly();
  }

  /** Follows notices once. */
  public void run() {
    chasing.run();
  }
}
