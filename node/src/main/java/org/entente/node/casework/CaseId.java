package org.entente.node.casework;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies a case on this node. The partner has a case of its own for the same matter. */
public record CaseId(UUID value) {
  public static CaseId next() {
    return new CaseId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
