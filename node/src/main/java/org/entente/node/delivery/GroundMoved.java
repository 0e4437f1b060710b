package org.entente.node.delivery;

/**
 * What a message was judged on changed before it could be kept, because another one or an officer
 * was faster. Thrown by a {@link Verdict.Keeping}; nothing of the message is kept then, its sender
 * gets a problem and comes again, and it is judged anew.
 */
public final class GroundMoved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GroundMoved() {
    super("What the message was judged on has changed meanwhile", null, false, false);
  }
}
