package org.entente.formats.casefile;

import java.time.Instant;

/**
 * A file that is evidence, and how it came into the house.
 *
 * @param number as it stands on it; never a number to reckon with
 * @param name of the file
 * @param sha256 its digest, in hexadecimal
 * @param bytes its length
 * @param at when it was taken
 * @param by who took it: an authority, not an officer's name
 */
public record Exhibit(
    String number, String name, String sha256, long bytes, Instant at, String by) {
  public Exhibit {
    if (!sha256.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("no SHA-256");
    }
  }

  @Override
  public String toString() {
    return "Exhibit[]";
  }
}
