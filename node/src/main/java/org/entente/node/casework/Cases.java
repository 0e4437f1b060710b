package org.entente.node.casework;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.agreement.AccessClass;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.Deadline;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Receipts;
import org.entente.node.delivery.Understood;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Reading a case, and the first look of the requested authority (triage). The officer who opens a
 * case is noted in the ledger (Directive (EU) 2016/680 Art. 25). Safe for use by many threads.
 */
public final class Cases {
  private static final int REASON_MAX = 2_000;

  /** What may be a reference or a part of one: one word with a digit. */
  private static final Pattern REFERENCE = Pattern.compile("(?=\\S*[0-9])\\S{2,60}");

  private final Store store;
  private final Journal journal;
  private final Contents contents;
  private final Corrections corrections;
  private final AgreementsInForce agreements;
  private final Outbox outbox;
  private final Receipts receipts;
  private final InstantSource clock;

  Cases(
      Store store,
      Journal journal,
      Contents contents,
      Corrections corrections,
      AgreementsInForce agreements,
      Outbox outbox,
      Receipts receipts,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.corrections = corrections;
    this.agreements = agreements;
    this.outbox = outbox;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** A case with its messages; the look is noted. Empty when unknown or not for this officer. */
  public Optional<CaseView> view(Officer by, CaseId id) {
    if (!Rights.may(by, Right.READ_CASES)) {
      return Optional.empty();
    }
    Optional<CaseView> view =
        store.read(tx -> CaseRows.find(tx, id).map(row -> view(tx, row, contents::shown)));
    view.ifPresent(v ->
        store.write(tx -> {
          WorkRows.seen(tx, by.id(), id, clock.instant());
          return journal.append(
              tx, Event.CASE_READ, by.id().toString(), Map.of("case", id.toString()));
        }));
    return view;
  }

  /**
   * A case with what of it is restricted, for a supervisor who says why (Directive (EU) 2016/680
   * Art. 16(3), 25(1)); the reason is kept sealed beside the entry of the look.
   */
  public Outcome<CaseView> viewRestricted(Officer by, CaseId id, String reason) {
    if (!Rights.may(by, Right.READ_RESTRICTED)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (reason.strip().length() < ContentRules.TEXT_MIN || reason.length() > REASON_MAX) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Optional<CaseView> view =
        store.read(
            tx -> CaseRows.find(tx, id).map(row -> view(tx, row, contents::shownThoughRestricted)));
    if (view.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Consumer<Tx> look = RestrictedLooks.of(contents, journal, by.id(), id, clock.instant(), reason);
    store.write(tx -> {
      look.accept(tx);
      return true;
    });
    return Outcome.done(view.get());
  }

  /**
   * Why what of a case is restricted was read: the reasons by the hash that stands in the entry of
   * the look. Empty for anyone who is no supervisor.
   */
  public Map<String, String> reasonsOfRestrictedLooks(Officer by, CaseId id) {
    Map<String, String> reasons = new HashMap<>();
    if (Rights.may(by, Right.READ_RESTRICTED)) {
      for (RestrictedLooks.Look look : store.read(tx -> RestrictedLooks.of(tx, id))) {
        reasons.put(
            look.reason().hash(),
            contents.openReason(RestrictedLooks.place(look.id()), look.reason()));
      }
    }
    return reasons;
  }

  /** The officer's own draft that can be changed, opened through its case; the look is noted. */
  public Optional<MessageView> draft(Officer by, MessageId id) {
    return caseOf(id)
        .flatMap(c -> view(by, c))
        .flatMap(view -> view.messages().stream().filter(m -> m.id().equals(id)).findFirst())
        .filter(m -> m.state().changeable() && m.draftedBy().equals(Optional.of(by.id())));
  }

  /** A case as lists show it: no name, no content. */
  public Optional<CaseSummary> summary(CaseId id) {
    return store.read(tx -> CaseRows.find(tx, id).map(row -> summary(tx, row)));
  }

  /** How a case is called on this node. */
  public Optional<String> reference(CaseId id) {
    return store.read(tx -> CaseRows.find(tx, id).map(CaseRows.Row::reference));
  }

  /** The case that officers call so. */
  public Optional<CaseId> called(String reference) {
    return store.read(tx -> CaseRows.called(tx, reference)).map(CaseRows.Row::id);
  }

  /**
   * The cases whose reference, of this authority or the partner's, is this text or holds it.
   *
   * @param most that are read; one more than are shown tells that there are more
   */
  public List<CaseId> referring(Officer by, String text, int most) {
    String asked = text.strip().toUpperCase(Locale.ROOT);
    if (!Rights.may(by, Right.READ_CASES) || !REFERENCE.matcher(asked).matches()) {
      return List.of();
    }
    List<CaseId> exactly = store.read(tx -> CaseRows.referringTo(tx, asked, most));
    return exactly.isEmpty() ? store.read(tx -> CaseRows.referring(tx, asked, most)) : exactly;
  }

  /** The case a message belongs to. */
  public Optional<CaseId> caseOf(MessageId id) {
    return store.read(tx -> MessageRows.find(tx, id).map(MessageRows.Row::caseId));
  }

  /** The requested authority says how it reaches the information, which sets the deadline. */
  public Outcome<MessageStep> triage(Officer by, CaseId id, AccessClass access) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<CaseRows.Row> file = CaseRows.find(tx, id);
      if (file.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      Optional<Agreement> agreement = agreements.held(CaseRows.agreementOf(tx, file.get()));
      boolean triable =
          file.get().side() == Side.THEIRS
              && Set.of(CaseState.OPEN, CaseState.CLARIFICATION).contains(file.get().state());
      if (!triable || agreement.isEmpty()) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      CaseClock.triage(
          tx, id, agreement.get().arrangement().deadlines(), file.get().urgency(), access);
      journal.append(
          tx,
          Event.TRIAGED,
          by.id().toString(),
          Map.of("matter", file.get().request().toString(), "access", access.code()));
      return Outcome.done(
          new MessageStep(id, new MessageId(file.get().request()), MessageState.RECEIVED));
    });
  }

  /** Whether an officer said how the information is reached; nothing is chosen before. */
  public boolean triaged(CaseId id) {
    return store.read(tx -> CaseClock.triaged(tx, id));
  }

  /** How the requested authority reaches the information, as triaged; direct until then. */
  public Optional<AccessClass> access(CaseId id) {
    return store.read(tx -> CaseClock.accessClass(tx, id));
  }

  private static CaseSummary summary(Reads tx, CaseRows.Row row) {
    return summary(row, CaseClock.read(tx, row.id()), MessageRows.pending(tx, row.id()));
  }

  static CaseSummary summary(
      CaseRows.Row row, Optional<Deadline> deadline, Optional<MessageState> pending) {
    return new CaseSummary(
        row.id(),
        row.reference(),
        row.partner(),
        row.side(),
        row.opening(),
        row.offence(),
        row.urgency(),
        row.state(),
        row.openedAt(),
        row.closedAt(),
        deadline,
        pending);
  }

  private CaseView view(
      Reads tx, CaseRows.Row row, Function<MessageRows.Row, Understood<Content>> reading) {
    List<MessageView> messages =
        MessageRows.ofCase(tx, row.id()).stream()
            .map(m -> message(tx, m, reading.apply(m)))
            .toList();
    CaseSummary summary = summary(tx, row);
    boolean closed = row.erasedAt().isPresent() || row.restricted();
    Set<ActKind> next =
        closed || summary.pending().isPresent()
            ? Set.of()
            : row.state().next(row.side(), row.opening());
    return new CaseView(
        summary,
        row.partnerReference(),
        row.request(),
        messages,
        next,
        NextStep.of(
            row,
            summary.pending(),
            CaseClock.triaged(tx, row.id()),
            RouteRows.awaited(tx, row.id())),
        row.erasedAt(),
        row.restricted());
  }

  private MessageView message(Reads tx, MessageRows.Row row, Understood<Content> read) {
    Content content = read.content();
    return new MessageView(
        row.id(),
        row.direction(),
        row.state(),
        row.header(),
        content,
        read.notUnderstood(),
        row.body().hash(),
        row.articles(),
        row.draftedBy(),
        row.draftedAt(),
        row.releasedBy(),
        row.releasedAt(),
        row.misdatedAt(),
        row.arrivedAt(),
        contents
            .givenBack(row)
            .map(given -> content instanceof Content.Withheld ? given.noteAlone() : given),
        receipts.find(tx, row.id()),
        outbox.fault(tx, row.id()),
        row.seen(),
        content instanceof Content.Withheld ? List.of() : corrections.of(tx, row.id()));
  }
}
