package org.entente.node.oversight;

/** What counts as a reason. */
final class Reasons {
  static final int LEAST = 10;
  static final int MOST = 2_000;

  private Reasons() {}

  /** Whether too little was said to be one, or more than is kept. */
  static boolean missing(String reason) {
    return reason.strip().length() < LEAST || reason.length() > MOST;
  }
}
