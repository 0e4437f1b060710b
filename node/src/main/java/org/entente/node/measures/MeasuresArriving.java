package org.entente.node.measures;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.Act;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.PersonSought;
import org.entente.node.delivery.Ability;
import org.entente.node.delivery.Afresh;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Several;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Ruling;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;

/**
 * What becomes of a partner's message of an urgent measure: what asks is decided by the agreement
 * again, what follows rests on the decision of what it follows. The codes it refuses with are
 * listed in {@code docs/protocol.md}.
 */
final class MeasuresArriving implements Mail<MeasureHeader> {
  /** Messages that follow in one leg; more is no measure but a conversation, or an attack. */
  static final int STEPS_MOST = 200;

  private static final String DIFFERS = "agreement-differs";
  private static final String INCOMPLETE = "content-incomplete";

  private final AuthorityId own;
  private final Store store;
  private final Decisions decisions;
  private final AgreementsInForce agreements;
  private final InstantSource clock;
  private final Bodies bodies;
  private final MeasureViews views;
  private final MeasureDesk desk;
  private final Runnable arrived;

  /**
   * @param arrived told when something has come that a person should hear of at once
   */
  MeasuresArriving(
      Measures.Needs n, Bodies bodies, MeasureViews views, MeasureDesk desk, Runnable arrived) {
    this.own = n.own();
    this.store = n.store();
    this.decisions = n.decisions();
    this.agreements = n.agreements();
    this.clock = n.clock();
    this.bodies = bodies;
    this.views = views;
    this.desk = desk;
    this.arrived = arrived;
  }

  @Override
  public Ability ability() {
    return Ability.first(
        MeasureHeader.FAMILY, Arrays.stream(MeasureKind.values()).map(MeasureKind::code).toList());
  }

  @Override
  public MeasureHeader read(Envelope envelope) {
    return MeasureHeader.parse(envelope.text());
  }

  @Override
  public Verdict judge(MeasureHeader header, Arrival arrival) {
    boolean opens = header.matter().equals(arrival.id().value());
    if (opens != header.kind().opens()) {
      return refuse(header, "matter-malformed");
    }
    return opens ? opening(header, arrival) : following(header, arrival);
  }

  private Verdict opening(MeasureHeader header, Arrival arrival) {
    Act act = header.stated().orElseThrow().act(header.kind(), arrival.from(), own);
    return switch (decisions.under(header.agreement().orElseThrow(), act, arrival.at())) {
      case Ruling.NoAgreement n -> refuse(header, unbound(arrival.from()));
      case Ruling.NotPermitted n -> refuse(header, "not-permitted");
      case Ruling.Permitted p -> opened(header, arrival, act, p);
    };
  }

  private String unbound(AuthorityId from) {
    return agreements.between(from).isEmpty() ? "no-agreement" : DIFFERS;
  }

  private Verdict opened(MeasureHeader header, Arrival arrival, Act act, Ruling.Permitted ruling) {
    byte[] bytes = arrival.body().open(ruling.grant());
    Optional<String> misfit = misfit(header, bytes, arrival.at());
    if (misfit.isPresent()) {
      return refuse(header, misfit.get());
    }
    Optional<Instant> named =
        MeasureBody.read(header.kind(), bytes) instanceof Measure.Opening says
            ? AnswerDue.named(says)
            : Optional.empty();
    MeasureId id = MeasureId.next();
    Locked body = bodies.lock(id, bytes, header.saltBytes());
    byte[] signed =
        bodies.lockBeside(
            id, body, arrival.signed().open(ruling.grant()), Bodies.signed(arrival.id()));
    Map<String, String> references = references(header);
    references.put("measure", id.toString());
    Several.put(references, "articles", ruling.articles(), " + ");
    return new Verdict.Keep(
        tx -> {
          decisions.counted(tx, header.agreement().orElseThrow(), act, arrival.at());
          return keep(tx, id, header, arrival, body, signed, ruling, named);
        },
        Verdict.Opens.URGENT_CASE,
        body.hash(),
        references,
        Event.MEASURE_RECEIVED);
  }

  private String keep(
      Tx tx,
      MeasureId id,
      MeasureHeader header,
      Arrival arrival,
      Locked body,
      byte[] signed,
      Ruling.Permitted ruling,
      Optional<Instant> named) {
    Instant at = arrival.at();
    String reference = MeasureRows.nextReference(tx, own, at);
    MeasureRows.insert(
        tx,
        new MeasureRows.Row(
            id,
            reference,
            header.kind(),
            false,
            MeasureState.RECEIVED,
            header.stated().orElseThrow(),
            body,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            at,
            Optional.empty(),
            at,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    Stated stated = header.stated().orElseThrow();
    Optional<Instant> due = named.or(() -> AnswerDue.counted(header.kind(), stated, at));
    LegRows.insert(
        tx,
        new LegRows.Row(
            arrival.id(),
            id,
            arrival.from(),
            header.reference(),
            Sending.RECEIVED,
            Course.OPEN,
            header.agreement(),
            ruling.articles(),
            ruling.obligations().reviewMonths(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(at),
            Optional.empty(),
            arrival.id(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            due));
    LegRows.keepSigned(tx, arrival.id(), signed);
    tx.afterCommit(arrived);
    return reference;
  }

  private Verdict following(MeasureHeader header, Arrival arrival) {
    MessageId legId = new MessageId(header.matter());
    Optional<LegRows.Row> found =
        store
            .read(tx -> LegRows.find(tx, legId))
            .filter(leg -> leg.partner().equals(arrival.from()) && leg.exchanged());
    if (found.isEmpty()) {
      return refuse(header, "measure-unknown");
    }
    LegRows.Row leg = found.get();
    MeasureRows.Row row = store.read(tx -> MeasureRows.find(tx, leg.measure())).orElseThrow();
    boolean mine = header.kind() == MeasureKind.SEEN || header.kind().byOpener() != row.ours();
    if (!mine || !header.kind().follows(row.kind())) {
      return refuse(header, "not-expected");
    }
    if (store.read(tx -> StepRows.count(tx, legId)) >= STEPS_MOST) {
      return refuse(header, "too-many");
    }
    Optional<String> undecided = undecided(header, leg, arrival);
    return undecided.isPresent()
        ? refuse(header, undecided.get())
        : followed(header, arrival, row, leg);
  }

  /** What asks for more is decided again, under the agreement of the measure. */
  private Optional<String> undecided(MeasureHeader header, LegRows.Row leg, Arrival arrival) {
    if (!header.kind().decided()) {
      return Optional.empty();
    }
    if (!header.agreement().equals(leg.agreement())) {
      return Optional.of(DIFFERS);
    }
    Act act = header.stated().orElseThrow().act(header.kind(), arrival.from(), own);
    return decisions.under(header.agreement().orElseThrow(), act, arrival.at())
            instanceof Ruling.Permitted
        ? Optional.empty()
        : Optional.of("not-permitted");
  }

  private Verdict followed(
      MeasureHeader header, Arrival arrival, MeasureRows.Row row, LegRows.Row leg) {
    OpeningGrant grant = views.grant(leg);
    byte[] bytes = arrival.body().open(grant);
    Optional<String> misfit = misfit(header, bytes, arrival.at());
    if (misfit.isPresent()) {
      return refuse(header, misfit.get());
    }
    Measure says = MeasureBody.read(header.kind(), bytes);
    MessageId id = arrival.id();
    Locked body = bodies.lock(id, bytes, header.saltBytes());
    byte[] signed = bodies.lockSigned(id, body, arrival.signed().open(grant));
    StepRows.Row step =
        new StepRows.Row(
            id,
            leg.id(),
            header.kind(),
            false,
            Sending.RECEIVED,
            body,
            Optional.empty(),
            arrival.at(),
            Optional.of(arrival.at()),
            Optional.empty());
    Map<String, String> references = references(header);
    references.put("measure", row.id().toString());
    return new Verdict.Keep(
        tx -> {
          StepRows.insert(tx, step, signed);
          reached(tx, header, leg.id(), id, says, arrival.at());
          Settling.look(tx, row.id(), arrival.at());
          return row.reference();
        },
        Verdict.Opens.NOTHING,
        body.hash(),
        references,
        Event.MEASURE_RECEIVED);
  }

  private void reached(
      Tx tx, MeasureHeader header, MessageId legId, MessageId id, Measure says, Instant at) {
    LegRows.Row leg = LegRows.find(tx, legId).orElseThrow();
    if (says instanceof Measure.Seen seen) {
      if (!leg.awaitsHere()) {
        boolean _ = LegRows.seen(tx, legId, new MessageId(seen.message()), seen.at(), null);
      }
      return;
    }
    if (header.kind() == MeasureKind.EXTENSION) {
      Act act = header.stated().orElseThrow().act(header.kind(), leg.partner(), own);
      decisions.counted(tx, header.agreement().orElseThrow(), act, at);
    }
    LegRows.moved(tx, legId, leg.course().after(header.kind()), MeasureDesk.until(leg, says));
    LegRows.awaits(tx, legId, id, true);
    tx.afterCommit(arrived);
  }

  /** What is wrong with a content, as a code of a receipt. */
  private Optional<String> misfit(MeasureHeader header, byte[] bytes, Instant at) {
    Measure says;
    try {
      says = MeasureBody.read(header.kind(), bytes);
    } catch (NotSupported e) {
      return Optional.of(NotSupported.CODE);
    } catch (IllegalArgumentException e) {
      return Optional.of("content-malformed");
    }
    if (!MeasureBody.arrived(says, header.stated(), at).isEmpty()) {
      return Optional.of(INCOMPLETE);
    }
    if (says instanceof Measure.Opening opening) {
      Stated stated = header.stated().orElseThrow();
      Optional<PersonSought> person = Optional.ofNullable(opening.person());
      boolean fits =
          stated.subject().equals(person.map(PersonSought::category))
              && stated.identifiers() <= person.map(PersonSought::identifiers).orElse(0);
      return fits ? Optional.empty() : Optional.of(INCOMPLETE);
    }
    return Optional.empty();
  }

  private static Verdict refuse(MeasureHeader header, String code) {
    return new Verdict.Refuse(code, references(header));
  }

  private static Map<String, String> references(MeasureHeader header) {
    Map<String, String> references = new TreeMap<>();
    references.put("matter", header.matter().toString());
    references.put("act", header.kind().code());
    header.agreement().ifPresent(hash -> references.put("agreement", hash));
    return references;
  }

  @Override
  public Optional<Afresh> afresh(MessageId id) {
    Optional<LegRows.Row> leg = store.read(tx -> LegRows.find(tx, id));
    try {
      return leg.isPresent()
          ? leg.filter(found -> found.sending() == Sending.RELEASED).map(this::afresh)
          : store
              .read(tx -> StepRows.find(tx, id))
              .filter(step -> step.sending() == Sending.RELEASED)
              .map(this::afresh);
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  private Afresh afresh(LegRows.Row leg) {
    MeasureRows.Row row = store.read(tx -> MeasureRows.find(tx, leg.measure())).orElseThrow();
    return new Afresh(
        desk.header(row, leg, leg.agreement()).envelope(),
        bodies.bytes(row, views.grant(leg)),
        (tx, sealing) ->
            LegRows.sealedAgain(
                tx,
                leg.id(),
                bodies.lockBeside(row.id(), row.body(), sealing.signed(), Bodies.signed(leg.id())),
                sealing.at()));
  }

  private Afresh afresh(StepRows.Row step) {
    LegRows.Row leg = store.read(tx -> LegRows.find(tx, step.leg())).orElseThrow();
    MeasureRows.Row row = store.read(tx -> MeasureRows.find(tx, leg.measure())).orElseThrow();
    return new Afresh(
        desk.header(row, leg, step.kind(), step.body().salt()).envelope(),
        bodies.bytes(step, views.grant(leg)),
        (tx, sealing) ->
            StepRows.sealedAgain(
                tx,
                step.id(),
                bodies.lockSigned(step.id(), step.body(), sealing.signed()),
                sealing.at()));
  }

  @Override
  public void receipted(Tx tx, MessageId id, Receipt receipt) {
    Sending sending =
        receipt.verdict() == Receipt.Verdict.REFUSED ? Sending.REFUSED : Sending.DELIVERED;
    Optional<LegRows.Row> leg = LegRows.find(tx, id);
    MessageId legId;
    if (leg.isPresent()) {
      LegRows.receipted(tx, id, sending, receipt.caseReference(), receipt.at(), receipt.code());
      MeasureRows.Row row = MeasureRows.find(tx, leg.get().measure()).orElseThrow();
      AnswerDue.counted(row.kind(), row.stated(), receipt.at())
          .ifPresent(due -> LegRows.due(tx, id, due));
      legId = id;
    } else {
      StepRows.Row step = StepRows.find(tx, id).orElseThrow();
      StepRows.receipted(tx, id, sending, receipt.at(), receipt.code());
      legId = step.leg();
    }
    if (sending == Sending.REFUSED) {
      // Who sent it must know at once: nobody there has it.
      LegRows.awaits(tx, legId, id, true);
      tx.afterCommit(arrived);
    }
    Settling.look(tx, LegRows.find(tx, legId).orElseThrow().measure(), clock.instant());
  }
}
