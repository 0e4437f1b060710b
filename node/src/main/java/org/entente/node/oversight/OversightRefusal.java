package org.entente.node.oversight;

import java.util.Locale;

/** Why a look was not made. */
public enum OversightRefusal {
  /** Only a supervisor looks. */
  ROLE_MISSING,
  /** There is no such look, it is another officer's, or its time is over. */
  NOT_FOUND,
  /** Why somebody is looked for must be said. */
  REASON_MISSING,
  /** Neither a name nor a number was said. */
  NOTHING_ASKED,
  /** Nothing was chosen, or what was not found by this look. */
  NOTHING_CHOSEN,
  /** More was chosen than fits one history. */
  TOO_MANY,
  /** More was written than is kept. */
  TOO_LONG,
  /** What is withheld needs one of the grounds of Art. 15(1) and a reason. */
  GROUND_MISSING,
  /** Whether something is told was not decided; nothing is told by default. */
  DECISION_MISSING,
  /** A second person has not confirmed what is told. */
  NOT_CONFIRMED,
  /** Who drafted an answer does not confirm it. */
  SAME_PERSON,
  /** A period begins before it ends and is no longer than looked through at once. */
  PERIOD_WRONG,
  /** What is affected cannot be found on this node. */
  SCOPE_UNKNOWN,
  /** The search index does not answer. */
  INDEX_SILENT;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
