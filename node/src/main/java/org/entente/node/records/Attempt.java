package org.entente.node.records;

import java.util.function.Function;

/**
 * What came of something an officer wanted to do with the index: done, or refused with a reason.
 */
public sealed interface Attempt<T> {
  /** It was done. */
  record Done<T>(T value) implements Attempt<T> {}

  /** It was not done. */
  record Refused<T>(RecordRefusal reason) implements Attempt<T> {}

  static <T> Attempt<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Attempt<T> refused(RecordRefusal reason) {
    return new Refused<>(reason);
  }

  /** Goes on with what was done. */
  default <R> Attempt<R> then(Function<T, Attempt<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(RecordRefusal reason) -> new Refused<>(reason);
    };
  }
}
