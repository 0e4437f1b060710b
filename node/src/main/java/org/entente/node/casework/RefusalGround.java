package org.entente.node.casework;

/** Why a requested authority may refuse: the closed list of Directive (EU) 2023/977 Art. 6(1). */
public enum RefusalGround {
  NOT_AVAILABLE("a"),
  REQUEST_INCOMPLETE("b"),
  JUDICIAL_AUTHORISATION_REFUSED("c"),
  DATA_CATEGORY_NOT_ALLOWED("d"),
  DATA_NOT_RELIABLE("e"),
  SECURITY_OR_INVESTIGATION("f"),
  MINOR_OR_NO_OFFENCE("g"),
  ORIGINATOR_CONSENT_MISSING("h");

  private final String letter;

  RefusalGround(String letter) {
    this.letter = letter;
  }

  /** The letter of Art. 6(1). */
  public String letter() {
    return letter;
  }
}
