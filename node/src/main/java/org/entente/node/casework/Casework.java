package org.entente.node.casework;

import java.time.InstantSource;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Receipts;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officers;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Decisions;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.store.Vault;

/** The door of casework: puts its parts together from what they need. */
public record Casework(
    Drafts drafts,
    Approval approval,
    Copies copies,
    Cases cases,
    Attachments attachments,
    DamagedFiles damagedFiles,
    Mail<?> arrivals,
    RequestSubjects requestSubjects,
    ToldThings toldThings,
    Items items,
    Originals originals,
    Erasure erasure,
    Corrections corrections,
    Worklist worklist,
    Holding holding,
    SavedFilters filters,
    Routing routing,
    HouseNotes notes,
    Pressing pressing) {
  /**
   * What casework works with.
   *
   * @param contactPoint whether this node is a contact point's
   */
  public record Needs(
      AuthorityId own,
      Store store,
      Journal journal,
      Vault vault,
      Blobs blobs,
      Decisions decisions,
      AgreementsInForce agreements,
      ConsentRegister consents,
      Outbox outbox,
      Receipts receipts,
      Officers officers,
      boolean contactPoint,
      InstantSource clock) {}

  public static Casework of(Needs n) {
    Contents contents = new Contents(n.vault(), n.decisions());
    Corrections corrections = new Corrections();
    RequestSubjects requests = new RequestSubjects(n.store(), contents, corrections);
    ToldThings told = new ToldThings(n.store(), contents);
    Drafts drafts =
        new Drafts(n.store(), n.journal(), contents, n.agreements(), n.own(), n.clock());
    Copies copies = new Copies(n.store(), contents, n.agreements(), n.contactPoint(), n.clock());
    Approval approval =
        new Approval(
            n.store(),
            n.journal(),
            contents,
            n.decisions(),
            n.consents(),
            requests,
            told,
            copies,
            n.outbox(),
            n.clock());
    Cases cases =
        new Cases(
            n.store(),
            n.journal(),
            contents,
            corrections,
            n.agreements(),
            n.outbox(),
            n.receipts(),
            n.clock());
    DamagedFiles damagedFiles = new DamagedFiles(n.store(), n.blobs(), n.clock());
    Attachments attachments =
        new Attachments(n.store(), n.journal(), contents, drafts, n.blobs(), damagedFiles);
    Mail<?> arrivals =
        new ActsArriving(
            n.store(),
            contents,
            n.decisions(),
            n.agreements(),
            n.consents(),
            requests,
            told,
            n.own(),
            n.blobs());
    return new Casework(
        drafts,
        approval,
        copies,
        cases,
        attachments,
        damagedFiles,
        arrivals,
        requests,
        told,
        new Items(contents),
        new Originals(contents, n.journal(), n.blobs()),
        new Erasure(n.store(), n.journal(), n.blobs(), requests, n.clock()),
        corrections,
        new Worklist(n.store(), n.journal(), contents, corrections, n.clock()),
        new Holding(n.store(), n.journal(), n.officers(), n.clock()),
        new SavedFilters(n.store(), contents, n.clock()),
        new Routing(n.store(), n.journal(), contents, n.clock()),
        new HouseNotes(n.store(), n.journal(), contents, n.clock()),
        new Pressing());
  }
}
