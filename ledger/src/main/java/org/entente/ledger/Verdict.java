package org.entente.ledger;

/** What came of checking a proof or a signature. Checking never throws for a bad proof. */
public sealed interface Verdict {
  /** It holds. */
  record Proven() implements Verdict {}

  /**
   * It does not hold, or not for these inputs.
   *
   * @param code stable, kebab-case
   * @param sentence for a person: what does not hold and what to do next
   */
  record NotProven(String code, String sentence) implements Verdict {}

  /** It holds. */
  static Verdict proven() {
    return new Proven();
  }

  /** It does not hold, with code and sentence. */
  static Verdict notProven(String code, String sentence) {
    return new NotProven(code, sentence);
  }

  /** True for {@link Proven}. */
  default boolean isProven() {
    return switch (this) {
      case Proven() -> true;
      case NotProven(String code, String sentence) -> false;
    };
  }
}
