package org.entente.duty.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.Attempt;
import org.entente.duty.Book;
import org.entente.duty.Carrier;
import org.entente.duty.Chain;
import org.entente.duty.Happened;
import org.entente.duty.Layer;
import org.entente.duty.Moved;
import org.entente.duty.PersonId;
import org.entente.duty.PostId;
import org.entente.duty.Roll;
import org.entente.duty.Roster;
import org.entente.duty.Rules;
import org.entente.duty.Step;
import org.entente.duty.Watch;
import org.entente.duty.Way;
import org.entente.duty.Whom;
import org.jspecify.annotations.Nullable;

/**
 * One night: two nodes on one book carry alarms while clocks jump, nodes crash between any two
 * writes, ways fail, persons acknowledge in the middle of a round and rosters change. The seed
 * decides all of it.
 */
public final class Night {
  /** How a node looks: as often as a real one rests at most. */
  private static final int ROUND_SECONDS = 5;

  private static final int LONGEST_SECONDS = 2 * 3_600;
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Belgrade"),
          ZoneId.of("Asia/Baku"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"));

  /** Around the changes of clocks, and a plain day. */
  private static final List<Instant> BEGINS =
      List.of(
          Instant.parse("2026-10-24T22:00:00Z"),
          Instant.parse("2027-03-27T23:00:00Z"),
          Instant.parse("2026-11-01T04:30:00Z"),
          Instant.parse("2026-04-04T14:00:00Z"),
          Instant.parse("2026-06-10T20:00:00Z"));

  private static final List<Way> WAYS = List.of(Way.values());
  private static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());
  private static final PostId POST = new PostId("desk");

  private final Random random;
  private final Rules rules;
  private final Instant begin;
  private final MemoryBook shared;
  private final List<PersonId> persons = new ArrayList<>();
  private final List<Machine> machines = List.of(new Machine(), new Machine());
  private final Map<AlarmId, Watched> watched = new LinkedHashMap<>();
  private final Set<Way> failing = EnumSet.noneOf(Way.class);
  private final Map<UUID, Set<Integer>> made = new HashMap<>();
  private long second;
  private long observed;

  /** A node. */
  private final class Machine {
    private boolean up = true;
    private boolean looks;
    private long offsetSeconds;
    private long upAgainAt;
    private int crashIn = -1;
    private @Nullable Carrier carrier;

    private Instant now() {
      return begin.plusSeconds(second + offsetSeconds);
    }
  }

  /** What an outside observer notes of an alarm, in seconds in which a node lived. */
  private static final class Watched {
    private long silent;
    private long held;
    private long stuck;
    private long heldGeneration;
  }

  /**
   * @param rules by which alarms move
   * @param book makes of the shared book the one that nodes see
   */
  public Night(long seed, Rules rules, Books book) {
    this.random = new Random(seed);
    this.rules = rules;
    this.begin = BEGINS.get(random.nextInt(BEGINS.size()));
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      persons.add(new PersonId("p" + i));
    }
    this.shared = book.open(roll());
  }

  /** Makes the book that the nodes of a night share. */
  public interface Books {
    MemoryBook open(Roll roll);
  }

  /** A night by the rules that hold. */
  public static void pass(long seed) {
    new Night(seed, Rules.HELD, MemoryBook::new).pass();
  }

  /**
   * Lets it pass.
   *
   * @throws Broken when a clause did not hold
   */
  public void pass() {
    checkWatches();
    long end = 1_800L + random.nextInt(LONGEST_SECONDS - 1_800);
    raise();
    while (second < end) {
      second += 1 + random.nextInt(ROUND_SECONDS);
      disturb();
      boolean lives = false;
      for (Machine machine : machines) {
        rise(machine);
        if (machine.up) {
          round(machine);
        }
        lives |= machine.up;
      }
      observe(lives);
    }
  }

  private void rise(Machine machine) {
    if (!machine.up && second >= machine.upAgainAt) {
      machine.up = true;
      machine.carrier = null;
    }
  }

  private void round(Machine machine) {
    if (machine.carrier == null) {
      machine.carrier =
          new Carrier(new Seen(machine), a -> send(machine, a), rules, Runnable::run, machine::now);
    }
    machine.looks = true;
    try {
      machine.carrier.round();
    } catch (Crash e) {
      machine.up = false;
      machine.upAgainAt = second + random.nextInt(120);
      machine.crashIn = -1;
    }
    machine.looks = false;
  }

  /** Something of what goes wrong in a night. */
  private void disturb() {
    int what = random.nextInt(400);
    Machine machine = machines.get(random.nextInt(machines.size()));
    switch (what) {
      case 0 -> machine.offsetSeconds += random.nextInt(7_200);
      case 1 -> machine.offsetSeconds -= random.nextInt(7_200);
      case 2 -> machine.offsetSeconds -= random.nextInt(200);
      case 3, 4, 5 -> machine.crashIn = random.nextInt(6);
      case 6 -> failing.add(pick(WAYS));
      case 7, 8 -> failing.clear();
      case 9 -> shared.plan(roll());
      case 10 -> raise();
      case 11, 12, 13 -> act();
      default -> {}
    }
  }

  private void raise() {
    if (watched.size() < 6) {
      Alarm alarm =
          Alarm.raised(
              new AlarmId(new UUID(random.nextLong(), random.nextLong())),
              POST,
              chain(),
              machines.get(random.nextInt(2)).now());
      shared.raise(alarm);
      watched.put(alarm.id(), new Watched());
    }
  }

  /** A person, or what the alarm is about, does something to it. */
  private void act() {
    List<AlarmId> all = List.copyOf(watched.keySet());
    Alarm alarm = shared.alarm(all.get(random.nextInt(all.size())));
    PersonId by = persons.get(random.nextInt(persons.size()));
    Happened event =
        switch (random.nextInt(6)) {
          case 0, 1, 2 -> new Happened.Acknowledge(by);
          case 3 -> new Happened.Worked();
          case 4 -> random.nextBoolean() ? new Happened.TakeUp(by) : new Happened.Worked();
          default -> random.nextBoolean() ? new Happened.End() : new Happened.Acknowledge(by);
        };
    Instant now = machines.get(random.nextInt(2)).now();
    Optional<Moved> moved = rules.moved(alarm, event, now, shared.roll(POST));
    moved.ifPresent(m -> {
      boolean _ = shared.move(alarm, m);
      if (!m.alarm().rings()) {
        requireCalledOff(alarm.id());
      }
    });
  }

  private void requireCalledOff(AlarmId id) {
    if (shared.attempts(id).stream().anyMatch(a -> a.state() instanceof Attempt.Pending)) {
      throw broken(Clause.CALLS_OFF, "an attempt still waits");
    }
  }

  private Attempt.Outcome send(Machine machine, Attempt attempt) {
    Alarm alarm = shared.alarm(attempt.alarm());
    if (!alarm.rings() || alarm.generation() != attempt.generation()) {
      throw broken(Clause.NEVER_FIRES_AGAIN, "an attempt began");
    }
    int tries = attempt.state() instanceof Attempt.Sending(Instant _, int n) ? n : 0;
    if (!made.computeIfAbsent(attempt.id(), id -> new HashSet<>()).add(tries)) {
      throw broken(Clause.CLAIMED_ONCE, "a try was made twice");
    }
    touch(attempt.alarm());
    boundary(machine);
    return failing.contains(attempt.reach().way())
        ? new Attempt.Outcome.Not("no-answer", random.nextInt(3) == 0)
        : random.nextBoolean() ? new Attempt.Outcome.Left() : new Attempt.Outcome.Came();
  }

  private void touch(AlarmId id) {
    Watched seen = watched.get(id);
    if (seen != null) {
      seen.silent = 0;
    }
  }

  /** Between two writes: the node may end here, and others may act. */
  private void boundary(Machine machine) {
    if (machine.crashIn >= 0 && machine.crashIn-- == 0) {
      throw new Crash();
    }
    if (random.nextInt(40) == 0) {
      act();
    }
    Machine other = machines.get(machine == machines.get(0) ? 1 : 0);
    if (random.nextInt(20) == 0 && other.up && !other.looks) {
      round(other);
    }
  }

  /** The book as one node sees it. */
  private final class Seen implements Book {
    private final Machine machine;

    private Seen(Machine machine) {
      this.machine = machine;
    }

    @Override
    public List<Alarm> open() {
      return shared.open();
    }

    @Override
    public Set<AlarmId> unreached() {
      return shared.unreached();
    }

    @Override
    public Roll roll(PostId post) {
      return shared.roll(post);
    }

    @Override
    public boolean move(Alarm before, Moved after) {
      boundary(machine);
      boolean moved = shared.move(before, after);
      if (moved && after.attempts().isEmpty() && saysNobody(after.alarm())) {
        touch(before.id());
      }
      boundary(machine);
      return moved;
    }

    @Override
    public List<Attempt> unsettled() {
      return shared.unsettled();
    }

    @Override
    public boolean settle(Attempt before, Attempt after) {
      boundary(machine);
      boolean settled = shared.settle(before, after);
      if (!(after.state() instanceof Attempt.Sending)) {
        boundary(machine);
      }
      return settled;
    }
  }

  private static boolean saysNobody(Alarm alarm) {
    return alarm.state() instanceof Alarm.Ringing ringing && ringing.nobodyLeft();
  }

  private void observe(boolean lives) {
    watched.forEach((id, seen) -> {
      Alarm alarm = shared.alarm(id);
      long passed = lives ? second - observed : 0;
      seen.silent = alarm.rings() ? seen.silent + passed : 0;
      if (seen.silent > alarm.chain().longestWait().plus(GRACE).toSeconds()) {
        throw broken(Clause.NEVER_SILENT, "nobody was tried for " + seen.silent + " s");
      }
      boolean held = alarm.state() instanceof Alarm.Acknowledged;
      seen.held = held && seen.heldGeneration == alarm.generation() ? seen.held + passed : 0;
      seen.heldGeneration = alarm.generation();
      if (seen.held > 2 * alarm.chain().decay().plus(GRACE).toSeconds()) {
        throw broken(Clause.DECAYS, "it has been held for " + seen.held + " s");
      }
      boolean stuck = shared.unreached().contains(id) && !saysNobody(alarm);
      seen.stuck = stuck ? seen.stuck + passed : 0;
      if (seen.stuck > GRACE.toSeconds()) {
        throw broken(Clause.FAILURE_GOES_ON, "a step failed " + seen.stuck + " s ago");
      }
      if (alarm.state() instanceof Alarm.Ringing ringing
          && ringing.next() > alarm.chain().steps().size()) {
        throw broken(Clause.SAYS_NOBODY_LEFT, "it is beyond its chain");
      }
    });
    observed = second;
  }

  private Broken broken(Clause clause, String what) {
    return new Broken(clause, second, what);
  }

  private Roll roll() {
    Map<PersonId, Set<Way>> ways = new LinkedHashMap<>();
    for (PersonId person : persons) {
      Set<Way> some = EnumSet.noneOf(Way.class);
      for (Way way : Way.values()) {
        if (random.nextInt(3) > 0) {
          some.add(way);
        }
      }
      ways.put(person, some);
    }
    return new Roll(roster(), ways);
  }

  private Roster roster() {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    LocalDate today = begin.atZone(zone).toLocalDate();
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      List<PersonId> turns = new ArrayList<>();
      for (int j = 0; j < 1 + random.nextInt(4); j++) {
        turns.add(persons.get(random.nextInt(persons.size())));
      }
      Set<DayOfWeek> days = EnumSet.of(pick(DAYS));
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextBoolean()) {
          days.add(day);
        }
      }
      layers.add(
          new Layer(
              turns,
              today.minusDays(random.nextInt(20)),
              time(),
              1 + random.nextInt(7),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(new Layer.Hours(days, time(), time()))));
    }
    List<Roster.Relief> reliefs = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      Instant from = begin.plusSeconds(random.nextInt(20_000) - 5_000);
      reliefs.add(
          new Roster.Relief(
              from,
              from.plusSeconds(60 + random.nextInt(20_000)),
              random.nextInt(4) == 0
                  ? Optional.empty()
                  : Optional.of(persons.get(random.nextInt(persons.size())))));
    }
    return new Roster(zone, layers, reliefs);
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private LocalTime time() {
    return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
  }

  private Chain chain() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      Whom whom =
          switch (random.nextInt(5)) {
            case 0 -> new Whom.NextWatch();
            case 1 -> new Whom.Everyone();
            case 2 -> new Whom.Named(persons.get(random.nextInt(persons.size())));
            default -> new Whom.OnWatch();
          };
      Set<Way> ways = EnumSet.of(pick(WAYS));
      ways.add(pick(WAYS));
      steps.add(new Step(whom, ways, Duration.ofMinutes(1 + random.nextInt(15))));
    }
    return new Chain(steps, Duration.ofMinutes(5 + random.nextInt(20)));
  }

  /** The watches of a few days, against the person on watch at random instants of them. */
  private void checkWatches() {
    Roster roster = shared.roll(POST).roster();
    Instant from = begin.minus(Duration.ofDays(1));
    Instant until = begin.plus(Duration.ofDays(3));
    List<Watch> watches = roster.watches(from, until);
    Instant end = from;
    for (Watch watch : watches) {
      if (!watch.from().equals(end)) {
        throw broken(Clause.WATCHES_AGREE, "watches have a hole");
      }
      end = watch.until();
    }
    if (!end.equals(until)) {
      throw broken(Clause.WATCHES_AGREE, "watches end early");
    }
    for (int i = 0; i < 40; i++) {
      Instant at =
          from.plusSeconds(random.nextInt((int) Duration.between(from, until).toSeconds()));
      Optional<PersonId> planned =
          watches.stream()
              .filter(w -> !at.isBefore(w.from()) && at.isBefore(w.until()))
              .findFirst()
              .orElseThrow()
              .holder();
      if (!planned.equals(roster.at(at))) {
        throw broken(Clause.WATCHES_AGREE, "at " + at);
      }
    }
  }
}
