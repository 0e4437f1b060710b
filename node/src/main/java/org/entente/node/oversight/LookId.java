package org.entente.node.oversight;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies a look of a supervisor; stands in addresses instead of whom it is about. */
public record LookId(UUID value) {
  static LookId next() {
    return new LookId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /**
   * @throws IllegalArgumentException when the text is none
   */
  public static LookId of(String text) {
    return new LookId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
