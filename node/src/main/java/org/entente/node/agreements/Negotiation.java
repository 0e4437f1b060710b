package org.entente.node.agreements;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Reading;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Turn;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.seal.OpeningGrant;
import org.jspecify.annotations.Nullable;

/**
 * Where officers take the steps of an agreement's life. What binds the authority is prepared by a
 * supervisor and confirmed by an approver or another supervisor; to suspend or to reject, which
 * binds nobody to anything, one supervisor is enough. Safe for use by many threads.
 */
public final class Negotiation {
  private static final int SALT_BYTES = 16;

  private final AuthorityId own;
  private final Store store;
  private final Journal journal;
  private final Vault vault;
  private final Partners partners;
  private final AgreementsInForce agreements;
  private final Decisions decisions;
  private final Outbox outbox;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** What the negotiation works with. */
  public record Needs(
      AuthorityId own,
      Store store,
      Journal journal,
      Vault vault,
      Partners partners,
      AgreementsInForce agreements,
      Decisions decisions,
      Outbox outbox,
      InstantSource clock) {}

  public Negotiation(Needs n) {
    this.own = n.own();
    this.store = n.store();
    this.journal = n.journal();
    this.vault = n.vault();
    this.partners = n.partners();
    this.agreements = n.agreements();
    this.decisions = n.decisions();
    this.outbox = n.outbox();
    this.clock = n.clock();
  }

  /**
   * Prepares a proposal.
   *
   * @param amends hash of the agreement that it shall replace, null for a new one
   */
  public Outcome<TakenStep> propose(
      Officer by,
      AuthorityId partner,
      byte[] instrument,
      byte[] arrangement,
      @Nullable String amends,
      String reasons) {
    if (!Rights.may(by, Right.PREPARE_STEPS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (partners.find(partner).isEmpty()) {
      return Outcome.refused(StepRefusal.PARTNER_UNKNOWN);
    }
    if (reasons.length() > Note.REASONS_MAX) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    return switch (new AgreementReader().read(instrument, arrangement)) {
      case Reading.Broken broken -> Outcome.refused(new ProposalBroken(broken.faults()));
      case Reading.Read read -> {
        Agreement agreement = read.agreement();
        Optional<Refusal> cause = against(agreement, partner, amends);
        yield cause.isPresent()
            ? Outcome.refused(cause.get())
            : prepare(
                by,
                partner,
                agreement.hash().value(),
                null,
                new Note.Proposal(instrument, arrangement, amends, reasons.strip()));
      }
    };
  }

  private Optional<Refusal> against(
      Agreement agreement, AuthorityId partner, @Nullable String amends) {
    if (amends != null && agreements.held(amends).isEmpty()) {
      return Optional.of(Usual.NOT_FOUND);
    }
    if (amends != null && !agreements.concluded(amends, partner)) {
      return Optional.of(StepRefusal.AMENDS_UNKNOWN);
    }
    if (agreements.concluded(agreement.hash().value(), partner)) {
      return Optional.of(StepRefusal.SAME_AS_IN_FORCE);
    }
    return switch (agreements.fit(agreement, partner)) {
      case FITS -> Optional.empty();
      case NOT_A_PARTY -> Optional.of(StepRefusal.NOT_A_PARTY);
      case SAME_STATE -> Optional.of(StepRefusal.SAME_STATE);
      case IDENTITY_DIFFERS -> Optional.of(StepRefusal.IDENTITY_DIFFERS);
    };
  }

  /** Prepares the ratification of a partner's proposal. */
  public Outcome<TakenStep> ratify(Officer by, MessageId proposal) {
    return answer(by, proposal, new Note.Ratification(""), false);
  }

  /** Rejects a partner's proposal, at once. */
  public Outcome<TakenStep> reject(Officer by, MessageId proposal, String reasons) {
    return answer(by, proposal, new Note.Rejection(reasons.strip()), true);
  }

  private Outcome<TakenStep> answer(Officer by, MessageId proposal, Note note, boolean atOnce) {
    if (!Rights.may(by, Right.PREPARE_STEPS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (atOnce && reasonMissing(note.reasons())) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Optional<StepRows.Row> found = store.read(tx -> StepRows.find(tx, proposal));
    if (found.isEmpty() || found.get().ours() || found.get().kind() != NoteKind.PROPOSAL) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    if (store.read(tx -> StepRows.answered(tx, proposal))) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    StepRows.Row row = found.get();
    Optional<Refusal> refusal =
        note instanceof Note.Ratification ? stands(row, clock.instant()) : Optional.empty();
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return atOnce
        ? sendAtOnce(by, row.partner(), row.agreement(), proposal, note)
        : prepare(by, row.partner(), row.agreement(), proposal, note);
  }

  /** Suspends an agreement with the only partner it binds. */
  public Outcome<TakenStep> suspend(Officer by, String hash, String reasons) {
    return suspend(by, hash, Optional.empty(), reasons);
  }

  /**
   * Suspends an agreement with one partner: here at once, over there when the note has arrived.
   *
   * @param towards the partner; may be empty where the agreement binds one only
   */
  public Outcome<TakenStep> suspend(
      Officer by, String hash, Optional<AuthorityId> towards, String reasons) {
    if (!Rights.may(by, Right.PREPARE_STEPS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (reasonMissing(reasons)) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    return switch (whom(hash, towards)) {
      case Whom.Nobody(Refusal why) -> Outcome.refused(why);
      case Whom.One(AuthorityId partner) ->
          agreements.stateOf(hash, partner, clock.instant()).effective()
                  || suspensionRefused(hash, partner)
              ? sendAtOnce(by, partner, hash, null, new Note.Suspension(reasons.strip()))
              : Outcome.refused(Usual.WRONG_STATE);
    };
  }

  /**
   * Whether this authority has suspended an agreement and the partner's node did not take the note:
   * it holds here alone, and may be sent again.
   */
  public boolean suspensionRefused(String hash, AuthorityId partner) {
    return agreements.suspendedBy(hash, partner, own)
        && store
            .read(tx -> StepRows.latest(tx, hash, partner, NoteKind.SUSPENSION))
            .filter(row -> row.state() == StepState.REFUSED_BY_PARTNER)
            .isPresent();
  }

  /** Prepares to take back a suspension with the only partner. */
  public Outcome<TakenStep> resume(Officer by, String hash) {
    return resume(by, hash, Optional.empty());
  }

  /** Prepares to take back a suspension of this side towards one partner. */
  public Outcome<TakenStep> resume(Officer by, String hash, Optional<AuthorityId> towards) {
    if (!Rights.may(by, Right.PREPARE_STEPS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return switch (whom(hash, towards)) {
      case Whom.Nobody(Refusal why) -> Outcome.refused(why);
      case Whom.One(AuthorityId partner) ->
          agreements.suspendedBy(hash, partner, own)
              ? prepare(by, partner, hash, null, new Note.Resumption(""))
              : Outcome.refused(StepRefusal.NOT_SUSPENDED_BY_US);
    };
  }

  /** Prepares the end of an agreement with the only partner. */
  public Outcome<TakenStep> terminate(Officer by, String hash, String reasons) {
    return terminate(by, hash, Optional.empty(), reasons);
  }

  /** Prepares the end of an agreement with one partner after its notice period. */
  public Outcome<TakenStep> terminate(
      Officer by, String hash, Optional<AuthorityId> towards, String reasons) {
    if (!Rights.may(by, Right.PREPARE_STEPS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (reasonMissing(reasons)) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    return switch (whom(hash, towards)) {
      case Whom.Nobody(Refusal why) -> Outcome.refused(why);
      case Whom.One(AuthorityId partner) ->
          agreements.endOf(hash, partner).isPresent()
                  && !store.read(tx -> onlyRefusedEnds(tx, hash, partner))
              ? Outcome.refused(Usual.WRONG_STATE)
              : prepare(
                  by,
                  partner,
                  hash,
                  null,
                  new Note.Termination(agreements.noticeDaysOf(hash), reasons.strip()));
    };
  }

  /** Whether what ends an agreement are notices of ours that the partner's node did not take. */
  private boolean onlyRefusedEnds(Reads tx, String hash, AuthorityId partner) {
    return agreements.endingSteps(tx, hash, partner).stream()
        .allMatch(step ->
            step.flatMap(id -> StepRows.find(tx, new MessageId(id)))
                .filter(row -> row.ours() && row.state() == StepState.REFUSED_BY_PARTNER)
                .isPresent());
  }

  /** The partner that a step about an agreement goes to, or why there is none. */
  private sealed interface Whom {
    record One(AuthorityId partner) implements Whom {}

    record Nobody(Refusal why) implements Whom {}
  }

  private Whom whom(String hash, Optional<AuthorityId> towards) {
    List<AuthorityId> bound =
        agreements.partnersOf(hash).stream()
            .filter(partner -> towards.map(partner::equals).orElse(true))
            .toList();
    return switch (bound.size()) {
      case 0 -> new Whom.Nobody(Usual.NOT_FOUND);
      case 1 -> new Whom.One(bound.getFirst());
      default -> new Whom.Nobody(StepRefusal.PARTNER_UNNAMED);
    };
  }

  /** Another person confirms a prepared step; it leaves. */
  public Outcome<TakenStep> confirm(Officer by, MessageId id) {
    Optional<StepRows.Row> found = store.read(tx -> StepRows.find(tx, id));
    if (found.isEmpty() || !found.get().ours()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    StepRows.Row row = found.get();
    if (row.state() != StepState.AWAITING_SECOND) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    Optional<Refusal> refusal = TwoHands.AGREEMENT_STEP.againstSecond(by, row.firstBy());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<Refusal> fallen =
        row.kind() == NoteKind.RATIFICATION
            ? store
                .read(tx -> row.answers().flatMap(proposal -> StepRows.find(tx, proposal)))
                .flatMap(proposal -> stands(proposal, clock.instant()))
            : Optional.empty();
    return fallen.isPresent() ? Outcome.refused(fallen.get()) : send(row, by.id());
  }

  /** Why a partner's proposal cannot be ratified any more, or never could; empty if it can. */
  private Optional<Refusal> stands(StepRows.Row proposal, Instant now) {
    if (proposal.state() == StepState.WITHDRAWN) {
      return Optional.of(StepRefusal.PROPOSAL_WITHDRAWN);
    }
    if (lapsed(proposal, now)) {
      return Optional.of(StepRefusal.PROPOSAL_LAPSED);
    }
    // One that arrived before this was asked on arrival.
    return NoteBody.read(proposal.kind(), open(proposal)) instanceof Note.Proposal said
            && new AgreementReader().read(said.instrument(), said.arrangement())
                instanceof Reading.Read read
            && read.agreement().instrument().withinOneState(own, proposal.partner())
        ? Optional.of(StepRefusal.SAME_STATE)
        : Optional.empty();
  }

  /** Whether a proposal reached its receiver so long ago that nobody can ratify it any more. */
  static boolean lapsed(StepRows.Row proposal, Instant now) {
    return proposal
        .arrivedAt()
        .filter(at -> !now.isBefore(at.plus(Step.PROPOSAL_STANDS)))
        .isPresent();
  }

  /**
   * Takes a prepared step back, or a proposal that was delivered and not answered yet: the partner
   * is told, so that nobody there ratifies it, and a ratification that comes nevertheless is
   * refused.
   */
  public Outcome<TakenStep> withdraw(Officer by, MessageId id) {
    if (!Rights.may(by, Right.PREPARE_STEPS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<StepRows.Row> proposal =
        store
            .read(tx -> StepRows.find(tx, id))
            .filter(row -> row.ours() && row.kind() == NoteKind.PROPOSAL)
            .filter(row -> row.state() == StepState.DELIVERED);
    if (proposal.isEmpty()) {
      return store.write(tx ->
          StepRows.move(tx, id, StepState.AWAITING_SECOND, StepState.WITHDRAWN)
              ? withdrawn(tx, by, id)
              : Outcome.refused(Usual.WRONG_STATE));
    }
    Instant now = clock.instant();
    StepRows.Row told =
        row(
            by,
            proposal.get().partner(),
            proposal.get().agreement(),
            id,
            new Note.Withdrawal(""),
            StepState.RELEASED);
    Outbox.Sealing sealing = seal(told, now);
    return store.write(tx -> {
      if (StepRows.answered(tx, id)
          || !StepRows.move(tx, id, StepState.DELIVERED, StepState.WITHDRAWN)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      StepRows.insert(tx, told);
      StepRows.released(tx, told.id(), null, now);
      leave(tx, told, by.id(), sealing, now);
      return withdrawn(tx, by, id);
    });
  }

  private Outcome<TakenStep> withdrawn(Tx tx, Officer by, MessageId id) {
    journal.append(tx, Event.STEP_WITHDRAWN, by.id().toString(), Map.of("message", id.toString()));
    return Outcome.done(new TakenStep(id, StepState.WITHDRAWN));
  }

  /** The steps taken and received, newest first. */
  public Paged<Step> steps(Paged.Wanted wanted) {
    return store.read(tx -> StepRows.newest(tx, wanted)).map(this::opened);
  }

  /** How many steps this officer could confirm or answer now. */
  public long waiting(Officer officer) {
    Instant now = clock.instant();
    return store.read(
        tx -> StepRows.undecided(tx).stream().filter(row -> waits(tx, row, officer, now)).count());
  }

  private static boolean waits(Reads tx, StepRows.Row row, Officer officer, Instant now) {
    return row.state() == StepState.AWAITING_SECOND
        ? TwoHands.AGREEMENT_STEP.againstSecond(officer, row.firstBy()).isEmpty()
        : row.state() == StepState.RECEIVED
            && row.kind() == NoteKind.PROPOSAL
            && Rights.may(officer, Right.PREPARE_STEPS)
            && !lapsed(row, now)
            && !StepRows.answered(tx, row.id());
  }

  public Optional<Step> step(MessageId id) {
    return store.read(tx -> StepRows.find(tx, id)).map(this::opened);
  }

  /** Whether a proposal was answered, or its answer is being prepared. */
  public boolean answered(MessageId proposal) {
    return store.read(tx -> StepRows.answered(tx, proposal));
  }

  private Step opened(StepRows.Row row) {
    return new Step(
        row.id(),
        row.partner(),
        row.ours(),
        row.kind(),
        row.agreement(),
        row.answers(),
        row.state(),
        NoteBody.read(row.kind(), open(row)),
        row.firstBy(),
        row.secondBy(),
        row.madeAt(),
        row.arrivedAt(),
        row.refusal());
  }

  private byte[] open(StepRows.Row row) {
    OpeningGrant grant = decisions.aboutAgreements(row.partner());
    return vault.unlock(row.body(), place(row.id())).open(grant);
  }

  static String place(MessageId id) {
    return "step/" + id;
  }

  private static boolean reasonMissing(String reasons) {
    return reasons.isBlank() || reasons.length() > Note.REASONS_MAX;
  }

  private Outcome<TakenStep> prepare(
      Officer by, AuthorityId partner, String hash, @Nullable MessageId answers, Note note) {
    StepRows.Row row = row(by, partner, hash, answers, note, StepState.AWAITING_SECOND);
    return store.write(tx -> {
      StepRows.insert(tx, row);
      journal.append(tx, Event.STEP_PREPARED, by.id().toString(), references(row));
      return Outcome.done(new TakenStep(row.id(), row.state()));
    });
  }

  private Outcome<TakenStep> sendAtOnce(
      Officer by, AuthorityId partner, String hash, @Nullable MessageId answers, Note note) {
    StepRows.Row row = row(by, partner, hash, answers, note, StepState.RELEASED);
    Instant now = clock.instant();
    Outbox.Sealing sealing = seal(row, now);
    Outcome<TakenStep> outcome =
        store.write(tx -> {
          StepRows.insert(tx, row);
          StepRows.released(tx, row.id(), null, now);
          leave(tx, row, by.id(), sealing, now);
          return Outcome.done(new TakenStep(row.id(), row.state()));
        });
    agreements.reload();
    return outcome;
  }

  private Outcome<TakenStep> send(StepRows.Row row, OfficerId second) {
    Instant now = clock.instant();
    Outbox.Sealing sealing = seal(row, now);
    Outcome<TakenStep> outcome =
        store.write(tx -> {
          if (!StepRows.move(tx, row.id(), StepState.AWAITING_SECOND, StepState.RELEASED)) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          StepRows.released(tx, row.id(), second, now);
          leave(tx, row, second, sealing, now);
          return Outcome.done(new TakenStep(row.id(), StepState.RELEASED));
        });
    agreements.reload();
    return outcome;
  }

  /** The step leaves: what it changes at once, its entry and the outbox row commit together. */
  private void leave(Tx tx, StepRows.Row row, OfficerId by, Outbox.Sealing sealing, Instant now) {
    if (row.kind() == NoteKind.SUSPENSION) {
      agreements.suspended(
          tx,
          row.agreement(),
          new AgreementsInForce.Change(row.partner(), own, now, row.id().value()));
    }
    if (row.kind() == NoteKind.TERMINATION
        && NoteBody.read(row.kind(), open(row)) instanceof Note.Termination termination) {
      if (onlyRefusedEnds(tx, row.agreement(), row.partner())) {
        agreements
            .endingSteps(tx, row.agreement(), row.partner())
            .forEach(step -> agreements.notEnding(tx, row.agreement(), step.orElseThrow()));
      }
      agreements.terminated(
          tx,
          row.agreement(),
          new AgreementsInForce.Change(row.partner(), own, termination.end(now), row.id().value()));
    }
    Map<String, String> references = references(row);
    references.put("recipient", row.partner().value());
    journal.append(tx, Event.NOTE_RELEASED, by.toString(), references, row.body().hash());
    outbox.post(tx, sealing, Turn.alone());
  }

  private Outbox.Sealing seal(StepRows.Row row, Instant now) {
    NoteHeader header = row.header(own, HexFormat.of().formatHex(row.body().salt()));
    return outbox.seal(row.id(), header.envelope(), open(row), now);
  }

  private StepRows.Row row(
      Officer by,
      AuthorityId partner,
      String hash,
      @Nullable MessageId answers,
      Note note,
      StepState state) {
    MessageId id = MessageId.next();
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new StepRows.Row(
        id,
        partner,
        true,
        note.kind(),
        hash,
        Optional.ofNullable(answers),
        state,
        vault.lock(NoteBody.bytes(note), salt, place(id)),
        Optional.of(by.id()),
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, String> references(StepRows.Row row) {
    Map<String, String> references = new TreeMap<>();
    references.put("message", row.id().toString());
    references.put("agreement", row.agreement());
    references.put("act", row.kind().code());
    return references;
  }
}
