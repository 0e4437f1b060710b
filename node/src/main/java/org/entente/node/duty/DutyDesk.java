package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.Chain;
import org.entente.duty.Happened;
import org.entente.duty.Moved;
import org.entente.duty.PersonId;
import org.entente.duty.PostId;
import org.entente.duty.Roll;
import org.entente.duty.Roster;
import org.entente.duty.Rules;
import org.entente.duty.Watch;
import org.entente.duty.Weakness;
import org.entente.duty.Weaknesses;
import org.entente.duty.Whom;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.measures.MeasureDesk;
import org.entente.node.measures.MeasureId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.jspecify.annotations.Nullable;

/** Planning a post, seeing who is on watch, acknowledging alarms. Safe for use by many threads. */
public final class DutyDesk {
  /** The post of the contact point. */
  public static final PostId DESK = new PostId("desk");

  /** The longest reason for saving what is dangerous. */
  public static final int REASON_MOST = 500;

  /** Alarms that ended and are still shown. */
  private static final int ENDED_SHOWN = 20;

  /** Alarms that figures are made of. */
  private static final int COUNTED_MOST = 5_000;

  /** Reliefs that are over are kept for so long, for the picture of what was. */
  private static final Duration RELIEFS_KEPT = Duration.ofDays(7);

  /** Of a plan that nobody saved. */
  private static final OfficerId NOBODY = OfficerId.of("00000000-0000-0000-0000-000000000000");

  private final Store store;
  private final Journal journal;
  private final Officers officers;
  private final MeasureDesk measures;
  private final SharedBook book;
  private final InstantSource clock;

  DutyDesk(Duty.Needs n, SharedBook book) {
    this.store = n.store();
    this.journal = n.journal();
    this.officers = n.officers();
    this.measures = n.measures().desk();
    this.clock = n.clock();
    this.book = book;
  }

  /**
   * What somebody wants a post to be.
   *
   * @param acceptWithin how soon who begins a watch has to accept it; zero where nobody asks
   * @param version that they saw; 0 for a new post
   * @param risk why it is saved although it is dangerous; empty where nobody said
   */
  public record Plan(
      String title,
      Set<OfficerId> members,
      Roster roster,
      Chain chain,
      Duration acceptWithin,
      long version,
      String risk) {
    /** Later than this is never. */
    public static final Duration ACCEPT_MOST = Duration.ofHours(4);

    public Plan {
      if (acceptWithin.isNegative() || acceptWithin.compareTo(ACCEPT_MOST) > 0) {
        throw new IllegalArgumentException("A watch is accepted within four hours");
      }
    }
  }

  /** The post, if it is planned and the officer may see it. */
  public Optional<Post> post(Officer by) {
    return Rights.any(by, Right.KEEP_WATCH, Right.PLAN_DUTY)
        ? store.read(tx -> PostRows.find(tx, DESK))
        : Optional.empty();
  }

  /** What is dangerous about the post as it is planned. */
  public List<Weakness> weaknesses(Post post) {
    return store.read(tx -> Weaknesses.of(post.chain(), book.roll(tx, post), clock.instant()));
  }

  /** Officers who may be members of the post, with open accounts. */
  public List<Officer> eligible() {
    return officers.all().stream().filter(o -> Rights.may(o, Right.KEEP_WATCH)).toList();
  }

  /** What would be dangerous about a plan. */
  public List<Weakness> weaknesses(Plan plan) {
    return weaknesses(of(plan, NOBODY));
  }

  private Post of(Plan plan, OfficerId by) {
    return new Post(
        DESK,
        plan.title().strip(),
        plan.members(),
        plan.roster(),
        plan.chain(),
        plan.acceptWithin(),
        plan.version() + 1,
        by,
        clock.instant(),
        plan.risk().strip());
  }

  /**
   * Saves a plan. What is dangerous is saved only with a reason, which everybody at the post reads
   * afterwards.
   */
  public Outcome<PostId> plan(Officer by, Plan plan) {
    if (!Rights.may(by, Right.PLAN_DUTY)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (plan.title().isBlank() || plan.title().strip().length() > Post.TITLE_MOST) {
      return Outcome.refused(DutyRefusal.TITLE_MISSING);
    }
    if (plan.risk().length() > REASON_MOST) {
      return Outcome.refused(Usual.TOO_LONG);
    }
    Set<OfficerId> eligible = Set.copyOf(eligible().stream().map(Officer::id).toList());
    boolean strangers =
        !eligible.containsAll(plan.members())
            || plan.members().size() > Post.MEMBERS_MOST
            || plan.members().isEmpty()
            || !plan.roster().since(clock.instant()).persons().stream()
                .allMatch(person -> member(plan, person))
            || !plan.chain().steps().stream()
                .allMatch(step ->
                    !(step.whom() instanceof Whom.Named(PersonId person)) || member(plan, person));
    if (strangers) {
      return Outcome.refused(DutyRefusal.NOT_A_MEMBER);
    }
    Post wanted = of(plan, by.id());
    return store.write(tx -> {
      long known = PostRows.find(tx, DESK).map(Post::version).orElse(0L);
      if (known != plan.version()) {
        return Outcome.refused(DutyRefusal.PLAN_CHANGED);
      }
      boolean dangerous =
          !Weaknesses.of(wanted.chain(), book.roll(tx, wanted), clock.instant()).isEmpty();
      if (dangerous && wanted.riskTaken().isEmpty()) {
        return Outcome.refused(DutyRefusal.DANGEROUS);
      }
      PostRows.put(tx, dangerous ? wanted : wanted.withoutRisk());
      journal.append(
          tx,
          Event.DUTY_PLANNED,
          by.id().toString(),
          Map.of(
              "post",
              DESK.value(),
              "version",
              String.valueOf(wanted.version()),
              "danger",
              dangerous ? "accepted" : "none"));
      return Outcome.done(DESK);
    });
  }

  private static boolean member(Plan plan, PersonId person) {
    return plan.members().stream().anyMatch(m -> SharedBook.person(m).equals(person));
  }

  /** Takes the watch over, from now until it would have ended. */
  public Outcome<PostId> takeOver(Officer by) {
    if (!Rights.may(by, Right.KEEP_WATCH)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<Post> found = PostRows.find(tx, DESK);
      if (found.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      Post post = found.get();
      Instant now = clock.instant();
      PersonId person = SharedBook.person(by.id());
      if (!post.members().contains(by.id())) {
        return Outcome.refused(DutyRefusal.NOT_A_MEMBER);
      }
      Watch watch = post.roster().watch(now);
      if (watch.holder().equals(Optional.of(person))) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Roster kept = post.roster().since(now.minus(RELIEFS_KEPT));
      if (kept.reliefs().size() >= Roster.RELIEFS_MOST) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      Roster.Relief relief = new Roster.Relief(now, watch.until(), Optional.of(person));
      PostRows.put(tx, post.relieved(kept.with(relief), by.id(), now));
      journal.append(
          tx,
          Event.WATCH_TAKEN_OVER,
          by.id().toString(),
          Map.of("post", DESK.value(), "until", watch.until().toString()));
      return Outcome.done(DESK);
    });
  }

  /** The alarms that did not end, the oldest first; then those that ended last. */
  public List<AlarmView> alarms(Officer by, boolean ended) {
    if (!Rights.may(by, Right.KEEP_WATCH)) {
      return List.of();
    }
    return store.read(tx ->
        (ended ? AlarmRows.ended(tx, ENDED_SHOWN) : AlarmRows.open(tx))
            .stream().map(row -> view(tx, row)).toList());
  }

  /** How the post did in the last thirty days. */
  public AlarmFigures figures(Officer by) {
    Instant from = clock.instant().minus(AlarmFigures.BACK);
    return AlarmFigures.of(
        Rights.may(by, Right.KEEP_WATCH)
            ? store.read(tx -> AlarmRows.since(tx, from, COUNTED_MOST))
            : List.of());
  }

  /**
   * Says that somebody has seen it: it rings nobody else, until it decays. Of what a partner sent,
   * the partner is told that the post has seen it.
   */
  public Outcome<AlarmId> acknowledge(Officer by, AlarmId id) {
    return act(
            by, id, new Happened.Acknowledge(SharedBook.person(by.id())), Event.ALARM_ACKNOWLEDGED)
        .then(alarm -> seen(by, alarm));
  }

  private Outcome<AlarmId> seen(Officer by, AlarmId id) {
    Optional<Sign> sign = store.read(tx -> AlarmRows.find(tx, id)).map(AlarmRows.Row::sign);
    sign.filter(of -> of.kind().toldToPartner())
        .ifPresent(of -> {
          // Somebody may have seen it on its own page a moment before.
          Outcome<MeasureId> _ = measures.seen(by, MeasureId.of(of.about()));
        });
    return Outcome.done(id);
  }

  /** Says that the officer does what it asks for: it rings no more. */
  public Outcome<AlarmId> takeUp(Officer by, AlarmId id) {
    return act(by, id, new Happened.TakeUp(SharedBook.person(by.id())), Event.ALARM_TAKEN_UP)
        .then(alarm -> seen(by, alarm));
  }

  private Outcome<AlarmId> act(Officer by, AlarmId id, Happened event, Event entry) {
    if (!Rights.may(by, Right.KEEP_WATCH)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<AlarmRows.Row> row = AlarmRows.find(tx, id);
      if (row.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      Instant now = clock.instant();
      Roll roll = book.roll(tx, row.get().alarm().post());
      Optional<Moved> moved = Rules.HELD.moved(row.get().alarm(), event, now, roll);
      if (moved.isEmpty() || !AlarmRows.move(tx, row.get().alarm(), moved.get(), now)) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      AlarmRows.read(tx, id, by.id(), now);
      journal.append(
          tx, entry, by.id().toString(), Alarms.references(row.get().alarm(), row.get().sign()));
      return Outcome.done(id);
    });
  }

  private static AlarmView view(Reads tx, AlarmRows.Row row) {
    Alarm alarm = row.alarm();
    return switch (alarm.state()) {
      case Alarm.Ringing(int next, Instant nextAt, boolean nobodyLeft) ->
          new AlarmView(
              alarm.id(),
              row.sign().kind(),
              row.sign().about(),
              AlarmView.State.RINGING,
              alarm.chain().steps().size(),
              next,
              Optional.of(nextAt),
              nobodyLeft,
              Optional.empty(),
              row.raisedAt(),
              row.endedAt(),
              AlarmRows.tried(tx, alarm.id()));
      case Alarm.Acknowledged(PersonId person, Instant _, Instant decaysAt) ->
          held(tx, row, AlarmView.State.ACKNOWLEDGED, person, decaysAt);
      case Alarm.TakenUp(PersonId person, Instant _) ->
          held(tx, row, AlarmView.State.TAKEN_UP, person, null);
      case Alarm.Ended _ -> held(tx, row, AlarmView.State.ENDED, null, null);
    };
  }

  private static AlarmView held(
      Reads tx,
      AlarmRows.Row row,
      AlarmView.State state,
      @Nullable PersonId person,
      @Nullable Instant nextAt) {
    return new AlarmView(
        row.alarm().id(),
        row.sign().kind(),
        row.sign().about(),
        state,
        row.alarm().chain().steps().size(),
        0,
        Optional.ofNullable(nextAt),
        false,
        Optional.ofNullable(person).map(SharedBook::officer),
        row.raisedAt(),
        row.endedAt(),
        AlarmRows.tried(tx, row.alarm().id()));
  }
}
