package org.entente.node.oversight;

import java.util.function.Function;

/** What came of a look. */
public sealed interface Seen<T> {
  record Done<T>(T value) implements Seen<T> {}

  record Refused<T>(OversightRefusal reason) implements Seen<T> {}

  static <T> Seen<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Seen<T> refused(OversightRefusal reason) {
    return new Refused<>(reason);
  }

  /** Goes on with what was seen. */
  default <R> Seen<R> then(Function<T, Seen<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(OversightRefusal reason) -> refused(reason);
    };
  }
}
