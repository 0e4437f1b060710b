package org.entente.node.casework;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Consents;
import org.entente.agreement.Decision;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Where officers write: requests, and what answers or closes a case. A draft is kept however
 * incomplete it is: only what cannot be stored is refused here, what is missing is named when the
 * draft is handed in. Nothing here leaves the node ({@link Approval} sends).
 *
 * <p>Safe for use by many threads.
 */
public final class Drafts {
  private static final int SALT_BYTES = 16;

  /** Matters that one officer has begun and neither handed in nor put away. */
  static final int OPEN_MOST = 1_000;

  private final Store store;
  private final Journal journal;
  private final Contents contents;
  private final AgreementsInForce agreements;
  private final AuthorityId own;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Drafts(
      Store store,
      Journal journal,
      Contents contents,
      AgreementsInForce agreements,
      AuthorityId own,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.agreements = agreements;
    this.own = own;
    this.clock = clock;
  }

  /** Drafts a request and opens its case. */
  public Outcome<MessageStep> request(
      Officer by, AuthorityId partner, Terms terms, Content.Request content) {
    List<ContentFault> faults = terms.faults();
    return faults.isEmpty()
        ? open(by, partner, terms.request(own, partner, content), terms.agreement(), content)
        : Outcome.refused(new Hindrance.Faulty(faults));
  }

  /** Drafts information that nobody asked for, and opens its matter, Art. 7. */
  public Outcome<MessageStep> information(
      Officer by, AuthorityId partner, Terms terms, Content.Information content) {
    List<ContentFault> faults = terms.faults();
    return faults.isEmpty()
        ? open(by, partner, terms.information(own, partner, content), terms.agreement(), content)
        : Outcome.refused(new Hindrance.Faulty(faults));
  }

  /** Begins what opens a matter, of which no more is known than to whom it goes and about what. */
  public Outcome<MessageStep> begin(
      Officer by, AuthorityId partner, OffenceArea offence, Content.Unfinished content) {
    return open(by, partner, begun(content.kind(), partner, offence), Optional.empty(), content);
  }

  private Act begun(ActKind kind, AuthorityId partner, OffenceArea offence) {
    return Act.of(kind, own, partner, offence);
  }

  /** Whom this officer asked last; empty where they never asked anybody. */
  public Optional<AuthorityId> askedLast(Officer by) {
    return store
        .read(tx -> MessageRows.lastRequest(tx, by.id()))
        .map(row -> row.header().act().to());
  }

  /** Whether a draft is that of a request, which is written in steps. */
  public boolean isRequest(MessageId id) {
    return store
        .read(tx -> MessageRows.find(tx, id))
        .filter(row -> row.kind() == ActKind.REQUEST)
        .isPresent();
  }

  /** What has to be mended before a content may be handed in. */
  public List<ContentFault> faults(Content content, Urgency urgency) {
    return ContentRules.faults(content, urgency, clock.instant());
  }

  /** Drafts a question for consent to exchange in an area of common interest. */
  public Outcome<MessageStep> askConsent(
      Officer by, AuthorityId partner, OffenceArea offence, Content.ConsentQuestion content) {
    return askConsent(by, partner, offence, Optional.empty(), content);
  }

  /**
   * The same under an agreement that the officer chose.
   *
   * @param agreement its hash; empty where the choice is left to the node
   */
  public Outcome<MessageStep> askConsent(
      Officer by,
      AuthorityId partner,
      OffenceArea offence,
      Optional<String> agreement,
      Content.ConsentQuestion content) {
    Act act = Act.of(ActKind.CONSENT_REQUEST, own, partner, offence);
    List<Agreement> permitting =
        agreements.between(partner).stream()
            .filter(
                a -> a.decide(act, Consents.none(), clock.instant()) instanceof Decision.Permitted)
            .toList();
    // Unlike a request, such a draft has no form in which the choice could be made later.
    return agreement.isEmpty() && permitting.size() > 1
        ? Outcome.refused(new Hindrance.AgreementUnnamed(permitting))
        : open(by, partner, act, agreement, content);
  }

  /** The agreement that an officer chose for a draft, if anybody did. */
  public Optional<String> named(MessageId id) {
    return store.read(tx -> NamedAgreements.of(tx, id));
  }

  private List<ContentFault> unknown(Optional<String> agreement, AuthorityId partner) {
    boolean sound =
        agreement
            .map(hash ->
                agreements.between(partner).stream().anyMatch(a -> a.hash().value().equals(hash)))
            .orElse(true);
    return sound ? List.of() : List.of(new ContentFault("agreement", "unknown", 0));
  }

  /** Drafts what answers, clarifies or closes a case. */
  public Outcome<MessageStep> answer(Officer by, CaseId caseId, Content content) {
    Instant now = clock.instant();
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    List<ContentFault> faults = ContentRules.bounds(content, Urgency.NORMAL, now);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    MessageId id = MessageId.next();
    byte[] salt = salt();
    return store.write(tx -> {
      Optional<CaseRows.Row> found = CaseRows.find(tx, caseId);
      if (found.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      CaseRows.Row file = found.get();
      if (!file.state().next(file.side(), file.opening()).contains(content.kind())
          || MessageRows.pending(tx, caseId).isPresent()
          || (content instanceof Content.Delay && !CaseClock.mayDelay(tx, caseId))) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Act act =
          Act.of(content.kind(), own, file.partner(), file.offence()).with(content.tells().data());
      Header header =
          new Header(
              act,
              CaseRows.agreementOf(tx, file),
              caseId.value(),
              file.reference(),
              file.request(),
              file.opening(),
              HexFormat.of().formatHex(salt),
              List.of());
      return insert(tx, by, id, caseId, header, content, now);
    });
  }

  /** Replaces the content of a draft or a returned message; attachments stay. */
  public Outcome<MessageStep> change(
      Officer by, MessageId id, Optional<Terms> terms, Content content) {
    return change(by, id, terms, content, Optional.empty());
  }

  /**
   * The same, if the draft still says what the officer saw when the form was opened.
   *
   * @param seen of {@link MessageView#seen}
   */
  public Outcome<MessageStep> change(
      Officer by, MessageId id, Optional<Terms> terms, Content content, Optional<String> seen) {
    return change(by, id, terms, Optional.empty(), content, seen);
  }

  /** Replaces what is known of a request that is still being begun. */
  public Outcome<MessageStep> change(
      Officer by,
      MessageId id,
      OffenceArea offence,
      Content.Unfinished content,
      Optional<String> seen) {
    return change(by, id, Optional.empty(), Optional.of(offence), content, seen);
  }

  private Outcome<MessageStep> change(
      Officer by,
      MessageId id,
      Optional<Terms> terms,
      Optional<OffenceArea> offence,
      Content content,
      Optional<String> seen) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = clock.instant();
    return store.write(tx -> {
      Optional<MessageRows.Row> found = MessageRows.find(tx, id);
      if (found.isEmpty() || !found.get().draftedBy().equals(Optional.of(by.id()))) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      MessageRows.Row row = found.get();
      if (!row.state().changeable() || row.kind() != content.kind()) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      if (seen.isPresent() && !seen.get().equals(row.seen())) {
        return Outcome.refused(Rejection.CHANGED_MEANWHILE);
      }
      Act before = row.header().act();
      List<ContentFault> faults = new ArrayList<>();
      terms.ifPresent(t -> {
        faults.addAll(t.faults());
        faults.addAll(unknown(t.agreement(), before.to()));
      });
      if (!faults.isEmpty()) {
        return Outcome.refused(new Hindrance.Faulty(faults));
      }
      boolean opens = row.header().request().equals(id.value());
      Act act =
          terms.isPresent() && opens && !(content instanceof Content.Unfinished)
              ? terms.get().of(own, before.to(), content)
              : offence
                  .map(area -> begun(row.kind(), before.to(), area))
                  .orElse(opens ? before : before.with(content.tells().data()));
      faults.addAll(ContentRules.bounds(content, act.urgency(), now));
      if (!faults.isEmpty()) {
        return Outcome.refused(new Hindrance.Faulty(faults));
      }
      terms.ifPresent(t -> NamedAgreements.put(tx, id, t.agreement()));
      Content whole = content.with(contents.ofOwnDraft(row).attachments());
      rewrite(tx, row, withAct(row.header(), act), whole);
      if (row.kind() == ActKind.REQUEST || row.kind() == ActKind.INFORMATION) {
        CaseRows.changeTerms(
            tx, row.caseId(), act.offence(), act.urgency(), row.header().agreementHash());
      }
      journal.append(tx, Event.DRAFT_CHANGED, by.id().toString(), Map.of("message", id.toString()));
      return Outcome.done(new MessageStep(row.caseId(), id, row.state()));
    });
  }

  /**
   * A colleague goes on with a draft; its drafter cannot change it any more.
   *
   * @param seen of {@link MessageView#seen}, of what the colleague saw
   */
  public Outcome<MessageStep> takeOver(Officer by, MessageId id, Optional<String> seen) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<MessageRows.Row> found =
          MessageRows.find(tx, id).filter(row -> row.draftedBy().isPresent());
      if (found.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      MessageRows.Row row = found.get();
      if (!row.state().changeable() || row.draftedBy().equals(Optional.of(by.id()))) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      if (seen.isPresent() && !seen.get().equals(row.seen())) {
        return Outcome.refused(Rejection.CHANGED_MEANWHILE);
      }
      if (MessageRows.openDrafts(tx, by.id()) >= OPEN_MOST) {
        return Outcome.refused(Rejection.TOO_MANY_DRAFTS);
      }
      MessageRows.draftedBy(tx, id, by.id());
      if (WorkRows.holder(tx, row.caseId()).equals(row.draftedBy())) {
        WorkRows.hold(tx, row.caseId(), by.id());
      }
      WorkRows.happened(tx, row.caseId(), row.kind(), row.state(), clock.instant(), by.id());
      journal.append(
          tx, Event.DRAFT_TAKEN_OVER, by.id().toString(), Map.of("message", id.toString()));
      return Outcome.done(new MessageStep(row.caseId(), id, row.state()));
    });
  }

  /**
   * What would go with a draft.
   *
   * @param wholeCase whether its case was opened for it and is closed with it
   */
  public record Discarding(CaseId caseId, String reference, boolean wholeCase) {}

  /** What would go if this officer discarded the draft; empty where they cannot. */
  public Optional<Discarding> discarding(Officer by, MessageId id) {
    return store.read(tx ->
        MessageRows.find(tx, id)
            .filter(row -> row.draftedBy().equals(Optional.of(by.id())))
            .filter(row -> row.state().changeable())
            .map(row ->
                new Discarding(
                    row.caseId(),
                    CaseRows.find(tx, row.caseId()).orElseThrow().reference(),
                    row.header().request().equals(id.value()))));
  }

  /** Puts a draft away for good. A case that held nothing else is closed with it. */
  public Outcome<MessageStep> discard(Officer by, MessageId id) {
    Instant now = clock.instant();
    return store.write(tx -> {
      Optional<MessageRows.Row> found = MessageRows.find(tx, id);
      if (found.isEmpty() || !found.get().draftedBy().equals(Optional.of(by.id()))) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      MessageRows.Row row = found.get();
      if (!row.state().changeable() || !MessageRows.move(tx, row, MessageState.DISCARDED)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      if (row.header().request().equals(id.value())) {
        CaseRows.move(tx, row.caseId(), CaseState.CLOSED, now);
      }
      WorkRows.happened(tx, row.caseId(), row.kind(), MessageState.DISCARDED, now, by.id());
      journal.append(
          tx, Event.DRAFT_DISCARDED, by.id().toString(), Map.of("message", id.toString()));
      return Outcome.done(new MessageStep(row.caseId(), id, MessageState.DISCARDED));
    });
  }

  void rewrite(Tx tx, MessageRows.Row row, Header header, Content content) {
    byte[] bytes = Contents.bytes(content);
    MessageRows.rewrite(tx, row.id(), header, contents.lock(row.id(), bytes, header.saltBytes()));
  }

  private Outcome<MessageStep> open(
      Officer by, AuthorityId partner, Act act, Optional<String> named, Content content) {
    Instant now = clock.instant();
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<Agreement> agreement = agreements.with(partner);
    if (agreement.isEmpty()) {
      return Outcome.refused(Rejection.NO_AGREEMENT);
    }
    List<ContentFault> faults = new ArrayList<>(unknown(named, partner));
    faults.addAll(ContentRules.bounds(content, act.urgency(), now));
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    CaseId caseId = CaseId.next();
    MessageId id = MessageId.next();
    byte[] salt = salt();
    return store.write(tx -> {
      if (MessageRows.openDrafts(tx, by.id()) >= OPEN_MOST) {
        return Outcome.refused(Rejection.TOO_MANY_DRAFTS);
      }
      String reference = CaseRows.nextReference(tx, own, now);
      String hash = named.orElseGet(() -> agreement.get().hash().value());
      CaseRows.insert(
          tx,
          new CaseRows.Row(
              caseId,
              reference,
              partner,
              Optional.empty(),
              Optional.empty(),
              Side.OURS,
              id.value(),
              act.kind(),
              hash,
              act.offence(),
              act.urgency(),
              CaseState.PREPARING,
              now,
              Optional.empty(),
              Optional.empty(),
              false));
      Header header =
          new Header(
              act,
              hash,
              caseId.value(),
              reference,
              id.value(),
              act.kind(),
              HexFormat.of().formatHex(salt),
              List.of());
      Outcome<MessageStep> outcome = insert(tx, by, id, caseId, header, content, now);
      NamedAgreements.put(tx, id, named);
      return outcome;
    });
  }

  private Outcome<MessageStep> insert(
      Tx tx, Officer by, MessageId id, CaseId caseId, Header header, Content content, Instant now) {
    byte[] bytes = Contents.bytes(content.with(List.of()));
    MessageRows.insert(
        tx,
        new MessageRows.Row(
            id,
            caseId,
            Direction.OUT,
            content.kind(),
            MessageState.DRAFT,
            header,
            contents.lock(id, bytes, header.saltBytes()),
            List.of(),
            Optional.of(by.id()),
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Standing.ORDINARY,
            0));
    if (WorkRows.holder(tx, caseId).isEmpty()) {
      WorkRows.hold(tx, caseId, by.id());
    }
    WorkRows.happened(tx, caseId, content.kind(), MessageState.DRAFT, now, by.id());
    journal.append(
        tx,
        Event.DRAFTED,
        by.id().toString(),
        Map.of(
            "message",
            id.toString(),
            "matter",
            header.request().toString(),
            "act",
            content.kind().code()));
    return Outcome.done(new MessageStep(caseId, id, MessageState.DRAFT));
  }

  private static Header withAct(Header header, Act act) {
    return new Header(
        act,
        header.agreementHash(),
        header.caseId(),
        header.caseReference(),
        header.request(),
        header.opening(),
        header.salt(),
        header.attachments());
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }
}
