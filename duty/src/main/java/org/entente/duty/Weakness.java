package org.entente.duty;

import java.time.Instant;
import java.util.List;

/** What is dangerous about a post, and when. */
public sealed interface Weakness {
  /** Between two instants. */
  record Span(Instant from, Instant until) {}

  /** Nobody is planned to hold the post. */
  record Gap(List<Span> spans) implements Weakness {}

  /** No step of the chain reaches anybody: an alarm only repeats that nobody is left. */
  record WakesNobody(List<Span> spans) implements Weakness {}

  /**
   * A step reaches nobody.
   *
   * @param step counted from 1
   */
  record EmptyStep(int step, List<Span> spans) implements Weakness {}

  /**
   * A step reaches nobody whom an earlier one has not reached by the same ways, at any time.
   *
   * @param step counted from 1
   */
  record IdleStep(int step) implements Weakness {}

  /** A person of the post has no way that was verified outside of the browser. */
  record NoWay(PersonId person) implements Weakness {}
}
