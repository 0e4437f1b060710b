package org.entente.duty;

import java.util.Set;

/**
 * What an event made of an alarm, and what is to be written with it in one unit of work.
 *
 * @param step of which the attempts are
 * @param attempts to begin now
 * @param callsOff whether every attempt that was not made yet is called off
 */
public record Moved(Alarm alarm, int step, Set<Reach> attempts, boolean callsOff) {
  static Moved to(Alarm alarm, boolean callsOff) {
    return new Moved(alarm, 0, Set.of(), callsOff);
  }
}
