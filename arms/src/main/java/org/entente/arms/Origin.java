package org.entente.arms;

import java.util.Optional;

/**
 * Where and when something was made.
 *
 * @param country as marked, with what it means
 * @param year of manufacture, Gregorian; empty if neither marked nor known
 */
public record Origin(Optional<MarkedCountry> country, Optional<Integer> year) {
  public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());
}
