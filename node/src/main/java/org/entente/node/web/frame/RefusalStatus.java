package org.entente.node.web.frame;

import org.entente.node.act.Refusal;

/** With which status of HTTP pages and programs hear why an act was refused: the one table. */
public final class RefusalStatus {
  private RefusalStatus() {}

  /** The status of a refusal, the same wherever the act was asked for. */
  public static int of(Refusal why) {
    return switch (why.kind()) {
      case NOT_FOUND -> 404;
      case RIGHT_MISSING, SAME_PERSON -> 403;
      case STATE -> 409;
      case TOO_LARGE -> 413;
      case INCOMPLETE -> 422;
      case TOO_MANY -> 429;
      case UNSOUND -> 500;
      case UNAVAILABLE -> 503;
      case NO_ROOM -> 507;
    };
  }
}
