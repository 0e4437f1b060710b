package org.entente.node.measures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreement.Act;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.Decision;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.ContentRules;
import org.entente.node.casework.Hindrance;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Turn;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * Where officers write, release, see and answer urgent measures.
 *
 * <p><b>Guarantees.</b> A measure takes two persons, whatever the arrangement says; only what a
 * life depends on may leave on the word of one, and then a second looks at it within {@link
 * #REVIEW_WITHIN}; a radio check says nothing and takes one. Each addressee is decided on by the
 * agreement with it, when the measure is released. What leaves takes the urgent lane.
 *
 * <p>Safe for use by many threads.
 */
public final class MeasureDesk {
  /** As Regulation (EU) 2023/1543 Art. 4(5) has it for what was ordered without validation. */
  public static final Duration REVIEW_WITHIN = Duration.ofHours(48);

  /** How a partner learns who has seen something: the post, never a person. */
  static final String POST = "desk";

  private final AuthorityId own;
  private final Store store;
  private final Journal journal;
  private final Decisions decisions;
  private final Partners partners;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Bodies bodies;
  private final MeasureViews views;

  MeasureDesk(Measures.Needs n, Bodies bodies, MeasureViews views) {
    this.own = n.own();
    this.store = n.store();
    this.journal = n.journal();
    this.decisions = n.decisions();
    this.partners = n.partners();
    this.outbox = n.outbox();
    this.clock = n.clock();
    this.bodies = bodies;
    this.views = views;
  }

  /**
   * Writes a measure down; it waits for release.
   *
   * @param to the addressees
   * @param agreements hashes of those that the officer chose, for partners bound by several
   */
  public Outcome<MeasureId> prepare(
      Officer by,
      Measure.Opening says,
      Stated stated,
      Set<AuthorityId> to,
      Set<String> agreements) {
    Optional<Refusal> refusal = TwoHands.MEASURE.againstFirst(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Instant now = clock.instant();
    Stated whole = stated.about(says.person());
    List<ContentFault> faults = new ArrayList<>(MeasureBody.faults(says, whole, now));
    boolean known = to.stream().allMatch(partner -> partners.find(partner).isPresent());
    if (to.isEmpty() || !known || (says.kind().answered() && to.size() > 1)) {
      faults.add(new ContentFault("partner", "choose", 0));
    }
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    MeasureId id = MeasureId.next();
    Locked body = bodies.lock(id, says);
    return Outcome.done(
        store.write(tx -> {
          MeasureRows.Row row =
              MeasureRows.Row.waiting(
                  id,
                  MeasureRows.nextReference(tx, own, now),
                  says.kind(),
                  whole,
                  body,
                  by.id(),
                  now);
          MeasureRows.insert(tx, row);
          for (AuthorityId partner : new TreeSet<>(to)) {
            Optional<String> chosen =
                agreements.stream().filter(hash -> decisions.binds(hash, partner)).findFirst();
            LegRows.insert(
                tx,
                LegRows.Row.prepared(MessageId.next(), id, partner, chosen, AnswerDue.named(says)));
          }
          journal.append(
              tx, Event.MEASURE_PREPARED, by.id().toString(), row.references(), body.hash());
          return id;
        }));
  }

  /** Asks whether a person at the partner's post answers. */
  public Outcome<MeasureId> radioCheck(Officer by, AuthorityId partner) {
    if (!Rights.may(by, Right.KEEP_WATCH)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (partners.find(partner).isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Instant now = clock.instant();
    Optional<Alertable> alertable = alertable(partner, now);
    if (alertable.isEmpty()) {
      return Outcome.refused(MeasureRefusal.NOBODY_PERMITTED);
    }
    MeasureId id = MeasureId.next();
    Locked body = bodies.lock(id, new Measure.RadioCheck(by.language().toLanguageTag()));
    Optional<MeasureRows.Row> row = store.write(tx -> checking(tx, by, id, body, alertable.get()));
    return row.isEmpty()
        ? Outcome.refused(MeasureRefusal.CHECK_WAITS)
        : leave(by, row.get(), false);
  }

  /** Empty where one to this partner waits. */
  private Optional<MeasureRows.Row> checking(
      Tx tx, Officer by, MeasureId id, Locked body, Alertable alertable) {
    Instant now = clock.instant();
    AuthorityId partner = alertable.partner();
    if (LegRows.radioCheckWaits(tx, partner, now.minus(RadioChecks.APART))) {
      return Optional.empty();
    }
    MeasureRows.Row row =
        MeasureRows.Row.waiting(
            id,
            MeasureRows.nextReference(tx, own, now),
            MeasureKind.RADIO_CHECK,
            alertable.stated(),
            body,
            by.id(),
            now);
    MeasureRows.insert(tx, row);
    LegRows.insert(
        tx,
        LegRows.Row.prepared(
            MessageId.next(), id, partner, Optional.of(alertable.agreement()), Optional.empty()));
    journal.append(tx, Event.MEASURE_PREPARED, by.id().toString(), row.references(), body.hash());
    return Optional.of(row);
  }

  /**
   * Under what a partner may be alerted.
   *
   * @param stated of the first crime for which it may: a radio check is about none
   */
  private record Alertable(AuthorityId partner, String agreement, Stated stated) {}

  private Optional<Alertable> alertable(AuthorityId partner, Instant now) {
    for (OffenceArea area : OffenceArea.values()) {
      Stated stated =
          new Stated(
              area,
              Optional.empty(),
              Optional.empty(),
              0,
              false,
              false,
              false,
              OptionalInt.empty());
      if (decisions.on(stated.act(MeasureKind.RADIO_CHECK, own, partner), now)
          instanceof Ruling.Permitted p) {
        return Optional.of(new Alertable(partner, p.agreement().hash().value(), stated));
      }
    }
    return Optional.empty();
  }

  /** How a partner's post has answered radio checks; nothing for anyone who may not read them. */
  public Optional<RadioChecks> radioChecks(Officer officer, AuthorityId partner) {
    Instant now = clock.instant();
    return partners
        .find(partner)
        .filter(_ -> Rights.may(officer, Right.READ_MEASURES))
        .map(found ->
            RadioChecks.of(
                found,
                alertable(partner, now).isPresent(),
                store.read(tx -> LegRows.radioChecks(tx, partner, now.minus(RadioChecks.BACK))),
                now));
  }

  /** What is missing or too much in what would open a measure. */
  public List<ContentFault> faults(Measure.Opening says) {
    return MeasureBody.faults(says, clock.instant());
  }

  /** What the agreements say of each addressee of one that waits. */
  public List<Foreseen> foreseen(MeasureId id) {
    Instant now = clock.instant();
    Optional<MeasureRows.Row> row = store.read(tx -> MeasureRows.find(tx, id));
    return row.filter(found -> found.state() == MeasureState.WAITING)
        .map(found ->
            store.read(tx -> LegRows.of(tx, id)).stream()
                .map(leg -> new Foreseen(leg.partner(), ruling(found, leg, now)))
                .toList())
        .orElse(List.of());
  }

  private Ruling ruling(MeasureRows.Row row, LegRows.Row leg, Instant at) {
    Act act = row.stated().act(row.kind(), own, leg.partner());
    return leg.agreement()
        .map(hash -> decisions.under(hash, act, at))
        .orElseGet(() -> decisions.on(act, at));
  }

  /** A second person lets it out to every addressee with whom an agreement permits it. */
  public Outcome<MeasureId> release(Officer by, MeasureId id) {
    Optional<Refusal> refusal = TwoHands.MEASURE.againstSecond(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<MeasureRows.Row> row = ours(id);
    if (row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Optional<Refusal> same = TwoHands.MEASURE.againstSecond(by, row.get().firstBy());
    return same.isPresent() ? Outcome.refused(same.get()) : leave(by, row.get(), false);
  }

  /** One officer lets out what a life depends on; a second looks at it afterwards. */
  public Outcome<MeasureId> releaseAlone(Officer by, MeasureId id) {
    if (!Rights.may(by, Right.RELEASE_MEASURES_ALONE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<MeasureRows.Row> row = ours(id);
    if (row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    return row.get().kind().aboutLife()
        ? leave(by, row.get(), true)
        : Outcome.refused(MeasureRefusal.NOT_ABOUT_LIFE);
  }

  private Optional<MeasureRows.Row> ours(MeasureId id) {
    return store.read(tx -> MeasureRows.find(tx, id)).filter(MeasureRows.Row::ours);
  }

  /** What leaves toward one partner, sealed. */
  private record Leaving(
      LegRows.Row leg, Ruling.Permitted ruling, Outbox.Sealing sealing, byte[] signed) {}

  private Outcome<MeasureId> leave(Officer by, MeasureRows.Row row, boolean alone) {
    if (row.state() != MeasureState.WAITING) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    Instant now = clock.instant();
    List<Leaving> leaving = new ArrayList<>();
    List<LegRows.Row> staying = new ArrayList<>();
    List<String> why = new ArrayList<>();
    for (LegRows.Row leg : store.read(tx -> LegRows.of(tx, row.id()))) {
      Ruling ruling = ruling(row, leg, now);
      if (ruling instanceof Ruling.Permitted p && p.alternatives().isEmpty()) {
        leaving.add(sealed(row, leg, p, now));
      } else {
        staying.add(leg);
        why.add(code(ruling));
      }
    }
    if (leaving.isEmpty()) {
      store.write(
          tx -> journal.append(tx, Event.DECISION_REFUSED, by.id().toString(), row.references()));
      return Outcome.refused(MeasureRefusal.NOBODY_PERMITTED);
    }
    return store.write(tx -> {
      if (!MeasureRows.move(tx, row.id(), MeasureState.WAITING, MeasureState.RELEASED)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      MeasureRows.released(tx, row.id(), by.id(), now);
      if (alone) {
        MeasureRows.alone(tx, row.id(), now.plus(REVIEW_WITHIN));
      }
      leaving.forEach(each -> left(tx, by, row, each, alone, now));
      for (int i = 0; i < staying.size(); i++) {
        LegRows.notPermitted(tx, staying.get(i).id(), why.get(i));
        journal.append(
            tx,
            Event.DECISION_REFUSED,
            by.id().toString(),
            references(row, staying.get(i), row.kind()));
      }
      Settling.look(tx, row.id(), now);
      return Outcome.done(row.id());
    });
  }

  private Leaving sealed(
      MeasureRows.Row row, LegRows.Row leg, Ruling.Permitted ruling, Instant now) {
    MeasureHeader header = header(row, leg, Optional.of(ruling.agreement().hash().value()));
    byte[] body = bodies.bytes(row, ruling.grant());
    Outbox.Sealing sealing = outbox.seal(leg.id(), header.envelope(), body, now);
    byte[] signed =
        bodies.lockBeside(row.id(), row.body(), sealing.signed(), Bodies.signed(leg.id()));
    return new Leaving(leg, ruling, sealing, signed);
  }

  private void left(
      Tx tx, Officer by, MeasureRows.Row row, Leaving each, boolean alone, Instant now) {
    Ruling.Permitted ruling = each.ruling();
    String agreement = ruling.agreement().hash().value();
    LegRows.released(
        tx,
        each.leg().id(),
        agreement,
        ruling.articles(),
        ruling.obligations().reviewMonths(),
        now);
    LegRows.keepSigned(tx, each.leg().id(), each.signed());
    decisions.counted(tx, agreement, row.stated().act(row.kind(), own, each.leg().partner()), now);
    Map<String, String> references = references(row, each.leg(), row.kind());
    Several.put(references, "articles", ruling.articles(), " + ");
    references.put("agreement", agreement);
    references.put("alone", alone ? "yes" : "no");
    journal.append(tx, Event.MEASURE_RELEASED, by.id().toString(), references, row.body().hash());
    outbox.post(tx, each.sealing(), Turn.of(each.leg().id().value(), true));
  }

  /** Why a partner does not get it, as a code. */
  private static String code(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Permitted p -> "agreement-unnamed";
      case Ruling.NoAgreement n -> "no-agreement";
      case Ruling.NotPermitted n ->
          switch (n.decision()) {
            case Decision.NeedsConsent c -> c.ground().code().code();
            case Decision.Refused r -> r.grounds().getFirst().code().code();
            case Decision.Permitted p -> "not-permitted";
          };
    };
  }

  MeasureHeader header(MeasureRows.Row row, LegRows.Row leg, Optional<String> agreement) {
    return new MeasureHeader(
        row.kind(),
        own,
        leg.partner(),
        leg.id().value(),
        row.reference(),
        agreement,
        Optional.of(row.stated()),
        HexFormat.of().formatHex(row.body().salt()));
  }

  MeasureHeader header(MeasureRows.Row row, LegRows.Row leg, MeasureKind step, byte[] salt) {
    return new MeasureHeader(
        step,
        own,
        leg.partner(),
        leg.id().value(),
        row.reference(),
        step.decided() ? leg.agreement() : Optional.empty(),
        step.decided() ? Optional.of(row.stated()) : Optional.empty(),
        HexFormat.of().formatHex(salt));
  }

  private static Map<String, String> references(
      MeasureRows.Row row, LegRows.Row leg, MeasureKind kind) {
    Map<String, String> references = row.references();
    references.put("act", kind.code());
    references.put("matter", leg.id().toString());
    references.put("recipient", leg.partner().value());
    references.put("offence", row.stated().offence().code());
    row.stated()
        .subject()
        .ifPresent(subject -> {
          references.put("category", subject.code());
          references.put("data", DataCategory.PERSONAL_DETAILS.code());
        });
    return references;
  }

  /** Takes back what has not left. */
  public Outcome<MeasureId> withdraw(Officer by, MeasureId id) {
    Optional<Refusal> refusal = TwoHands.MEASURE.againstWithdrawal(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Instant now = clock.instant();
    return store.write(tx -> {
      Optional<MeasureRows.Row> row = MeasureRows.find(tx, id).filter(MeasureRows.Row::ours);
      if (row.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (!MeasureRows.move(tx, id, MeasureState.WAITING, MeasureState.WITHDRAWN)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      journal.append(tx, Event.MEASURE_WITHDRAWN, by.id().toString(), row.get().references());
      Settling.look(tx, id, now);
      return Outcome.done(id);
    });
  }

  /**
   * A second person says of what one released whether that was right.
   *
   * @param words why not; not asked for where it was right
   */
  public Outcome<MeasureId> review(Officer by, MeasureId id, boolean right, String words) {
    Optional<Refusal> refusal = TwoHands.MEASURE.againstSecond(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Optional<MeasureRows.Row> found = ours(id);
    if (found.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    MeasureRows.Row row = found.get();
    if (!row.alone() || row.review().isPresent()) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    Optional<Refusal> same =
        TwoHands.apart(row.releasedBy().orElseThrow(), by.id())
            .or(() -> TwoHands.MEASURE.againstSecond(by, row.firstBy()));
    if (same.isPresent()) {
      return Outcome.refused(same.get());
    }
    if (!right && !ContentRules.faults("words", words).isEmpty()) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Optional<byte[]> sealed =
        right
            ? Optional.empty()
            : Optional.of(
                bodies.lockBeside(
                    id, row.body(), words.strip().getBytes(StandardCharsets.UTF_8), review(id)));
    Instant now = clock.instant();
    return store.write(tx -> {
      if (!MeasureRows.reviewed(tx, id, new MeasureRows.Reviewed(right, by.id(), now, sealed))) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Map<String, String> references = row.references();
      references.put("outcome", right ? "confirmed" : "objected");
      journal.append(tx, Event.MEASURE_REVIEWED, by.id().toString(), references);
      Settling.look(tx, id, now);
      return Outcome.done(id);
    });
  }

  /** Names the place of the words of a review. */
  static String review(MeasureId id) {
    return "review/" + id;
  }

  /** A person at the post has seen what came last; its sender is told which post and when. */
  public Outcome<MeasureId> seen(Officer by, MeasureId id) {
    if (!Rights.may(by, Right.KEEP_WATCH)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<MeasureRows.Row> row = store.read(tx -> MeasureRows.find(tx, id));
    if (row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Outcome<MeasureId> outcome = Outcome.refused(Usual.WRONG_STATE);
    for (LegRows.Row leg : store.read(tx -> LegRows.of(tx, id))) {
      if (leg.unseenHere()) {
        Measure.Seen says = new Measure.Seen(leg.awaits().value(), clock.instant(), POST);
        outcome = ofOurs(leg) ? seenAlone(by, leg) : send(by, row.get(), leg, says);
      }
    }
    return outcome;
  }

  /** Whether what has to be seen here is that the partner's node did not take something of ours. */
  private boolean ofOurs(LegRows.Row leg) {
    return leg.sending() == Sending.REFUSED
        || store.read(tx -> StepRows.find(tx, leg.awaits())).filter(StepRows.Row::ours).isPresent();
  }

  /** There is nobody to tell that it was seen. */
  private Outcome<MeasureId> seenAlone(Officer by, LegRows.Row leg) {
    Instant now = clock.instant();
    return store.write(tx -> {
      if (!LegRows.seen(tx, leg.id(), leg.awaits(), now, by.id())) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Settling.look(tx, leg.measure(), now);
      return Outcome.done(leg.measure());
    });
  }

  /** Answers in a leg, or goes on in it. */
  public Outcome<MeasureId> follow(Officer by, MessageId legId, Measure says) {
    if (!Rights.any(by, Right.PREPARE_MEASURES, Right.RELEASE_MEASURES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<LegRows.Row> leg = store.read(tx -> LegRows.find(tx, legId));
    Optional<MeasureRows.Row> row =
        leg.flatMap(found -> store.read(tx -> MeasureRows.find(tx, found.measure())));
    if (leg.isEmpty() || row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Instant now = clock.instant();
    List<ContentFault> faults = MeasureBody.faults(says, now);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    return against(row.get(), leg.get(), says, now)
        .<Outcome<MeasureId>>map(Outcome::refused)
        .orElseGet(() -> send(by, row.get(), leg.get(), says));
  }

  private Optional<Refusal> against(
      MeasureRows.Row row, LegRows.Row leg, Measure says, Instant now) {
    MeasureKind kind = says.kind();
    if (!leg.exchanged()
        || !kind.follows(row.kind())
        || kind.byOpener() != row.ours()
        || !leg.course().allows(kind)) {
      return Optional.of(Usual.WRONG_STATE);
    }
    if (says instanceof Measure.Preserved p
        && p.until()
            .isBefore(leg.until().orElse(now.plus(Duration.ofDays(MeasureBody.DAYS_LEAST))))) {
      return Optional.of(MeasureRefusal.TOO_SHORT);
    }
    if (says instanceof Measure.Extension e
        && !e.until().isAfter(leg.until().orElse(Instant.MIN))) {
      return Optional.of(MeasureRefusal.TOO_SHORT);
    }
    return kind.decided() ? undecided(row, leg, now) : Optional.empty();
  }

  private Optional<Refusal> undecided(MeasureRows.Row row, LegRows.Row leg, Instant now) {
    return switch (ruling(row, leg, now)) {
      case Ruling.Permitted p -> Optional.empty();
      case Ruling.NotPermitted n -> Optional.of(new Hindrance.Undecided(n.decision()));
      case Ruling.NoAgreement n -> Optional.of(MeasureRefusal.NOBODY_PERMITTED);
    };
  }

  /** Tells everybody who got it that it is not to be acted on any more. */
  public Outcome<MeasureId> correct(Officer by, MeasureId id, Measure.Correction says) {
    if (!Rights.any(by, Right.PREPARE_MEASURES, Right.RELEASE_MEASURES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<MeasureRows.Row> row = ours(id);
    if (row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    List<ContentFault> faults = MeasureBody.faults(says, clock.instant());
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    Outcome<MeasureId> outcome = Outcome.refused(Usual.WRONG_STATE);
    for (LegRows.Row leg : store.read(tx -> LegRows.of(tx, id))) {
      if (against(row.get(), leg, says, clock.instant()).isEmpty()) {
        outcome = send(by, row.get(), leg, says);
      }
    }
    return outcome;
  }

  /** State, entry and outbox row commit together. */
  private Outcome<MeasureId> send(Officer by, MeasureRows.Row row, LegRows.Row leg, Measure says) {
    MessageId id = MessageId.next();
    Instant now = clock.instant();
    Locked body = bodies.lock(id, says);
    StepRows.Row step =
        new StepRows.Row(
            id,
            leg.id(),
            says.kind(),
            true,
            Sending.RELEASED,
            body,
            Optional.of(by.id()),
            now,
            Optional.empty(),
            Optional.empty());
    MeasureHeader header = header(row, leg, says.kind(), body.salt());
    Outbox.Sealing sealing =
        outbox.seal(id, header.envelope(), bodies.bytes(step, views.grant(leg)), now);
    byte[] signed = bodies.lockSigned(id, body, sealing.signed());
    return store.write(tx -> {
      LegRows.Row still = LegRows.find(tx, leg.id()).orElseThrow();
      if (still.course() != leg.course()) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      if (says instanceof Measure.Seen seen) {
        if (!LegRows.seen(tx, leg.id(), new MessageId(seen.message()), now, by.id())) {
          return Outcome.refused(Usual.WRONG_STATE);
        }
      } else {
        LegRows.moved(tx, leg.id(), still.course().after(says.kind()), until(still, says));
        LegRows.awaits(tx, leg.id(), id, false);
      }
      StepRows.insert(tx, step, signed);
      if (says instanceof Measure.Extension) {
        decisions.counted(
            tx,
            leg.agreement().orElseThrow(),
            row.stated().act(MeasureKind.EXTENSION, own, leg.partner()),
            now);
      }
      Map<String, String> references = references(row, leg, says.kind());
      references.put("message", id.toString());
      Several.put(references, "articles", leg.articles(), " + ");
      journal.append(
          tx,
          says instanceof Measure.Seen ? Event.MEASURE_SEEN : Event.MEASURE_RELEASED,
          by.id().toString(),
          references,
          body.hash());
      outbox.post(tx, sealing, Turn.of(leg.id().value(), true));
      Settling.look(tx, row.id(), now);
      return Outcome.done(row.id());
    });
  }

  /**
   * Until when data are preserved once this is known: as the authority that preserves them says.
   */
  static Optional<Instant> until(LegRows.Row leg, Measure says) {
    return says instanceof Measure.Preserved p ? Optional.of(p.until()) : leg.until();
  }

  /** A measure, for an officer who may read it; the look is an entry. */
  public Optional<MeasureView> view(Officer officer, MeasureId id) {
    if (!Rights.may(officer, Right.READ_MEASURES)) {
      return Optional.empty();
    }
    return store.write(tx ->
        MeasureRows.find(tx, id)
            .map(row -> {
              journal.append(tx, Event.MEASURE_READ, officer.id().toString(), row.references());
              return views.of(tx, row);
            }));
  }

  /** All measures, what is open first and what presses most on top; without what they say. */
  public Paged<MeasureView> page(Officer officer, Paged.Wanted wanted) {
    if (!Rights.may(officer, Right.READ_MEASURES)) {
      return Paged.nothing();
    }
    return store.read(tx -> {
      Paged<MeasureRows.Row> page = MeasureRows.page(tx, wanted);
      return page.with(lines(tx, page.lines()));
    });
  }

  private List<MeasureView> lines(Reads tx, List<MeasureRows.Row> rows) {
    List<LegRows.Row> legs = LegRows.of(tx, rows.stream().map(MeasureRows.Row::id).toList());
    return rows.stream()
        .map(row ->
            views.line(row, legs.stream().filter(l -> l.measure().equals(row.id())).toList()))
        .toList();
  }

  /** How many are not settled; none for anyone who may not read them. */
  public long open(Officer officer) {
    return Rights.may(officer, Right.READ_MEASURES) ? store.read(MeasureRows::open) : 0;
  }

  /** Those that one officer released since, and all that no second has looked at yet. */
  public List<MeasureView> alone(Officer officer, Instant since) {
    return Rights.may(officer, Right.READ_MEASURES)
        ? store.read(tx -> lines(tx, MeasureRows.alone(tx, since, Paged.SIZE)))
        : List.of();
  }

  /** How a measure is called, for lists that name it. */
  public Optional<String> reference(MeasureId id) {
    return store.read(tx -> MeasureRows.find(tx, id)).map(MeasureRows.Row::reference);
  }
}
