package org.entente.subject.invented;

import org.entente.subject.Gender;
import org.entente.subject.PartialDate;

/**
 * A person that does not exist.
 *
 * @param name as the country writes it
 * @param otherSpelling in another script or without its marks; empty for most
 * @param alias empty for most
 * @param nationality ISO 3166-1 alpha-2
 * @param document number of a passport or identity card; may be empty
 * @param phone may be empty
 * @param plate of a vehicle; empty for most
 */
public record InventedPerson(
    String name,
    String otherSpelling,
    String alias,
    Gender gender,
    PartialDate born,
    String nationality,
    String birthPlace,
    String document,
    String phone,
    String plate) {
  @Override
  public String toString() {
    return "InventedPerson[" + nationality + "]";
  }
}
