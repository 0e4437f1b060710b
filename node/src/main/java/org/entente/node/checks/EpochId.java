package org.entente.node.checks;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies the time during which one key answers one partner. */
public record EpochId(UUID value) {
  static EpochId next() {
    return new EpochId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  static EpochId of(String text) {
    return new EpochId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
