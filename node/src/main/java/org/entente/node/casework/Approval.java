package org.entente.node.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Urgency;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Turn;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Ruling;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * The way out of the house: submit, take back, release, give back. Decides on the act when it is
 * submitted and again when it is released, so that nothing leaves on a permission that has ended in
 * between.
 *
 * <p>Ledger entry, outbox row and the new states commit together. Safe for use by many threads.
 */
public final class Approval {
  /** What can tell of persons and things. */
  private static final Set<ActKind> TELLING =
      Set.of(ActKind.REQUEST, ActKind.REPLY, ActKind.INFORMATION);

  private static final int NOTE_MAX = 2_000;

  private final Store store;
  private final Journal journal;
  private final Contents contents;
  private final Decisions decisions;
  private final ConsentRegister consents;
  private final RequestSubjects requests;
  private final ToldThings told;
  private final Copies copies;
  private final Outbox outbox;
  private final InstantSource clock;
  private final List<Objection> objections = new CopyOnWriteArrayList<>();

  Approval(
      Store store,
      Journal journal,
      Contents contents,
      Decisions decisions,
      ConsentRegister consents,
      RequestSubjects requests,
      ToldThings told,
      Copies copies,
      Outbox outbox,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.decisions = decisions;
    this.consents = consents;
    this.requests = requests;
    this.told = told;
    this.copies = copies;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Something beside the agreement that can stand against letting a message out. */
  public interface Objection {
    /** Why the message must not leave, decided within this transaction. */
    Optional<Refusal> against(Tx tx, MessageId message);
  }

  /** Asks this too from now on, whenever a message is handed in or leaves. */
  public void unless(Objection objection) {
    objections.add(objection);
  }

  /** The drafter hands the draft in; what needs no second person leaves at once. */
  public Outcome<MessageStep> submit(Officer by, MessageId id) {
    return submit(by, id, Optional.empty());
  }

  /**
   * The same, of exactly what the drafter saw.
   *
   * @param seen of {@link MessageView#seen}
   */
  public Outcome<MessageStep> submit(Officer by, MessageId id, Optional<String> seen) {
    Optional<Refusal> refusal = TwoHands.MESSAGE.againstFirst(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<MessageRows.Row> found = store.read(tx -> MessageRows.find(tx, id));
    if (found.isEmpty() || !found.get().draftedBy().equals(Optional.of(by.id()))) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    MessageRows.Row row = found.get();
    if (!row.state().changeable()) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    if (seen.isPresent() && !seen.get().equals(row.seen())) {
      return Outcome.refused(Rejection.CHANGED_MEANWHILE);
    }
    List<ContentFault> faults = faults(row);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    return switch (ruling(row)) {
      case Ruling.NoAgreement n -> Outcome.refused(Rejection.NO_AGREEMENT);
      case Ruling.NotPermitted n -> refuse(by, row, n);
      case Ruling.Permitted p when !p.alternatives().isEmpty() -> unnamed(p);
      case Ruling.Permitted p ->
          p.obligations().approvalNeeded() ? hand(by, row) : send(by, row, p);
    };
  }

  /** What the draft still lacks; drafts are kept however incomplete they are. */
  private List<ContentFault> faults(MessageRows.Row row) {
    List<ContentFault> faults = new ArrayList<>();
    draft(row)
        .ifPresent(content -> {
          faults.addAll(
              ContentRules.faults(content, row.header().act().urgency(), clock.instant()));
          faults.addAll(copies.faults(row, content));
        });
    return faults;
  }

  /**
   * What the draft says; empty if it was changed meanwhile, which the move to the next state finds.
   */
  private Optional<Content> draft(MessageRows.Row row) {
    try {
      return Optional.of(contents.ofOwnDraft(row));
    } catch (KeyForgotten e) {
      if (store.read(tx -> MessageRows.stands(tx, row))) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The drafter takes back what waits for release; it is a draft again. */
  public Outcome<MessageStep> takeBack(Officer by, MessageId id) {
    Optional<Refusal> refusal = TwoHands.MESSAGE.againstFirst(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return store.write(tx -> {
      Optional<MessageRows.Row> found =
          MessageRows.find(tx, id).filter(row -> row.draftedBy().equals(Optional.of(by.id())));
      if (found.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      MessageRows.Row row = found.get();
      if (row.state() != MessageState.AWAITING_APPROVAL
          || !MessageRows.move(tx, row, MessageState.DRAFT)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      happened(tx, by, row, MessageState.DRAFT);
      journal.append(tx, Event.TAKEN_BACK, by.id().toString(), references(row));
      return Outcome.done(new MessageStep(row.caseId(), id, MessageState.DRAFT));
    });
  }

  /** What would be decided on a message that has not left, were it to leave now. */
  public Optional<Ruling> foreseen(MessageId id) {
    return store.read(tx -> MessageRows.find(tx, id)).map(this::ruling);
  }

  /** An approver releases what another officer drafted. */
  public Outcome<MessageStep> release(Officer by, MessageId id) {
    return release(by, id, Optional.empty());
  }

  /** The same, of exactly what the approver saw. */
  public Outcome<MessageStep> release(Officer by, MessageId id, Optional<String> seen) {
    Optional<MessageRows.Row> found = store.read(tx -> MessageRows.find(tx, id));
    Optional<Refusal> rejection = approver(by, found).or(() -> changed(found, seen));
    if (rejection.isPresent()) {
      return Outcome.refused(rejection.get());
    }
    MessageRows.Row row = found.orElseThrow();
    return switch (ruling(row)) {
      case Ruling.NoAgreement n -> Outcome.refused(Rejection.NO_AGREEMENT);
      case Ruling.NotPermitted n -> refuse(by, row, n);
      case Ruling.Permitted p when !p.alternatives().isEmpty() -> unnamed(p);
      case Ruling.Permitted p -> send(by, row, p);
    };
  }

  /**
   * What follows in a matter stays under the agreement of the message that opened it, whatever else
   * binds the two by now. What opens one is decided under the agreement that an officer chose, or
   * under all of them, and then leaves only if no more than one permits it: which law a matter
   * rests on is not settled by the order in which agreements were made.
   */
  private Ruling ruling(MessageRows.Row row) {
    Act act = row.header().act();
    Instant now = clock.instant();
    Optional<String> agreement =
        store.read(tx ->
            row.header().request().equals(row.id().value())
                ? NamedAgreements.of(tx, row.id())
                : CaseRows.find(tx, row.caseId()).map(file -> CaseRows.agreementOf(tx, file)));
    Ruling ruling =
        agreement
            .map(hash -> decisions.under(hash, act, now))
            .orElseGet(() -> decisions.on(act, now));
    return act.kind() == ActKind.REQUEST
        ? decisions.with(
            draft(row).map(content -> content.tells().acts()).orElse(Set.of()), ruling, act, now)
        : ruling;
  }

  private static Outcome<MessageStep> unnamed(Ruling.Permitted ruling) {
    return Outcome.refused(new Hindrance.AgreementUnnamed(ruling.carrying()));
  }

  /** An approver gives the draft back with a note that says what to change. */
  public Outcome<MessageStep> giveBack(Officer by, MessageId id, String note) {
    return giveBack(by, id, note, Optional.empty());
  }

  /** The same, of exactly what the approver saw. */
  public Outcome<MessageStep> giveBack(
      Officer by, MessageId id, String note, Optional<String> seen) {
    Optional<MessageRows.Row> found = store.read(tx -> MessageRows.find(tx, id));
    Optional<Refusal> rejection = approver(by, found).or(() -> changed(found, seen));
    if (rejection.isPresent()) {
      return Outcome.refused(rejection.get());
    }
    if (note.isBlank() || note.length() > NOTE_MAX) {
      return Outcome.refused(Rejection.NOTE_MISSING);
    }
    MessageRows.Row row = found.orElseThrow();
    return store.write(tx -> {
      if (!MessageRows.move(tx, row, MessageState.RETURNED)) {
        return Outcome.refused(MessageRows.unmoved(tx, row));
      }
      GivenBack.Version saw = new GivenBack.Version(row.header(), contents.ofOwnDraft(row));
      MessageRows.note(
          tx, id, contents.lockNote(id, new GivenBack(note.strip(), Optional.of(saw))));
      happened(tx, by, row, MessageState.RETURNED);
      journal.append(tx, Event.RETURNED, by.id().toString(), references(row));
      return Outcome.done(new MessageStep(row.caseId(), id, MessageState.RETURNED));
    });
  }

  private static Optional<Refusal> approver(Officer by, Optional<MessageRows.Row> found) {
    Optional<Refusal> refusal = TwoHands.MESSAGE.againstSecond(by);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (found.isEmpty()) {
      return Optional.of(Usual.NOT_FOUND);
    }
    Optional<Refusal> same = TwoHands.MESSAGE.againstSecond(by, found.get().draftedBy());
    if (same.isPresent()) {
      return same;
    }
    return found.get().state() == MessageState.AWAITING_APPROVAL
        ? Optional.empty()
        : Optional.of(Usual.WRONG_STATE);
  }

  private static Optional<Refusal> changed(Optional<MessageRows.Row> found, Optional<String> seen) {
    return seen.isPresent() && !seen.equals(found.map(MessageRows.Row::seen))
        ? Optional.of(Rejection.CHANGED_MEANWHILE)
        : Optional.empty();
  }

  private Outcome<MessageStep> refuse(Officer by, MessageRows.Row row, Ruling.NotPermitted ruling) {
    store.write(
        tx -> journal.append(tx, Event.DECISION_REFUSED, by.id().toString(), references(row)));
    return Outcome.refused(new Hindrance.Undecided(ruling.decision()));
  }

  private Optional<Outcome<MessageStep>> objected(Tx tx, Officer by, MessageRows.Row row) {
    for (Objection objection : objections) {
      Optional<Refusal> why = objection.against(tx, row.id());
      if (why.isPresent()) {
        journal.append(tx, Event.DECISION_REFUSED, by.id().toString(), references(row));
        return Optional.of(Outcome.refused(why.get()));
      }
    }
    return Optional.empty();
  }

  private Outcome<MessageStep> hand(Officer by, MessageRows.Row row) {
    return store.write(tx -> {
      Optional<Outcome<MessageStep>> objected = objected(tx, by, row);
      if (objected.isPresent()) {
        return objected.get();
      }
      if (!MessageRows.move(tx, row, MessageState.AWAITING_APPROVAL)) {
        return Outcome.refused(MessageRows.unmoved(tx, row));
      }
      happened(tx, by, row, MessageState.AWAITING_APPROVAL);
      journal.append(tx, Event.SUBMITTED, by.id().toString(), references(row));
      return Outcome.done(new MessageStep(row.caseId(), row.id(), MessageState.AWAITING_APPROVAL));
    });
  }

  private Outcome<MessageStep> send(Officer by, MessageRows.Row row, Ruling.Permitted ruling) {
    Instant now = clock.instant();
    Header header = row.header().decidedUnder(ruling.agreement().hash().value());
    Outbox.Sealing sealed;
    byte[] signed;
    Map<String, String> said = new TreeMap<>();
    try {
      if (row.kind() == ActKind.REFUSAL || Copies.concerns(row.kind())) {
        Content content = contents.reopen(row);
        RefusalGround.note(said, content);
        ContactPointCopy.note(said, content);
      }
      sealed = outbox.seal(row.id(), header.envelope(), contents.body(row, ruling.grant()), now);
      signed = contents.lockSigned(row.id(), row.body(), sealed.signed());
    } catch (KeyForgotten e) {
      if (store.read(tx -> MessageRows.stands(tx, row))) {
        throw e;
      }
      // A change destroys the key of what was there before, so nothing of it can leave any more.
      return Outcome.refused(Rejection.CHANGED_MEANWHILE);
    }
    return store.write(tx -> {
      Optional<Outcome<MessageStep>> objected = objected(tx, by, row);
      if (objected.isPresent()) {
        return objected.get();
      }
      if (!decisions.hasRoom(tx, ruling.agreement(), header.act(), now)) {
        return Outcome.refused(Rejection.CHANGED_MEANWHILE);
      }
      if (!MessageRows.move(tx, row, MessageState.RELEASED)) {
        return Outcome.refused(MessageRows.unmoved(tx, row));
      }
      OfficerId releaser = row.state() == MessageState.AWAITING_APPROVAL ? by.id() : null;
      MessageRows.released(tx, row.id(), header, ruling.articles(), releaser, now);
      if (header.request().equals(row.id().value())) {
        CaseRows.decidedUnder(tx, row.caseId(), header.agreementHash());
      }
      MessageRows.keepSigned(tx, row.id(), signed);
      forgetGivenBack(tx, row);
      happened(tx, by, row, MessageState.RELEASED);
      if (row.kind() == ActKind.REQUEST || row.kind() == ActKind.INFORMATION) {
        requests.note(tx, row.id(), row.caseId(), Direction.OUT);
      }
      if (TELLING.contains(row.kind())) {
        told.note(tx, row.id(), row.caseId());
      }
      decisions.counted(tx, header.agreementHash(), header.act(), now);
      noteConsentAsked(tx, row);
      Map<String, String> references = references(row);
      Several.put(references, "articles", ruling.articles(), " + ");
      references.put("agreement", header.agreementHash());
      references.put("recipient", header.act().to().value());
      references.putAll(said);
      journal.append(tx, Event.RELEASED, by.id().toString(), references, row.body().hash());
      boolean urgent = header.act().urgency() == Urgency.URGENT;
      outbox.post(tx, sealed, Turn.of(header.request(), urgent));
      return Outcome.done(new MessageStep(row.caseId(), row.id(), MessageState.RELEASED));
    });
  }

  private void happened(Tx tx, Officer by, MessageRows.Row row, MessageState state) {
    WorkRows.happened(tx, row.caseId(), row.kind(), state, clock.instant(), by.id());
  }

  /** The version that was given back served the release alone; the note about it stays. */
  private void forgetGivenBack(Tx tx, MessageRows.Row row) {
    contents
        .givenBack(row)
        .filter(given -> given.version().isPresent())
        .ifPresent(given ->
            MessageRows.note(tx, row.id(), contents.lockNote(row.id(), given.noteAlone())));
  }

  private void noteConsentAsked(Tx tx, MessageRows.Row row) {
    if (row.kind() == ActKind.CONSENT_REQUEST) {
      Act act = row.header().act();
      consents.asked(tx, row.id().value(), act.to(), act.from(), act.offence());
    }
  }

  static Map<String, String> references(MessageRows.Row row) {
    Map<String, String> references = new TreeMap<>();
    references.put("message", row.id().toString());
    references.put("matter", row.header().request().toString());
    references.put("act", row.kind().code());
    return references;
  }
}
