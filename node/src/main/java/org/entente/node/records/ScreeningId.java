package org.entente.node.records;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies one list that is held against the index. */
public record ScreeningId(UUID value) {
  static ScreeningId next() {
    return new ScreeningId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  public static ScreeningId of(String text) {
    return new ScreeningId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
