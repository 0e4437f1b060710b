package org.entente.subject;

import java.util.Optional;

/**
 * Where something was or happened.
 *
 * @param name an address or what people call it, as written
 * @param coordinates latitude and longitude in degrees, as written
 */
public record Place(Optional<String> name, Optional<String> country, Optional<String> coordinates)
    implements Subject {
  @Override
  public String toString() {
    return "Place[]";
  }
}
