package org.entente.node.checks;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies a list of persons about whom partners are asked. */
public record ListId(UUID value) {
  static ListId next() {
    return new ListId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /**
   * @throws IllegalArgumentException where the text is no identifier
   */
  public static ListId of(String text) {
    return new ListId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
