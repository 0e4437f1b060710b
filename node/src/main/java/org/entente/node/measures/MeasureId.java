package org.entente.node.measures;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies an urgent measure on this node. The partner has one of its own for the same. */
public record MeasureId(UUID value) {
  public static MeasureId next() {
    return new MeasureId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  public static MeasureId of(String text) {
    return new MeasureId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
