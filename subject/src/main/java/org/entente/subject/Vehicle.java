package org.entente.subject;

import java.util.Optional;

/** A vehicle by its plate and its identification number, as written. */
public record Vehicle(
    Optional<String> plate,
    Optional<String> country,
    Optional<String> vin,
    Optional<String> make,
    Optional<String> model)
    implements Subject {
  @Override
  public String toString() {
    return "Vehicle[]";
  }
}
