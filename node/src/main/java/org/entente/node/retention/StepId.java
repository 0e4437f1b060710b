package org.entente.node.retention;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies a decision about keeping a case. */
public record StepId(UUID value) {
  static StepId next() {
    return new StepId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /**
   * @throws IllegalArgumentException when the text is no identifier
   */
  public static StepId of(String text) {
    return new StepId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
