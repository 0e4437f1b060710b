package org.entente.node.checks;

import java.util.Locale;

/** What came of asking one partner. None is ever taken for another. */
public enum AnswerState {
  /** The question is on its way. */
  ASKING,
  /** A possible match, to be confirmed with the partner. */
  HIT,
  /** The partner was asked and holds nothing under what was asked. */
  NO_HIT,
  /** The partner was not asked, or its answer could not be used. Says nothing about a match. */
  NOT_ASKED;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
