package org.entente.subject;

import java.util.Optional;

/** A ship by its name, IMO number and flag, as written. */
public record Vessel(Optional<String> name, Optional<String> imo, Optional<String> flag)
    implements Subject {
  @Override
  public String toString() {
    return "Vessel[]";
  }
}
