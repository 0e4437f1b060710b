package org.entente.agreement;

import java.util.regex.Pattern;

/**
 * SHA-256 over canonical bytes (RFC 8785): two nodes that print the same hash hold the same text.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record AgreementHash(String value) implements Comparable<AgreementHash> {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /** Refuses any other shape. */
  public AgreementHash {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the shape of a SHA-256 hash: 64 lower-case hexadecimal digits");
    }
  }

  @Override
  public int compareTo(AgreementHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
