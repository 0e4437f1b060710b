package org.entente.node.oversight;

import java.util.Optional;

/** Why something is not told to the person concerned: Directive (EU) 2016/680 Art. 15(1). */
public enum Withholding {
  /** To avoid obstructing official or legal inquiries, investigations or procedures. */
  INQUIRIES("a"),
  /** To avoid prejudicing the prevention, detection, investigation or prosecution of crime. */
  CRIME("b"),
  /** To protect public security. */
  PUBLIC_SECURITY("c"),
  /** To protect national security. */
  NATIONAL_SECURITY("d"),
  /** To protect the rights and freedoms of others. */
  OTHERS("e");

  private final String letter;

  Withholding(String letter) {
    this.letter = letter;
  }

  /** The letter of Art. 15(1). */
  public String letter() {
    return letter;
  }

  /** The ground with this letter, if there is one. */
  public static Optional<Withholding> ofLetter(String letter) {
    for (Withholding ground : values()) {
      if (ground.letter.equals(letter)) {
        return Optional.of(ground);
      }
    }
    return Optional.empty();
  }
}
