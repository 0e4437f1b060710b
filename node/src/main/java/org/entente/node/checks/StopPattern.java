package org.entente.node.checks;

import java.util.Locale;

/** What an officer's questions looked like when checks were stopped. */
public enum StopPattern {
  /** Many dates of birth with one name. */
  DATES_TRIED,
  /** Many names with one date of birth. */
  NAMES_TRIED,
  /** More questions than anybody writes. */
  BURST;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
