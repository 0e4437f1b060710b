package org.entente.node.records;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies one import of a file. */
public record ImportId(UUID value) {
  static ImportId next() {
    return new ImportId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  public static ImportId of(String text) {
    return new ImportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
