package org.entente.node.web.oversight;

import org.entente.node.oversight.OversightRefusal;

/** With which status of HTTP pages and programs hear that the desk refused. */
public final class OversightStatus {
  private OversightStatus() {}

  public static int of(OversightRefusal reason) {
    return switch (reason) {
      case ROLE_MISSING -> 403;
      case NOT_FOUND -> 404;
      case NOT_CONFIRMED, SAME_PERSON -> 409;
      case INDEX_SILENT -> 503;
      case REASON_MISSING,
          NOTHING_ASKED,
          NOTHING_CHOSEN,
          TOO_MANY,
          TOO_LONG,
          GROUND_MISSING,
          DECISION_MISSING,
          PERIOD_WRONG,
          SCOPE_UNKNOWN ->
          422;
    };
  }
}
