package org.entente.node.casework;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

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

  /** The ground with this letter, if there is one. */
  public static Optional<RefusalGround> ofLetter(String letter) {
    return Arrays.stream(values()).filter(ground -> ground.letter.equals(letter)).findFirst();
  }

  /**
   * What an entry of the ledger says of a refusal, whole or in part, so that it can be counted
   * without its content.
   */
  static void note(Map<String, String> references, Content content) {
    if (content instanceof Content.Refusal refusal) {
      references.put("ground", refusal.ground().letter);
    }
    if (content instanceof Content.Reply reply && reply.refusedPart() != null) {
      references.put("ground", reply.refusedPart().ground().letter);
    }
  }

  /** The letter of Art. 6(1). */
  public String letter() {
    return letter;
  }
}
