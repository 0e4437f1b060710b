package org.entente.ledger;

/** What a witness answered. */
public sealed interface Countersigning {
  /** The checkpoint only adds to what the witness knew. */
  record Given(Cosignature cosignature) implements Countersigning {}

  /**
   * Not countersigned. Says nothing yet about the partner's honesty: a request may be old or
   * damaged.
   *
   * @param code stable, kebab-case
   * @param sentence what is missing and what to do next
   */
  record Refused(String code, String sentence) implements Countersigning {}

  /**
   * The partner signed two different logs of the same size. The two checkpoints together prove it
   * to anybody who has the partner's key: keep both and tell the supervisor.
   */
  record Fork(SignedCheckpoint earlier, SignedCheckpoint offered) implements Countersigning {
    /** Stable code. */
    public String code() {
      return "log-forked";
    }

    /** For a person. */
    public String sentence() {
      return "The partner signed two different logs of "
          + offered.checkpoint().size()
          + " entries. Keep both checkpoints and tell the supervisor.";
    }
  }
}
