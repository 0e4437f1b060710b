package org.entente.subject;

import java.util.Optional;

/** A telephone number as written, with the country it was written in where that is known. */
public record Phone(String written, Optional<String> country) implements Subject {
  @Override
  public String toString() {
    return "Phone[]";
  }
}
