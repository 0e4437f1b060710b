package org.entente.node.act;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests expect to have come of an act. */
public final class Outcomes {
  private Outcomes() {}

  /** What was done; fails with the reason where it was not. */
  public static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Refusal why) -> throw new AssertionError("Refused: " + why.code());
    };
  }

  /** Fails unless it was refused for this reason. */
  public static void refused(Outcome<?> outcome, Refusal why) {
    assertThat(refused(outcome)).isEqualTo(why);
  }

  /** Why it was not done; fails where it was. */
  public static Refusal refused(Outcome<?> outcome) {
    return outcome.refusal().orElseThrow(() -> new AssertionError("It was done"));
  }
}
