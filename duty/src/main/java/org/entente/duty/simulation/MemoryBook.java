package org.entente.duty.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.Attempt;
import org.entente.duty.Book;
import org.entente.duty.Moved;
import org.entente.duty.PostId;
import org.entente.duty.Reach;
import org.entente.duty.Roll;

/** What the nodes of a night share; each write is whole or not at all. */
public class MemoryBook implements Book {
  private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
  private final Map<AlarmId, Map<UUID, Attempt>> attempts = new HashMap<>();
  private Roll roll;

  public MemoryBook(Roll roll) {
    this.roll = roll;
  }

  void raise(Alarm alarm) {
    alarms.put(alarm.id(), alarm);
    attempts.put(alarm.id(), new LinkedHashMap<>());
  }

  void plan(Roll other) {
    roll = other;
  }

  Alarm alarm(AlarmId id) {
    return Objects.requireNonNull(alarms.get(id));
  }

  /** Those that matter: of the newest step, and what is not settled. */
  Collection<Attempt> attempts(AlarmId of) {
    return of(of).values();
  }

  private Map<UUID, Attempt> of(AlarmId id) {
    return Objects.requireNonNull(attempts.get(id));
  }

  @Override
  public List<Alarm> open() {
    return alarms.values().stream().filter(alarm -> !alarm.ended()).toList();
  }

  @Override
  public Set<AlarmId> unreached() {
    Set<AlarmId> found = new HashSet<>();
    for (Alarm alarm : alarms.values()) {
      if (alarm.state() instanceof Alarm.Ringing ringing && unreached(alarm, ringing.next() - 1)) {
        found.add(alarm.id());
      }
    }
    return found;
  }

  private boolean unreached(Alarm alarm, int step) {
    boolean any = false;
    for (Attempt attempt : attempts(alarm.id())) {
      if (attempt.generation() == alarm.generation() && attempt.step() == step) {
        any = true;
        if (!(attempt.state() instanceof Attempt.Failed)) {
          return false;
        }
      }
    }
    return any;
  }

  @Override
  public Roll roll(PostId post) {
    return roll;
  }

  @Override
  public boolean move(Alarm before, Moved after) {
    if (alarm(before.id()).turn() != before.turn()) {
      return false;
    }
    alarms.put(before.id(), after.alarm());
    Map<UUID, Attempt> all = of(before.id());
    if (after.callsOff()) {
      all.replaceAll((id, attempt) -> attempt.calledOff(Instant.EPOCH));
    }
    if (!after.attempts().isEmpty()) {
      all.values().removeIf(attempt -> attempt.state().settled() && attempt.step() != after.step());
    }
    for (Reach reach : after.attempts()) {
      Attempt attempt = Attempt.of(after.alarm(), after.step(), reach);
      all.put(attempt.id(), attempt);
    }
    return true;
  }

  @Override
  public List<Attempt> unsettled() {
    List<Attempt> found = new ArrayList<>();
    for (Map<UUID, Attempt> all : attempts.values()) {
      all.values().stream().filter(a -> !a.state().settled()).forEach(found::add);
    }
    return found;
  }

  @Override
  public boolean settle(Attempt before, Attempt after) {
    Alarm alarm = alarm(before.alarm());
    boolean begins = after.state() instanceof Attempt.Sending;
    if (!before.equals(of(before.alarm()).get(before.id()))
        || (begins && !(alarm.rings() && alarm.generation() == before.generation()))) {
      return false;
    }
    of(before.alarm()).put(after.id(), after);
    return true;
  }

  /** Writes without looking what is there, as no book may. */
  public void put(Attempt attempt) {
    of(attempt.alarm()).put(attempt.id(), attempt);
  }
}
