package org.entente.node.act;

import java.util.Optional;
import java.util.function.Function;

/** What came of an act; a refusal left everything as it was. */
public sealed interface Outcome<T> {

  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It was not done. */
  record Refused<T>(Refusal why) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal why) {
    return new Refused<>(why);
  }

  /** Goes on with what was done. */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal why) -> new Refused<>(why);
    };
  }

  /** What was done; empty when it was refused. */
  default Optional<T> result() {
    return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** Why it was not done; empty when it was. */
  default Optional<Refusal> refusal() {
    return this instanceof Refused<T> refused ? Optional.of(refused.why()) : Optional.empty();
  }
}
