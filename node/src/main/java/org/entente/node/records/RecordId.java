package org.entente.node.records;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies a record of the national index; stands in the ledger instead of the name. */
public record RecordId(UUID value) {
  static RecordId next() {
    return new RecordId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  public static RecordId of(String text) {
    return new RecordId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
