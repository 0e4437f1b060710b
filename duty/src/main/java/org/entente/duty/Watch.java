package org.entente.duty;

import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a post between two instants.
 *
 * @param until exclusive
 * @param holder empty for a gap: nobody does
 */
public record Watch(Instant from, Instant until, Optional<PersonId> holder) {
  public Watch {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("A watch ends after it began");
    }
  }

  public boolean gap() {
    return holder.isEmpty();
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
