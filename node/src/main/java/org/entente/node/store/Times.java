package org.entente.node.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as the schema keeps them: microseconds since 1970-01-01 UTC. */
public final class Times {
  private Times() {}

  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** An optional column: SQL NULL is empty. */
  public static Optional<Instant> instant(@Nullable Object column) {
    return column instanceof Number micros
        ? Optional.of(instant(micros.longValue()))
        : Optional.empty();
  }
}
