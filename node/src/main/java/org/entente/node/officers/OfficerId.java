package org.entente.node.officers;

import java.util.UUID;

/** Identifies an officer of this node; stands in the ledger instead of the name. */
public record OfficerId(UUID value) implements java.io.Serializable {
  public static OfficerId of(String text) {
    return new OfficerId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
