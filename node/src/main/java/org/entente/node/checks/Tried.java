package org.entente.node.checks;

import java.util.function.Function;

/** What came of something an officer wanted to do with checks. */
public sealed interface Tried<T> {
  /** It was done. */
  record Done<T>(T value) implements Tried<T> {}

  /** It was not done. */
  record Refused<T>(CheckRefusal reason) implements Tried<T> {}

  static <T> Tried<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Tried<T> refused(CheckRefusal reason) {
    return new Refused<>(reason);
  }

  /** Goes on with what was done. */
  default <R> Tried<R> then(Function<T, Tried<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(CheckRefusal reason) -> new Refused<>(reason);
    };
  }
}
