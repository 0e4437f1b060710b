package org.entente.ledger;

/**
 * What came of reading a foreign text: its value, or a refusal. Foreign text never causes an
 * exception.
 *
 * @param <T> what was to be read
 */
public sealed interface Parsed<T> {
  /** The text was well formed. This says nothing about who wrote it. */
  record Read<T>(T value) implements Parsed<T> {}

  /**
   * The text was refused.
   *
   * @param code stable, kebab-case
   * @param sentence for a person: what is wrong and what to do next; never quotes the text
   */
  record Refused<T>(String code, String sentence) implements Parsed<T> {}

  /** A refusal with its code and sentence. */
  static <T> Parsed<T> refused(String code, String sentence) {
    return new Refused<>(code, sentence);
  }

  /**
   * The value, for callers that wrote the text themselves.
   *
   * @throws IllegalStateException if the text was refused
   */
  default T orThrow() {
    return switch (this) {
      case Read<T>(T value) -> value;
      case Refused<T>(String code, String sentence) ->
          throw new IllegalStateException(code + ": " + sentence);
    };
  }
}
