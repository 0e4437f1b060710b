package org.entente.duty;

/** What happens to an alarm. */
public sealed interface Happened {
  /** Time passed. */
  record Tick() implements Happened {}

  /**
   * The wait of the alarm has passed as the one who watches it measured, whatever clocks say: that
   * of another node may have been wrong when it wrote the next step.
   */
  record Waited() implements Happened {}

  /** A node begins to watch, or its clock ran backwards: nobody knows how long it was silent. */
  record Doubted() implements Happened {}

  /** Every attempt of this step failed. */
  record Unreached(int step) implements Happened {}

  /** A person has seen it. */
  record Acknowledge(PersonId by) implements Happened {}

  /** Work for it was seen, such as a draft. */
  record Worked() implements Happened {}

  /** A person does what it asks for. */
  record TakeUp(PersonId by) implements Happened {}

  /** What it was about is settled. */
  record End() implements Happened {}
}
