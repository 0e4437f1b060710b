package org.entente.node.duty;

import java.time.Instant;
import java.util.Optional;
import org.entente.duty.Way;
import org.entente.node.officers.OfficerId;

/**
 * An attempt to reach an officer, as pages show it.
 *
 * @param at when it became what it is
 * @param reason why it failed, as a code
 */
public record Tried(OfficerId officer, Way way, State state, Instant at, Optional<String> reason) {
  /** What became of it; {@code SENT} says nothing about whether it came. */
  public enum State {
    PENDING,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    CALLED_OFF
  }
}
