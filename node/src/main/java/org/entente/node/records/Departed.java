package org.entente.node.records;

import java.util.Locale;
import java.util.Optional;

/**
 * Records of a register that its newest file no longer holds.
 *
 * @param records how many there were when the file had been read
 * @param choice what an officer said is done with them; empty while nobody did
 */
public record Departed(long records, Optional<Choice> choice) {
  /** What can be done with them. */
  public enum Choice {
    /** Destroyed, as the register no longer holds them. */
    ERASE,
    /** They stay as they are. */
    KEEP,
    /** They stay, and the need to keep each is looked at now. */
    REVIEW;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Choice> ofCode(String code) {
      for (Choice choice : values()) {
        if (choice.code().equals(code)) {
          return Optional.of(choice);
        }
      }
      return Optional.empty();
    }
  }

  /** Whether an officer has to say what is done with them. */
  public boolean open() {
    return records > 0 && choice.isEmpty();
  }
}
