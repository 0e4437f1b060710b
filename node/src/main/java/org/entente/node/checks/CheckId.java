package org.entente.node.checks;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies one question about one subject on this node. */
public record CheckId(UUID value) {
  static CheckId next() {
    return new CheckId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /**
   * @throws IllegalArgumentException where the text is no identifier
   */
  public static CheckId of(String text) {
    return new CheckId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
