package org.entente.node.casework;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DeadlineRule;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Urgency;
import org.entente.node.delivery.Ability;
import org.entente.node.delivery.Afresh;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Several;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Blobs;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * What casework makes of a partner's message: decide again, open, check, keep; and of a receipt for
 * one of ours. The codes it refuses with are listed in {@code docs/protocol.md}.
 */
final class ActsArriving implements Mail<Header> {
  private static final String DIFFERS = "agreement-differs";
  private static final Set<ActKind> OPENING =
      EnumSet.of(ActKind.REQUEST, ActKind.INFORMATION, ActKind.CONSENT_REQUEST);

  private final Store store;
  private final Contents contents;
  private final Decisions decisions;
  private final AgreementsInForce agreements;
  private final ConsentRegister consents;
  private final RequestSubjects requests;
  private final ToldThings told;
  private final AuthorityId own;
  private final Blobs blobs;

  ActsArriving(
      Store store,
      Contents contents,
      Decisions decisions,
      AgreementsInForce agreements,
      ConsentRegister consents,
      RequestSubjects requests,
      ToldThings told,
      AuthorityId own,
      Blobs blobs) {
    this.blobs = blobs;
    this.store = store;
    this.contents = contents;
    this.decisions = decisions;
    this.agreements = agreements;
    this.consents = consents;
    this.requests = requests;
    this.told = told;
    this.own = own;
  }

  @Override
  public Ability ability() {
    return Ability.first(
        Header.FAMILY, Contents.VERSION, Contents.kinds().map(ActKind::code).toList());
  }

  @Override
  public Header read(Envelope envelope) {
    return Header.parse(envelope.text());
  }

  @Override
  public Verdict judge(Header header, Arrival arrival) throws IOException {
    return switch (decisions.under(header.agreementHash(), header.act(), arrival.at())) {
      case Ruling.NoAgreement n ->
          refuse(header, agreements.between(arrival.from()).isEmpty() ? "no-agreement" : DIFFERS);
      case Ruling.NotPermitted n ->
          refuse(
              header,
              replaced(n.agreement(), arrival.from(), arrival.at()) ? DIFFERS : "not-permitted");
      case Ruling.Permitted p -> {
        Optional<String> misfit = misfit(header, arrival);
        yield misfit.isPresent() ? refuse(header, misfit.get()) : withFiles(header, arrival, p);
      }
    };
  }

  private static Verdict refuse(Header header, String code) {
    return new Verdict.Refuse(code, references(header));
  }

  private static Map<String, String> references(Header header) {
    Map<String, String> references = new TreeMap<>();
    references.put("agreement", header.agreementHash());
    references.put("matter", header.request().toString());
    references.put("act", header.act().kind().code());
    return references;
  }

  private Verdict withFiles(Header header, Arrival arrival, Ruling.Permitted ruling)
      throws IOException {
    return switch (arrival.files().announced()) {
      case DIFFERENT -> refuse(header, "attachments-differ");
      case MISSING -> new Verdict.Missing();
      case HERE -> {
        try {
          yield opened(header, arrival, ruling);
        } catch (ContentRefused e) {
          yield refuse(header, e.code());
        }
      }
    };
  }

  /** Whether the agreement that the sender decided on has given way to another one here. */
  private boolean replaced(Agreement agreement, AuthorityId from, Instant at) {
    return !agreement.inForceAt(at)
        && agreements.between(from).stream().anyMatch(a -> a.inForceAt(at));
  }

  /** Why the message does not belong to the matter that it names. */
  private Optional<String> misfit(Header header, Arrival arrival) {
    boolean opens = header.request().equals(arrival.id().value());
    ActKind kind = header.act().kind();
    if (opens != OPENING.contains(kind) || (opens && kind != header.opening())) {
      return Optional.of("matter-malformed");
    }
    Optional<CaseRows.Row> file =
        store.read(tx -> CaseRows.ofMatter(tx, arrival.from(), header.request()));
    if (opens == file.isPresent()) {
      return Optional.of(opens ? "matter-known" : "matter-unknown");
    }
    if (file.isPresent()
        && (!expected(file.get(), header)
            || (kind == ActKind.JUDICIAL_DELAY && !mayDelay(file.get())))) {
      return Optional.of("not-expected");
    }
    return file.isPresent() && !agreementOf(file.get()).equals(header.agreementHash())
        ? Optional.of(DIFFERS)
        : Optional.empty();
  }

  private boolean mayDelay(CaseRows.Row file) {
    return store.read(tx -> CaseClock.mayDelay(tx, file.id()));
  }

  private String agreementOf(CaseRows.Row file) {
    return store.read(tx -> CaseRows.agreementOf(tx, file));
  }

  /**
   * Whether the partner, on its side of the matter, may send this at all. The state is not asked:
   * messages cross, and what came late is still to be kept.
   */
  private static boolean expected(CaseRows.Row file, Header header) {
    boolean asked = file.side() == Side.THEIRS;
    boolean consent = file.opening() == ActKind.CONSENT_REQUEST;
    boolean informed = file.opening() == ActKind.INFORMATION;
    if (file.offence() != header.act().offence() || file.opening() != header.opening()) {
      return false;
    }
    return switch (header.act().kind()) {
      case CLARIFICATION_ANSWER -> asked && !informed;
      case CLOSURE -> asked || informed;
      case CLARIFICATION_QUESTION, JUDICIAL_DELAY, REPLY, REFUSAL ->
          !asked && !consent && !informed;
      case CONSENT_GRANT, CONSENT_DENIAL -> !asked && consent;
      case REQUEST,
          CONSENT_REQUEST,
          INFORMATION,
          CHECK,
          ALERT,
          EMERGENCY_DISCLOSURE,
          TRACE,
          TRAINING,
          JOINT_WORK,
          ONWARD_TRANSFER ->
          false;
    };
  }

  /** Opens and checks the content and the attachments, which are on disk by now. */
  private Verdict opened(Header header, Arrival arrival, Ruling.Permitted ruling)
      throws ContentRefused, IOException {
    byte[] bytes = arrival.body().open(ruling.grant());
    Content content = Contents.read(header.act().kind(), bytes).content();
    Urgency urgency = header.act().urgency();
    if (!ContentRules.faults(content, urgency, arrival.at()).isEmpty()) {
      throw new ContentRefused("content-incomplete");
    }
    int given = content.about().map(PersonSought::identifiers).orElse(0);
    if (OPENING.contains(content.kind()) && header.act().particulars().identifiers() > given) {
      throw new ContentRefused("content-incomplete");
    }
    if (!declares(header.act().data(), content.tells().data())) {
      throw new ContentRefused("content-incomplete");
    }
    if (content.kind() == ActKind.REQUEST
        && !(decisions.with(content.tells().acts(), ruling, header.act(), arrival.at())
            instanceof Ruling.Permitted)) {
      throw new ContentRefused("not-permitted");
    }
    List<AttachmentId> named = content.attachments().stream().map(Attached::id).toList();
    if (!named.equals(header.attachments().stream().map(SealedAttachment::id).toList())) {
      throw new ContentRefused("attachments-differ");
    }
    if (!content.attachments().stream().allMatch(Attached::sound)) {
      throw new ContentRefused("content-incomplete");
    }
    for (int i = 0; i < named.size(); i++) {
      if (!Attachments.opens(blobs, content.attachments().get(i), header.attachments().get(i))) {
        throw new ContentRefused("attachments-differ");
      }
    }
    Locked locked = contents.lock(arrival.id(), bytes, header.saltBytes());
    byte[] signed =
        contents.lockSigned(arrival.id(), locked, arrival.signed().open(ruling.grant()));
    Map<String, String> references = references(header);
    Several.put(references, "articles", ruling.articles(), " + ");
    RefusalGround.note(references, content);
    ContactPointCopy.note(references, content);
    return new Verdict.Keep(
        tx -> {
          String reference =
              keep(tx, new Taken(arrival, header, content, locked, ruling.articles()));
          MessageRows.keepSigned(tx, arrival.id(), signed);
          return reference;
        },
        opens(header, arrival.id()),
        locked.hash(),
        references,
        Event.RECEIVED);
  }

  /** Whether the act that was decided on says everything that the subjects carry. */
  private static boolean declares(PersonalData declared, PersonalData carried) {
    return carried.bySubject().entrySet().stream()
        .allMatch(each ->
            declared
                .bySubject()
                .getOrDefault(each.getKey(), Set.of())
                .containsAll(each.getValue()));
  }

  private static Verdict.Opens opens(Header header, MessageId id) {
    return !header.request().equals(id.value())
        ? Verdict.Opens.NOTHING
        : header.act().urgency() == Urgency.URGENT ? Verdict.Opens.URGENT_CASE : Verdict.Opens.CASE;
  }

  /** A message that is kept. */
  private record Taken(
      Arrival arrival, Header header, Content content, Locked body, List<String> articles) {}

  private String keep(Tx tx, Taken taken) {
    Arrival arrival = taken.arrival();
    Header header = taken.header();
    CaseRows.Row file =
        CaseRows.ofMatter(tx, arrival.from(), header.request())
            .orElseGet(() -> caseFor(tx, header, arrival));
    CaseRows.notePartnerReference(tx, file.id(), header.caseId(), header.caseReference());
    MessageRows.insert(
        tx,
        new MessageRows.Row(
            arrival.id(),
            file.id(),
            Direction.IN,
            header.act().kind(),
            MessageState.RECEIVED,
            header,
            taken.body(),
            taken.articles(),
            Optional.empty(),
            arrival.at(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(arrival.at()),
            Optional.empty(),
            Standing.ORDINARY,
            0));
    if (taken.content().about().isPresent()) {
      requests.note(tx, arrival.id(), file.id(), Direction.IN);
    }
    if (!taken.content().tells().none()) {
      told.note(tx, arrival.id(), file.id());
    }
    decisions.counted(tx, header.agreementHash(), header.act(), arrival.at());
    reached(tx, file, header, arrival.id().value(), taken.content(), arrival.at());
    WorkRows.happened(
        tx, file.id(), header.act().kind(), MessageState.RECEIVED, arrival.at(), null);
    return file.reference();
  }

  private CaseRows.Row caseFor(Tx tx, Header header, Arrival arrival) {
    CaseRows.Row row =
        new CaseRows.Row(
            CaseId.next(),
            CaseRows.nextReference(tx, own, arrival.at()),
            arrival.from(),
            Optional.of(header.caseId()),
            Optional.of(header.caseReference()),
            Side.THEIRS,
            header.request(),
            header.opening(),
            header.agreementHash(),
            header.act().offence(),
            header.act().urgency(),
            CaseState.PREPARING,
            arrival.at(),
            Optional.empty(),
            Optional.empty(),
            false);
    CaseRows.insert(tx, row);
    return row;
  }

  @Override
  public Optional<Afresh> afresh(MessageId id) {
    return store
        .read(tx -> MessageRows.find(tx, id))
        .filter(row -> row.state() == MessageState.RELEASED)
        .flatMap(row -> {
          try {
            return Optional.of(
                new Afresh(
                    row.header().envelope(),
                    contents.bytes(row),
                    (tx, sealing) ->
                        MessageRows.sealedAgain(
                            tx,
                            id,
                            contents.lockSigned(id, row.body(), sealing.signed()),
                            sealing.at())));
          } catch (KeyForgotten e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void receipted(Tx tx, MessageId id, Receipt receipt) {
    MessageRows.Row row = MessageRows.find(tx, id).orElseThrow();
    CaseRows.Row file = CaseRows.find(tx, row.caseId()).orElseThrow();
    if (receipt.verdict() == Receipt.Verdict.REFUSED) {
      MessageRows.arrived(tx, id, MessageState.REFUSED_BY_PARTNER, receipt.at());
      if (row.header().request().equals(id.value())) {
        CaseRows.move(tx, file.id(), CaseState.STOPPED, receipt.at());
      }
      WorkRows.happened(
          tx, file.id(), row.kind(), MessageState.REFUSED_BY_PARTNER, receipt.at(), null);
      return;
    }
    MessageRows.arrived(tx, id, MessageState.DELIVERED, receipt.at());
    CaseRows.notePartnerReference(tx, file.id(), null, receipt.caseReference());
    Content content = contents.forReading(row);
    reached(tx, file, row.header(), id.value(), content, receipt.at());
    WorkRows.happened(tx, file.id(), row.kind(), MessageState.DELIVERED, receipt.at(), null);
  }

  /**
   * A message has reached its receiver: both nodes do the same here, with the same instant, so that
   * their clocks and states agree.
   */
  private void reached(
      Tx tx, CaseRows.Row file, Header header, UUID message, Content content, Instant at) {
    ActKind kind = header.act().kind();
    Optional<CaseState> next = file.state().after(kind);
    next.ifPresent(state -> CaseRows.move(tx, file.id(), state, state.ended() ? at : null));
    if (next.isPresent()) {
      moveClock(tx, file, header, at);
    }
    switch (content) {
      case Content.ConsentQuestion q ->
          consents.asked(tx, message, file.partner(), header.act().from(), header.act().offence());
      case Content.ConsentGrant g ->
          consents.granted(tx, header.request(), message, file.partner(), at, g.until());
      case Content.ConsentDenial d ->
          consents.denied(tx, header.request(), message, file.partner());
      case Content.Request r -> {}
      case Content.Information i -> {}
      case Content.Question q -> {}
      case Content.Answer a -> {}
      case Content.Reply r -> {}
      case Content.Refusal r -> {}
      case Content.Delay d -> {
        if (next.isPresent()) {
          CaseClock.delay(tx, file.id(), at, d.expected());
        }
      }
      case Content.Closure c -> {}
      case Content.Unfinished u -> {}
      case Content.Withheld w -> {}
    }
  }

  private void moveClock(Tx tx, CaseRows.Row file, Header header, Instant at) {
    switch (header.act().kind()) {
      case REQUEST, CONSENT_REQUEST ->
          CaseClock.start(tx, file.id(), rule(header), file.urgency(), at);
      case CLARIFICATION_QUESTION -> CaseClock.suspend(tx, file.id(), at);
      case CLARIFICATION_ANSWER -> CaseClock.resume(tx, file.id(), at);
      case REPLY, REFUSAL, CONSENT_GRANT, CONSENT_DENIAL, CLOSURE ->
          CaseClock.answer(tx, file.id(), at);
      case JUDICIAL_DELAY, // its content says how far; see below
          INFORMATION,
          CHECK,
          ALERT,
          EMERGENCY_DISCLOSURE,
          TRACE,
          TRAINING,
          JOINT_WORK,
          ONWARD_TRANSFER -> {}
    }
  }

  private DeadlineRule rule(Header header) {
    return agreements
        .held(header.agreementHash())
        .orElseThrow(() -> new IllegalStateException("The agreement of an open matter is gone"))
        .arrangement()
        .deadlines();
  }
}
