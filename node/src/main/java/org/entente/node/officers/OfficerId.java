package org.entente.node.officers;

import java.io.Serializable;
import java.util.UUID;

/** Identifies an officer of this node; stands in the ledger instead of the name. */
public record OfficerId(UUID value) implements Serializable {
  public static OfficerId of(String text) {
    return new OfficerId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
