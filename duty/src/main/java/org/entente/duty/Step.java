package org.entente.duty;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A step of a chain.
 *
 * @param ways by which each person is reached, all at the same moment
 * @param patience until the next step, unless somebody acknowledges
 */
public record Step(Whom whom, Set<Way> ways, Duration patience) {
  /** Shorter leaves nobody the time to read and press. */
  public static final Duration WAIT_LEAST = Duration.ofMinutes(1);

  /** Longer is no alarm. */
  public static final Duration WAIT_MOST = Duration.ofHours(4);

  public Step {
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("A step names a way");
    }
    if (patience.compareTo(WAIT_LEAST) < 0 || patience.compareTo(WAIT_MOST) > 0) {
      throw new IllegalArgumentException("A step waits from a minute to four hours");
    }
    ways = Collections.unmodifiableSet(EnumSet.copyOf(ways));
  }
}
