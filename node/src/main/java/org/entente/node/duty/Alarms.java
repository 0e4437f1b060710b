package org.entente.node.duty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.Happened;
import org.entente.duty.Moved;
import org.entente.duty.PersonId;
import org.entente.duty.Roll;
import org.entente.duty.Rules;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Pressing;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.Presses;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Raises an alarm for each sign, and ends those whose sign holds no more. Work that is seen in a
 * matter renews the acknowledgement of its alarm: who writes an answer is not rung up.
 */
final class Alarms {
  /**
   * Beyond that a post has a flood and not an alarm: late matters wait until there is room, the
   * most pressing first. What is urgent, and what says that nobody would hear of it, never waits.
   */
  static final int OPEN_MOST = 300;

  private final Store store;
  private final Journal journal;
  private final Signs signs;
  private final Pressing pressing;
  private final Presses measures;
  private final SharedBook book;
  private final InstantSource clock;

  Alarms(Duty.Needs n, Signs signs, SharedBook book) {
    this.store = n.store();
    this.journal = n.journal();
    this.clock = n.clock();
    this.signs = signs;
    this.pressing = n.casework().pressing();
    this.measures = n.measures().presses();
    this.book = book;
  }

  /** Compares what is open with what holds; whether anything changed. */
  boolean compare() {
    boolean changed = false;
    for (Post post : store.read(PostRows::all)) {
      changed |= compare(post);
    }
    return changed;
  }

  /**
   * Raises what is missing about urgent measures and looks at nothing else: what has just come does
   * not wait for thousands of matters to be looked through.
   */
  boolean urgent() {
    Instant now = clock.instant();
    boolean changed = false;
    for (Post post : store.read(PostRows::all)) {
      List<Sign> missing =
          store.read(tx -> {
            Set<Sign> open = AlarmRows.ofMeasures(tx, post.id());
            return signs.ofMeasures(tx, now).stream().filter(s -> !open.contains(s)).toList();
          });
      changed |=
          !missing.isEmpty()
              && store.write(tx -> {
                missing.forEach(sign -> raise(tx, post, sign, now));
                return true;
              });
    }
    return changed;
  }

  private boolean compare(Post post) {
    Instant now = clock.instant();
    Set<Sign> hold = signs.now(post, now);
    List<AlarmRows.Row> open =
        store.read(AlarmRows::open).stream()
            .filter(row -> row.alarm().post().equals(post.id()))
            .toList();
    Set<Sign> missing = new HashSet<>(hold);
    open.forEach(row -> missing.remove(row.sign()));
    List<AlarmRows.Row> over = open.stream().filter(row -> !hold.contains(row.sign())).toList();
    List<AlarmRows.Row> worked =
        store.read(tx -> open.stream().filter(r -> worked(tx, r)).toList());
    if (missing.isEmpty() && over.isEmpty() && worked.isEmpty()) {
      return false;
    }
    return store.write(tx -> {
      over.forEach(row -> end(tx, post, row.alarm().id(), now));
      worked.forEach(row -> renew(tx, post, row.alarm().id(), now));
      int room = OPEN_MOST - open.size() + over.size();
      for (Sign sign : hold) {
        if (missing.contains(sign) && (room > 0 || !waits(sign.kind()))) {
          raise(tx, post, sign, now);
          room--;
        }
      }
      return true;
    });
  }

  /** Whether an officer worked on what it is about since it was acknowledged. */
  private boolean worked(Reads tx, AlarmRows.Row row) {
    if (!(row.alarm().state() instanceof Alarm.Acknowledged(PersonId _, Instant at, Instant _))) {
      return false;
    }
    String about = row.sign().about();
    return switch (row.sign().kind().about()) {
      case CASE -> pressing.worked(tx, CaseId.of(about), at);
      case MEASURE -> measures.worked(tx, MeasureId.of(about), at);
      case PARTNER, POST, CALL -> false;
    };
  }

  private void renew(Tx tx, Post post, AlarmId id, Instant now) {
    Optional<Alarm> alarm = AlarmRows.find(tx, id).map(AlarmRows.Row::alarm);
    Roll roll = book.roll(tx, post);
    Optional<Moved> moved =
        alarm.flatMap(found -> Rules.HELD.moved(found, new Happened.Worked(), now, roll));
    if (moved.isPresent()) {
      boolean _ = AlarmRows.move(tx, alarm.orElseThrow(), moved.get(), now);
    }
  }

  private static boolean waits(AlarmKind kind) {
    return switch (kind) {
      case DEADLINE_HALF, DEADLINE_NEAR, DEADLINE_MISSED, ROUTE_SILENT -> true;
      case URGENT_MATTER,
          LINE_DOWN,
          LOG_STOPPED,
          NO_WATCH,
          LIFE_AT_RISK,
          MEASURE_UNSEEN,
          RADIO_CHECK,
          RELEASE_UNREVIEWED,
          PRESERVATION_UNANSWERED,
          ANSWER_DUE,
          ANSWER_OVERDUE,
          PRESERVATION_LAPSES,
          PRESERVATION_LAPSES_SOON,
          PRESERVATION_LAPSES_NOW,
          CALL_UNCONFIRMED,
          WATCH_NOT_ACCEPTED,
          NO_ARMED_PAGE ->
          false;
    };
  }

  private void raise(Tx tx, Post post, Sign sign, Instant now) {
    Alarm alarm = Alarm.raised(new AlarmId(UUID.randomUUID()), post.id(), post.chain(), now);
    if (AlarmRows.raise(tx, alarm, sign, now)) {
      journal.append(tx, Event.ALARM_RAISED, Journal.NODE, references(alarm, sign));
    }
  }

  private void end(Tx tx, Post post, AlarmId id, Instant now) {
    Optional<AlarmRows.Row> row = AlarmRows.find(tx, id);
    Roll roll = book.roll(tx, post);
    row.flatMap(found -> Rules.HELD.moved(found.alarm(), new Happened.End(), now, roll))
        .ifPresent(moved -> end(tx, row.get(), moved, now));
  }

  private void end(Tx tx, AlarmRows.Row row, Moved moved, Instant now) {
    if (AlarmRows.move(tx, row.alarm(), moved, now)) {
      journal.append(tx, Event.ALARM_ENDED, Journal.NODE, references(row.alarm(), row.sign()));
    }
  }

  /** What a ledger entry says of an alarm. */
  static Map<String, String> references(Alarm alarm, Sign sign) {
    String about =
        switch (sign.kind().about()) {
          case CASE -> "case";
          case PARTNER -> "partner";
          case POST -> "post";
          case MEASURE -> "measure";
          case CALL -> "call";
        };
    return Map.of("alarm", alarm.id().toString(), "kind", sign.kind().code(), about, sign.about());
  }
}
