package org.entente.node.measures;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies a call that was written down. */
public record CallId(UUID value) {
  public static CallId next() {
    return new CallId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  public static CallId of(String text) {
    return new CallId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
