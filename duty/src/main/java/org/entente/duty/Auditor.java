package org.entente.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the promise from what is kept: each alarm that nobody acknowledged has a next step, neither
 * long past nor farther away than its chain waits.
 */
public final class Auditor {
  /** What a step may be late. */
  public static final Duration ALLOWED = Duration.ofMinutes(1);

  private Auditor() {}

  /** What is wrong with an alarm. */
  public enum Fault {
    /** Its next step should have been taken. */
    LATE,
    /** Its next step is farther away than any wait of its chain. */
    FAR
  }

  /** An alarm that breaks the promise. */
  public record Finding(AlarmId alarm, Fault fault) {}

  public static List<Finding> findings(List<Alarm> open, Instant now) {
    List<Finding> findings = new ArrayList<>();
    for (Alarm alarm : open) {
      switch (alarm.state()) {
        case Alarm.Ringing(int _, Instant nextAt, boolean _) -> {
          if (nextAt.plus(ALLOWED).isBefore(now)) {
            findings.add(new Finding(alarm.id(), Fault.LATE));
          } else if (nextAt.isAfter(now.plus(alarm.chain().longestWait()).plus(ALLOWED))) {
            findings.add(new Finding(alarm.id(), Fault.FAR));
          }
        }
        case Alarm.Acknowledged acknowledged -> {
          if (acknowledged.decaysAt().plus(ALLOWED).isBefore(now)) {
            findings.add(new Finding(alarm.id(), Fault.LATE));
          }
        }
        case Alarm.TakenUp _, Alarm.Ended _ -> {}
      }
    }
    return findings;
  }
}
