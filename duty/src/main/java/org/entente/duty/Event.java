package org.entente.duty;

/** What happens to an alarm. */
public sealed interface Event {
  /** Time passed. */
  record Tick() implements Event {}

  /**
   * The wait of the alarm has passed as the one who watches it measured, whatever clocks say: that
   * of another node may have been wrong when it wrote the next step.
   */
  record Waited() implements Event {}

  /** A node begins to watch, or its clock ran backwards: nobody knows how long it was silent. */
  record Doubted() implements Event {}

  /** Every attempt of this step failed. */
  record Unreached(int step) implements Event {}

  /** A person has seen it. */
  record Acknowledge(PersonId by) implements Event {}

  /** Work for it was seen, such as a draft. */
  record Worked() implements Event {}

  /** A person does what it asks for. */
  record TakeUp(PersonId by) implements Event {}

  /** What it was about is settled. */
  record End() implements Event {}
}
